import type { Instant } from '../../time/index.ts';
import { z } from 'zod';
import { defineAct } from '../../act.ts';
import type { Structural } from '../../act.ts';
import { localId } from '../inputs.ts';
import { inTransit, partyName } from '../reading.ts';
import { entriesOf, entryById, withEntry } from '../state.ts';
import type { CaseState } from '../state.ts';
import { tooEarly } from '../too-early.ts';

/**
 * 登记收件 (民事诉讼法第九十条、第九十一条): a document that was sent has reached the party. The act's own time is when the
 * receipt says it was received, or when it arrived in the party's system.
 */
export const recordDelivery = defineAct({
  name: 'case.record-delivery',
  event: 'case.delivery-recorded',
  label: '登记收件',
  aggregate: 'case',
  nature: 'factual',
  stage: 'execution',
  afterClosing: true,
  creates: 'delivery',
  input: z.strictObject({
    service: localId.meta({ label: '哪一次送达', ref: 'in-transit' }),
  }),
  standing: nothingOnTheWay,
  invariants: (state, act) => notOnTheWay(state, act.input.service, act.occurredAt),
  apply: (state, event) => withEntry(state, event, 'delivery', event.input),
  prefill: (state) => {
    const sent = entriesOf(state, 'service').find((entry) => inTransit(state, entry));
    return sent === undefined
      ? {}
      : {
          input: { service: sent.id },
          record: { 'service.recipient': partyName(state, sent.data.party) },
        };
  },
});

export function nothingOnTheWay(state: CaseState): readonly Structural[] {
  return entriesOf(state, 'service').some((entry) => inTransit(state, entry))
    ? []
    : [
        {
          code: 'SERVICE_NOT_SENT',
          because: '没有已经发出而等待结果的送达',
          remedy: { says: '先登记邮寄、电子或者委托送达', act: 'case.serve' },
        },
      ];
}

/** What was never sent, or has its outcome already, can neither arrive nor come back; nor before it was sent. */
export function notOnTheWay(state: CaseState, id: string, at: Instant): readonly Structural[] {
  const sent = entryById(state, id);
  if (sent?.kind !== 'service' || !inTransit(state, sent))
    return [
      {
        code: 'SERVICE_NOT_SENT',
        because: '所选送达不在途中',
        field: 'input.service',
        remedy: { says: '从已经发出而等待结果的送达中选择' },
      },
    ];
  return tooEarly(at, sent.at, '收到或者退回的时刻早于发出的时刻');
}
