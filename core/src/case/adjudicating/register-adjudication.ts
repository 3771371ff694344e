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
import { disputantRows, partsOf } from '../parties/party-rows.ts';
import { withEntry } from '../state.ts';

/** 登记裁决申请: one party asks the agency to decide a civil dispute with another that is bound up with what it administers. */
export const registerAdjudication = defineAct({
  name: 'case.register-adjudication',
  event: 'case.adjudication-registered',
  label: '登记裁决申请',
  aggregate: 'case',
  nature: 'factual',
  stage: 'initiation',
  kinds: ['adjudication'],
  creates: 'adjudication-application',
  opens: true,
  input: z.strictObject({
    dispute: code('dispute-kind', '争议的种类'),
    item: z.string().trim().min(2, '请写明争议的事项').max(100).meta({ label: '争议的事项' }),
    claims: z
      .string()
      .trim()
      .min(5, '请写明申请人请求什么')
      .max(2000)
      .meta({ label: '裁决请求和理由', long: true }),
    channel: code('application-channel', '申请渠道'),
    window: atWindow,
    parties: disputantRows(20),
    materials: materialsOfApplication,
  }),
  parts: (act) => partsOf(act.input.parties),
  reads: (act) => [seriesStream(act, 'adjudication-application')],
  standing: openedAlready,
  invariants: (_state, act) => {
    const { parties, materials } = act.input;
    const roles = new Set(parties.map(({ role }) => role));
    return [
      ...partiesAmiss(act, parties, '当事人'),
      ...materialsTwice(materials),
      ...windowAmiss(act.input),
      ...(['applicant', 'respondent'].every((role) => roles.has(role))
        ? []
        : [
            {
              code: 'INPUT_INVALID',
              because: '裁决的争议须有申请人和被申请人',
              field: 'input.parties',
              remedy: { says: '至少登记一名申请人和一名被申请人' },
            },
          ]),
    ];
  },
  consequences: (_state, act, context) => {
    const { number, taken } = takeNumber(act, context, 'adjudication-application');
    return { outcome: { number, ...footageOf(act, context) }, others: [taken] };
  },
  apply: (state, event) => {
    const { parties, ...rest } = event.input;
    const number = String(event.outcome?.['number'] ?? '');
    const registered = withEntry(state, event, 'adjudication-application', {
      ...rest,
      number,
      ...footageIn(event.outcome),
    });
    return parties.reduce(
      (next, { id, name, kind, role, record }) =>
        withEntry(next, event, 'party', { name, kind, role }, id, record),
      registered,
    );
  },
  prefill: () => ({ input: { channel: 'window' } }),
});
