import { z } from 'zod';
import { defineAct } from '../../act.ts';
import { answeredAlready, applications } from './applying.ts';
import { withEntry } from '../state.ts';

/** 受理 (行政许可法第三十二条第一款第五项): from now on the application is before the agency. */
export const acceptApplication = defineAct({
  name: 'case.accept-application',
  event: 'case.application-accepted',
  label: '受理申请',
  aggregate: 'case',
  nature: 'constitutive',
  inField: true,
  stage: 'initiation',
  kinds: ['license', 'confirmation', 'adjudication'],
  creates: 'acceptance',
  restsOn: [...applications, 'application-correction', 'supplement'],
  input: z.strictObject({}),
  standing: answeredAlready,
  apply: (state, event) => withEntry(state, event, 'acceptance', {}),
});
