import type { Structural } from '../../act.ts';
import { acceptanceOf, acceptanceRefusalOf } from '../licensing/applying.ts';
import { presentParties } from '../parties/present-parties.ts';
import { decisionOf } from '../reading.ts';
import { entriesOf } from '../state.ts';
import type { AnyEntry, CaseState, EntryOf } from '../state.ts';

/** Questions the acts of adjudication ask of the file. */

export function respondentsOf(state: CaseState): readonly EntryOf<'party'>[] {
  return presentParties(state).filter(({ data }) => data.role === 'respondent');
}

/** The agreement by which the parties have ended their dispute themselves. */
export function mediatedOf(state: CaseState): EntryOf<'mediation'> | undefined {
  return entriesOf(state, 'mediation').find(
    ({ data, defects }) => data.outcome === 'agreed' && defects.length === 0,
  );
}

/** Decided, or ended by the parties themselves. */
export function settlementOf(state: CaseState): AnyEntry | undefined {
  return mediatedOf(state) ?? entriesOf(state, 'decision')[0];
}

/** Nothing is done between the parties before the dispute is accepted, nor once it is over. */
export function notPending(state: CaseState): readonly Structural[] {
  if (acceptanceRefusalOf(state) !== undefined)
    return [
      {
        code: 'ACCEPTANCE_REFUSED',
        because: '本申请已经不予受理',
        remedy: { says: '办理结案；申请人再次申请的，另行登记' },
      },
    ];
  if (acceptanceOf(state) === undefined)
    return [
      {
        code: 'STAGE_RECORD_MISSING',
        because: '裁决申请还没有受理',
        remedy: { says: '先受理申请', act: 'case.accept-application' },
      },
    ];
  if (mediatedOf(state) !== undefined)
    return [
      {
        code: 'DISPUTE_SETTLED',
        because: '各方已经达成调解协议，争议已经了结',
        remedy: { says: '办理结案', act: 'case.close' },
      },
    ];
  return decisionOf(state) === undefined ? [] : [{ code: 'ALREADY_DECIDED', because: '本案已作出裁决' }];
}
