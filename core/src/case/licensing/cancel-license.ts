import { z } from 'zod';
import { defineAct } from '../../act.ts';
import { code } from '../inputs.ts';
import { notInForce } from './revoke-license.ts';
import { withEntry } from '../state.ts';

/** 注销许可 (行政许可法第七十条): strikes off what no longer stands, whatever ended it. */
export const cancelLicense = defineAct({
  name: 'case.cancel-license',
  event: 'case.license-cancelled',
  label: '注销许可',
  aggregate: 'case',
  nature: 'constitutive',
  stage: 'execution',
  kinds: ['license'],
  afterClosing: true,
  creates: 'license-cancellation',
  input: z.strictObject({ ground: code('license-cancellation-ground', '注销的情形') }),
  standing: notInForce,
  apply: (state, event) => withEntry(state, event, 'license-cancellation', event.input),
});
