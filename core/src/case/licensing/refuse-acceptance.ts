import { z } from 'zod';
import { defineAct } from '../../act.ts';
import { code } from '../inputs.ts';
import { answeredAlready, applications } from './applying.ts';
import { withEntry } from '../state.ts';

/** 不予受理 (行政许可法第三十二条第一款第一项、第二项): the application is turned away, and the applicant is told why and whither. */
export const refuseAcceptance = defineAct({
  name: 'case.refuse-acceptance',
  event: 'case.acceptance-refused',
  label: '不予受理申请',
  aggregate: 'case',
  nature: 'constitutive',
  inField: true,
  stage: 'initiation',
  kinds: ['license', 'confirmation', 'adjudication'],
  creates: 'acceptance-refusal',
  restsOn: [...applications, 'application-correction', 'supplement'],
  input: z.strictObject({ ground: code('acceptance-refusal-ground', '不予受理的情形') }),
  standing: answeredAlready,
  apply: (state, event) => withEntry(state, event, 'acceptance-refusal', event.input),
});
