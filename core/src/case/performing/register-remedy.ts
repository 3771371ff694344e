import { z } from 'zod';
import { defineAct } from '../../act.ts';
import { code, localId } from '../inputs.ts';
import { neverDecided, partyUnknown } from './payment.ts';
import { withEntry } from '../state.ts';

/** 复议或者诉讼: a party has gone against the decision. Whether in time is for those it went to, so nothing is refused. */
export const registerRemedy = defineAct({
  name: 'case.register-remedy',
  event: 'case.remedy-registered',
  label: '登记复议或者诉讼',
  aggregate: 'case',
  nature: 'factual',
  stage: 'execution',
  afterClosing: true,
  creates: 'remedy',
  input: z.strictObject({
    party: localId.meta({ label: '当事人', ref: 'party' }),
    kind: code('remedy-kind', '途径'),
  }),
  standing: neverDecided,
  invariants: (state, act) => partyUnknown(state, act.input.party),
  apply: (state, event) => withEntry(state, event, 'remedy', event.input),
});
