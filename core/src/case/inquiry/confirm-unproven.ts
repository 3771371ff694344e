import { z } from 'zod';
import { defineAct } from '../../act.ts';
import { beforeDecision, strangerTo } from './assess-circumstances.ts';
import { confirmationOf } from './circumstances.ts';
import { code, localId } from '../inputs.ts';
import { entriesOf, entryById, withEntry } from '../state.ts';
import type { CaseState } from '../state.ts';

/**
 * 签署未能证明的事项 (处罚法第三十条、第三十一条): the head answers for what could not be proved of a party, its age or
 * its capacity without an expert opinion. Nobody may be punished on an age that nobody answers for.
 */
export const confirmUnproven = defineAct({
  name: 'case.confirm-unproven',
  event: 'case.unproven-confirmed',
  label: '签署未能查明的事项',
  aggregate: 'case',
  nature: 'constitutive',
  stage: 'decision',
  creates: 'unproven',
  restsOn: ['assessment'],
  input: z.strictObject({
    party: localId.meta({ label: '当事人', ref: 'party' }),
    matter: code('unproven-matter', '未能查明的事项'),
  }),
  standing: (state) => {
    const early = beforeDecision(state);
    if (early.length > 0) return early;
    return openMatters(state).length > 0
      ? []
      : [{ code: 'NOTHING_UNPROVEN', because: '没有等待签署的未能查明的事项' }];
  },
  invariants: (state, act) =>
    entryById(state, act.input.party)?.kind === 'party' ? [] : [strangerTo('input.party')],
  apply: (state, event) => withEntry(state, event, 'unproven', event.input),
  prefill: (state) => {
    const [first] = openMatters(state);
    return first === undefined ? {} : { input: first };
  },
});

/** What assessments say could not be found out or proved, and the head has not answered for. */
function openMatters(state: CaseState): readonly { party: string; matter: string }[] {
  return entriesOf(state, 'assessment')
    .flatMap(({ data: { party }, record }) => [
      ...(record['assessment.age-unknown'] === undefined ? [] : [{ party, matter: 'age' }]),
      ...(record['assessment.capacity'] === undefined ||
      record['assessment.capacity'] === 'full' ||
      record['assessment.expert-opinion'] !== undefined
        ? []
        : [{ party, matter: 'capacity' }]),
    ])
    .filter(({ party, matter }) => confirmationOf(state, party, matter) === undefined);
}
