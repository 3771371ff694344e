import { z } from 'zod';
import { defineAct } from '../../act.ts';
import { seriesStream, takeNumber } from '../../series/take-number.ts';
import { code } from '../inputs.ts';
import {
  atWindow,
  footageIn,
  footageOf,
  materialsOfApplication,
  materialsTwice,
  openedAlready,
  partiesAmiss,
  windowAmiss,
} from '../licensing/opening.ts';
import { partsOf, partyRows } from '../parties/party-rows.ts';
import { withEntry } from '../state.ts';

/** 登记确认申请: somebody asks the agency to say what is so in law, such as that an organisation is a charity. */
export const registerConfirmation = defineAct({
  name: 'case.register-confirmation',
  event: 'case.confirmation-registered',
  label: '登记确认申请',
  aggregate: 'case',
  nature: 'factual',
  stage: 'initiation',
  kinds: ['confirmation'],
  creates: 'confirmation-application',
  opens: true,
  input: z.strictObject({
    matter: code('confirmation-matter', '确认的种类'),
    item: z.string().trim().min(2, '请写明申请确认的事项').max(100).meta({ label: '申请确认的事项' }),
    channel: code('application-channel', '申请渠道'),
    window: atWindow,
    parties: partyRows(20).meta({ label: '申请人' }),
    materials: materialsOfApplication,
  }),
  parts: (act) => partsOf(act.input.parties),
  reads: (act) => [seriesStream(act, 'confirmation-application')],
  standing: openedAlready,
  invariants: (_state, act) => [
    ...partiesAmiss(act, act.input.parties, '申请人'),
    ...materialsTwice(act.input.materials),
    ...windowAmiss(act.input),
  ],
  consequences: (_state, act, context) => {
    const { number, taken } = takeNumber(act, context, 'confirmation-application');
    return { outcome: { number, ...footageOf(act, context) }, others: [taken] };
  },
  apply: (state, event) => {
    const { parties, ...rest } = event.input;
    const number = String(event.outcome?.['number'] ?? '');
    const registered = withEntry(state, event, 'confirmation-application', {
      ...rest,
      number,
      ...footageIn(event.outcome),
    });
    return parties.reduce(
      (next, { id, name, kind, record }) => withEntry(next, event, 'party', { name, kind }, id, record),
      registered,
    );
  },
  prefill: () => ({ input: { channel: 'window' } }),
});
