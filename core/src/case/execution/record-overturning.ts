import { z } from 'zod';
import { defineAct } from '../../act.ts';
import { code } from '../inputs.ts';
import { withEntry } from '../state.ts';
import { notOpened } from './executing.ts';

/** 登记执行依据的变动 (行政强制法第四十一条): the decision that was enforced fell or was changed, or the enforcement was wrong. */
export const recordOverturning = defineAct({
  name: 'case.record-overturning',
  event: 'case.overturning-recorded',
  label: '登记执行依据的变动',
  aggregate: 'case',
  nature: 'factual',
  stage: 'execution',
  kinds: ['execution'],
  creates: 'overturning',
  input: z.strictObject({ manner: code('overturning-manner', '变动的情形') }),
  standing: notOpened,
  apply: (state, event) => withEntry(state, event, 'overturning', event.input),
});
