import { z } from 'zod';
import { defineAct } from '../../act.ts';
import { code } from '../inputs.ts';
import { beforeReferral, nothingReferred } from './crime.ts';
import { withEntry } from '../state.ts';

/**
 * 登记司法机关的处理结果 (处罚法第二十七条第二款): what the judicial organ did with the case, or that it was asked and has no
 * result yet: then it is to be asked again.
 */
export const recordJudicialResult = defineAct({
  name: 'case.record-judicial-result',
  event: 'case.judicial-result-recorded',
  label: '登记司法机关的处理结果',
  aggregate: 'case',
  nature: 'factual',
  stage: 'investigation',
  afterClosing: true,
  creates: 'judicial-result',
  input: z.strictObject({ result: code('judicial-result', '处理结果') }),
  standing: nothingReferred,
  invariants: (state, act) => beforeReferral(state, act.occurredAt),
  apply: (state, event) => withEntry(state, event, 'judicial-result', event.input),
});
