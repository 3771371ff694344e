import type { Instant } from '../../time/index.ts';
import type { Structural } from '../../act.ts';
import { isEvidence } from './exclusion.ts';
import type { CaseState, EntryOf } from '../state.ts';
import { entriesOf } from '../state.ts';
import { tooEarly } from '../too-early.ts';

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

/** What went with the case to where crimes are prosecuted: pieces of evidence, and things that were held, by their ids. */
export function referredItems(state: CaseState): readonly string[] {
  const items = entriesOf(state, 'criminal-referral').flatMap(({ data }) => [
    ...(data.evidence ?? []),
    ...(data.things ?? []).filter(({ goes }) => goes).map(({ thing }) => thing),
  ]);
  return [...new Set(items)];
}

/** Of those, what nobody has signed for over there. */
export function unsignedItems(state: CaseState): readonly string[] {
  const signed = new Set(entriesOf(state, 'referral-receipt').flatMap(({ data }) => data.received));
  return referredItems(state).filter((id) => !signed.has(id));
}

/** Nothing to list is a list too: a suspicion may rest on what was reported alone. */
export function holdsEvidence(state: CaseState): boolean {
  return state.entries.some((entry) => isEvidence(entry));
}

/** What became of the latest referral, once something has; until then it is asked after again and again. */
export function judicialResultOf(state: CaseState): EntryOf<'judicial-result'> | undefined {
  const referral = entriesOf(state, 'criminal-referral').at(-1);
  return entriesOf(state, 'judicial-result').findLast(
    (entry) => entry.data.result !== 'pending' && referral !== undefined && entry.version > referral.version,
  );
}

export function nothingReferred(state: CaseState): readonly Structural[] {
  return entriesOf(state, 'criminal-referral').length > 0
    ? []
    : [
        {
          code: 'CRIME_NOT_REFERRED',
          because: '本案没有移送司法机关',
          remedy: { says: '移送了的先登记移送', act: 'case.refer-crime' },
        },
      ];
}

/** What comes back cannot come before the case went. */
export function beforeReferral(state: CaseState, at: Instant): readonly Structural[] {
  const [referral] = entriesOf(state, 'criminal-referral');
  return tooEarly(at, referral?.at, '所登记的时刻早于移送的时刻');
}
