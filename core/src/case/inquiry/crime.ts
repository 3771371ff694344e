import type { Structural } from '../../act.ts';
import type { CaseState, EntryOf } from '../state.ts';
import { entriesOf } from '../state.ts';

/** What ended a suspicion: the transfer to the judicial organ, or the head's ruling that it is no crime. */
export function crimeAnswer(state: CaseState, flag: EntryOf<'crime-flag'>) {
  return [...entriesOf(state, 'criminal-referral'), ...entriesOf(state, 'crime-exclusion')]
    .filter((entry) => entry.version > flag.version)
    .sort((a, b) => a.version - b.version)[0];
}

/** The suspicion that still stands; what was once flagged stays in the file whatever becomes of it. */
export function openCrimeFlag(state: CaseState): EntryOf<'crime-flag'> | undefined {
  return entriesOf(state, 'crime-flag').find((flag) => crimeAnswer(state, flag) === undefined);
}

export function nothingFlagged(state: CaseState): readonly Structural[] {
  return openCrimeFlag(state) === undefined
    ? [
        {
          code: 'CRIME_NOT_FLAGGED',
          because: '本案没有登记涉嫌犯罪',
          remedy: { says: '发现涉嫌犯罪的先登记', act: 'case.flag-crime' },
        },
      ]
    : [];
}
