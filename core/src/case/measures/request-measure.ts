import { z } from 'zod';
import { defineAct } from '../../act.ts';
import { localId } from '../inputs.ts';
import { entriesOf, withEntry } from '../state.ts';
import type { CaseState, EntryOf } from '../state.ts';
import { lateAnswerTo } from './answer.ts';
import { measureTold, soleParty, toldFaults } from './asking.ts';
import { measureFaults } from './held-things.ts';

/**
 * 提请采取强制措施 (行政强制法第十八条第一项): what is to be taken, from whom, to what end and on what ground, laid before
 * the head. Of what could not wait it is the report made afterwards (第十九条), and names the measure.
 */
export const requestMeasure = defineAct({
  name: 'case.request-measure',
  event: 'case.measure-requested',
  label: '提请采取强制措施',
  aggregate: 'case',
  nature: 'constitutive',
  stage: 'investigation',
  creates: 'measure-request',
  input: z.strictObject({
    ...measureTold,
    measure: z.optional(localId.meta({ label: '已经紧急采取的措施（事后报告的选）', ref: 'urgent-measure' })),
  }),
  invariants: (state, act, context) => {
    const { measure } = act.input;
    const told = toldFaults(state, act.input, context);
    if (measure === undefined || told.length > 0) return told;
    const broken = measureFaults(state, { ...act, input: { measure } });
    if (broken.length > 0) return broken;
    return unanswered(state).some((entry) => entry.id === measure)
      ? []
      : [
          {
            code: 'REQUEST_ANSWERED',
            because: '所选的措施不是紧急采取的，或者负责人已经答复',
            field: 'input.measure',
            remedy: { says: '从紧急采取而尚未答复的措施中选择；采取之前提请的不选' },
          },
        ];
  },
  apply: (state, event) => withEntry(state, event, 'measure-request', event.input),
  prefill: (state) => {
    const [waiting] = unanswered(state);
    if (waiting === undefined) return { input: soleParty(state) };
    const { kind, party, decision } = waiting.data;
    const paper = entriesOf(state, 'measure-decision').find((entry) => entry.id === decision)?.data;
    return {
      input: {
        kind,
        party,
        measure: waiting.id,
        ...(paper === undefined ? {} : { purpose: paper.purpose, bases: [...paper.bases] }),
      },
    };
  },
});

/** Taken before anybody could be asked, and not answered by the head yet. */
export function unanswered(state: CaseState): readonly EntryOf<'measure'>[] {
  return entriesOf(state, 'measure').filter(
    (entry) => entry.data.urgent && lateAnswerTo(state, entry.id) === undefined,
  );
}
