import type { Footage } from '../../authority/windows.ts';

/** What a file of confirmation holds beside what every application has. */
export interface ConfirmationEntries {
  /** Codes of `confirmation-matter`, `application-channel`, `material-state`. */
  'confirmation-application': {
    number: string;
    matter: string;
    item: string;
    channel: string;
    window?: string | undefined;
    footage?: Footage;
    materials: readonly { readonly name: string; readonly state: string }[];
  };
  'confirmation-opening': { number: string; matter: string; item: string };
  /** What a party was told is meant to be decided, and what it says to that; no views = it has none. */
  'party-view': { party: string; means: string; intended: string; views?: string | undefined };
}
