import type { Structural } from '../../act.ts';
import { transferOf } from '../course/transfer.ts';
import { filingOf, spotDecisionOf } from '../reading.ts';
import { entriesOf } from '../state.ts';
import type { CaseState, EntryOf } from '../state.ts';

/** The latest check of the lead: looked at again, it is what was found then. */
export function triageOf(state: CaseState): EntryOf<'triage'> | undefined {
  return entriesOf(state, 'triage').at(-1);
}

export function filingRefusalOf(state: CaseState): EntryOf<'filing-refusal'> | undefined {
  return entriesOf(state, 'filing-refusal').at(-1);
}

export function leadConclusionOf(state: CaseState): EntryOf<'lead-conclusion'> | undefined {
  return entriesOf(state, 'lead-conclusion').at(-1);
}

/** Who has been told that no case was opened; a telling with a defect has told nobody. */
export function toldOf(state: CaseState, to: string): EntryOf<'refusal-notice'> | undefined {
  return entriesOf(state, 'refusal-notice').find(
    (entry) => entry.data.to === to && entry.defects.length === 0,
  );
}

/** Nothing is left to be found out or decided about the lead: it has become a case, or it was refused one. */
export function leadSettled(state: CaseState): readonly Structural[] {
  if (entriesOf(state, 'lead').length === 0)
    return [
      {
        code: 'LEAD_MISSING',
        because: '还没有登记案源',
        remedy: { says: '先登记案源', act: 'case.register-lead' },
      },
    ];
  if (filingOf(state) !== undefined) return [{ code: 'ALREADY_FILED', because: '本案已经立案' }];
  if (spotDecisionOf(state) !== undefined)
    return [{ code: 'ALREADY_DECIDED', because: '本案已当场作出处罚决定' }];
  return refusedFiling(state);
}

/** What was refused a case, or went to another organ, stays there: whatever comes to light later is a lead of its own. */
export function refusedFiling(state: CaseState): readonly Structural[] {
  const remedy = { says: '有新的线索的，另行登记案源' };
  const went = transferOf(state);
  if (went !== undefined)
    return [{ code: 'LEAD_TRANSFERRED', because: `本案源已经移送${went.data.organ}`, remedy }];
  return filingRefusalOf(state) === undefined && leadConclusionOf(state) === undefined
    ? []
    : [{ code: 'FILING_REFUSED', because: '本案源已经办结或者已经决定不予立案', remedy }];
}
