import { z } from 'zod';
import { defineAct } from '../../act.ts';
import { code, localId } from '../inputs.ts';
import { officersUnknown } from './officers-seen.ts';
import { withEntry } from '../state.ts';

/**
 * 登记利害关系 (处罚法第四十三条第一款): a relation between an officer and the case that comes to light after the assignment.
 * It is a fact whoever enters it, so it is never refused for being late; from then on the officer keeps away.
 */
export const reportInterest = defineAct({
  name: 'case.report-interest',
  event: 'case.interest-reported',
  label: '登记利害关系',
  aggregate: 'case',
  nature: 'factual',
  stage: 'investigation',
  creates: 'interest',
  input: z.strictObject({
    officer: localId.meta({ label: '有利害关系的执法人员', ref: 'officer' }),
    relation: code('interest-relation', '关系'),
  }),
  invariants: (_state, act, context) =>
    officersUnknown({ input: { officers: [act.input.officer] } }, context, 'input.officer'),
  apply: (state, event) => withEntry(state, event, 'interest', event.input),
});
