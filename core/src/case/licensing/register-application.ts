import { z } from 'zod';
import { defineAct } from '../../act.ts';
import { day } from '../../authority/inputs.ts';
import { seriesStream, takeNumber } from '../../series/take-number.ts';
import { dayOf } from '../../time/index.ts';
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
} from './opening.ts';
import { partsOf, partyRows } from '../parties/party-rows.ts';
import { withEntry } from '../state.ts';

/**
 * 登记申请 (行政许可法第二十九条、第三十二条): the first act of a license case. Its moment is that of receipt: the days for
 * answering run from it, whoever types it when.
 */
export const registerApplication = defineAct({
  name: 'case.register-application',
  event: 'case.application-registered',
  label: '登记许可申请',
  aggregate: 'case',
  nature: 'factual',
  stage: 'initiation',
  kinds: ['license'],
  creates: 'application',
  opens: true,
  input: z.strictObject({
    item: z.string().trim().min(2, '请写明申请的事项').max(100).meta({ label: '申请事项' }),
    type: code('application-type', '申请类型').meta({
      label: '申请类型',
      codes: 'application-type',
      narrows: true,
    }),
    way: code('licensing-way', '办理方式'),
    channel: code('application-channel', '申请渠道'),
    window: atWindow,
    parties: partyRows(20).meta({ label: '申请人' }),
    materials: materialsOfApplication,
    // Only of a renewal: whether it was asked for in time, and by when it must be decided, is reckoned from it.
    expiresOn: z.optional(day.meta({ label: '现有证件的有效期末日（申请延续的填写）' })),
    // Of one an agency below has examined first: its moment here is that at which its opinion and the materials arrived.
    firstExaminer: z.optional(
      z
        .string()
        .trim()
        .min(4, '请写明下级机关的全称')
        .max(100)
        .meta({ label: '报送的下级机关（由下级初审后报送的填写）' }),
    ),
    acceptedBelowOn: z.optional(day.meta({ label: '下级机关受理之日（由下级初审后报送的填写）' })),
  }),
  parts: (act) => partsOf(act.input.parties),
  reads: (act) => [seriesStream(act, 'application')],
  standing: openedAlready,
  invariants: (_state, act) => {
    const { parties, materials, type, expiresOn, firstExaminer, acceptedBelowOn } = act.input;
    const amiss = [
      ...partiesAmiss(act, parties, '申请人'),
      ...materialsTwice(materials),
      ...windowAmiss(act.input),
    ];
    if (amiss.length > 0) return amiss;
    if ((firstExaminer === undefined) !== (acceptedBelowOn === undefined))
      return [
        {
          code: 'INPUT_INVALID',
          because: '由下级报送的，没有同时写明报送的机关和它受理之日',
          field: firstExaminer === undefined ? 'input.firstExaminer' : 'input.acceptedBelowOn',
          remedy: { says: '照报送的材料填写两项' },
        },
      ];
    if (acceptedBelowOn !== undefined && acceptedBelowOn > dayOf(act.occurredAt))
      return [
        {
          code: 'STEP_ORDER',
          because: '下级机关受理之日晚于收到报送之日',
          field: 'input.acceptedBelowOn',
          remedy: { says: '核对下级机关受理之日' },
        },
      ];
    return type === 'renewal' && expiresOn === undefined
      ? [
          {
            code: 'INPUT_INVALID',
            because: '申请延续而没有写明现有证件的有效期末日',
            field: 'input.expiresOn',
            remedy: { says: '照现有证件填写有效期末日' },
          },
        ]
      : [];
  },
  consequences: (_state, act, context) => {
    const { number, taken } = takeNumber(act, context, 'application');
    return { outcome: { number, ...footageOf(act, context) }, others: [taken] };
  },
  apply: (state, event) => {
    const { parties, ...rest } = event.input;
    const number = String(event.outcome?.['number'] ?? '');
    const registered = withEntry(state, event, 'application', {
      ...rest,
      number,
      ...footageIn(event.outcome),
    });
    return parties.reduce(
      (next, { id, name, kind, record }) => withEntry(next, event, 'party', { name, kind }, id, record),
      registered,
    );
  },
  prefill: () => ({ input: { type: 'first', way: 'ordinary', channel: 'window' } }),
});
