import { z } from 'zod';
import { defineAct } from '../../act.ts';
import { code, localId } from '../inputs.ts';
import { hearingFaults, needsNotice } from './hearing.ts';
import { withEntry } from '../state.ts';

/** 放弃听证: a party gives its hearing up, or takes its request back. What it may be worth in which form is the law's to say. */
export const waiveHearing = defineAct({
  name: 'case.waive-hearing',
  event: 'case.hearing-waived',
  label: '登记放弃听证',
  aggregate: 'case',
  nature: 'factual',
  stage: 'decision',
  kinds: ['penalty', 'license'],
  creates: 'hearing-waiver',
  input: z.strictObject({
    party: localId.meta({ label: '放弃听证的人', ref: 'participant' }),
    form: code('hearing-form', '提出的方式'),
    by: code('speaker', '由谁提出'),
  }),
  standing: needsNotice,
  invariants: (state, act) => hearingFaults.notToldTo(state, act.input.party),
  apply: (state, event) => withEntry(state, event, 'hearing-waiver', event.input),
});
