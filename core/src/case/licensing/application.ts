import type { Footage } from '../../authority/windows.ts';
import type { Day } from '../../time/index.ts';

/** Codes of `application-type`, `licensing-way`, `application-channel`, `material-state`. */
export interface Application {
  readonly number: string;
  readonly item: string;
  readonly type: string;
  readonly way: string;
  readonly channel: string;
  /** At which it came in, and what that window filmed of it. */
  readonly window?: string | undefined;
  readonly footage?: Footage;
  readonly materials: readonly { readonly name: string; readonly state: string }[];
  readonly expiresOn?: Day | undefined;
  /** Of one that an agency below has examined first and handed up: who, and when it accepted it. */
  readonly firstExaminer?: string | undefined;
  readonly acceptedBelowOn?: Day | undefined;
}
