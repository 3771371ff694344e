import { z } from 'zod';
import { defineAct } from '../../act.ts';
import { moment } from '../inputs.ts';
import { withEntry } from '../state.ts';
import { notDecided } from './executing.ts';

/** 安排强制执行 (行政强制法第四十三条): for when it is set; neither a night nor a statutory holiday. Set anew, the latest counts. */
export const planExecution = defineAct({
  name: 'case.plan-execution',
  event: 'case.execution-planned',
  label: '安排强制执行',
  aggregate: 'case',
  nature: 'constitutive',
  stage: 'execution',
  kinds: ['execution'],
  creates: 'execution-plan',
  input: z.strictObject({ startsAt: moment.meta({ label: '计划开始的时刻', moment: true }) }),
  standing: notDecided,
  apply: (state, event) => withEntry(state, event, 'execution-plan', event.input),
});
