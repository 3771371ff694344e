import type { Footage } from '../../authority/windows.ts';

/** What a file of adjudication holds beside what every application has. */
export interface AdjudicationEntries {
  /** Codes of `dispute-kind`, `application-channel`, `material-state`. */
  'adjudication-application': {
    number: string;
    dispute: string;
    item: string;
    claims: string;
    channel: string;
    window?: string | undefined;
    footage?: Footage;
    materials: readonly { readonly name: string; readonly state: string }[];
  };
  'answer-notice': { party: string };
  answer: { party: string; answer: string };
  'party-evidence': {
    party: string;
    pieces: readonly { readonly name: string; readonly shows: string }[];
  };
  inquiry: { officers: readonly string[]; parties: readonly string[]; record: string };
  mediation: { officers: readonly string[]; outcome: string; terms?: string | undefined };
}
