import { z } from 'zod';
import { defineAct } from '../../act.ts';
import { parseInstant } from '../../time/index.ts';
import { hearingRequestBy, needsNotice } from './hearing.ts';
import { localId, moment } from '../inputs.ts';
import { decisionOf } from '../reading.ts';
import { withEntry } from '../state.ts';
import { kindOf } from '../kind.ts';
import { notHeard, participantsOf } from './participants.ts';
import { alreadyDecided } from '../deciding/already-decided.ts';

/**
 * 听证通知 (处罚法第六十四条第二项、行政许可法第四十八条第一款第一项): fixes when, where and by whom the hearing is held, and is
 * served on each who takes part in it.
 */
export const notifyHearing = defineAct({
  name: 'case.notify-hearing',
  event: 'case.hearing-notified',
  label: '制作听证通知书',
  aggregate: 'case',
  nature: 'constitutive',
  stage: 'decision',
  kinds: ['penalty', 'license'],
  creates: 'hearing-notice',
  input: z.strictObject({
    parties: z
      .array(localId)
      .min(1, '请选择参加听证的人')
      .max(200)
      .meta({ label: '参加听证的人', ref: 'participant' }),
    startsAt: moment.meta({ label: '听证开始的时刻', moment: true }),
    presider: localId.meta({ label: '听证主持人', ref: 'officer' }),
    open: z.boolean().meta({ label: '公开举行' }),
  }),
  standing: (state) => [...needsNotice(state), ...alreadyDecided(decisionOf(state))],
  invariants: (state, act, context) => {
    const startsAt = parseInstant(act.input.startsAt);
    return [
      ...notHeard(state, act.input.parties, 'input.parties'),
      ...(Object.hasOwn(context.refs.agency.officers, act.input.presider)
        ? []
        : [
            {
              code: 'OFFICER_UNKNOWN',
              because: '所选主持人不在本机关执法人员名录中',
              field: 'input.presider',
              remedy: { says: '先在机关名录中登记该人员', act: 'agency.register-officer' },
            },
          ]),
      ...(startsAt !== undefined && startsAt <= act.occurredAt
        ? [
            {
              code: 'STEP_ORDER',
              because: '听证开始的时刻早于制作通知书的时刻',
              field: 'input.startsAt',
              remedy: { says: '另定听证的时刻' },
            },
          ]
        : []),
    ];
  },
  apply: (state, event) => withEntry(state, event, 'hearing-notice', event.input),
  prefill: (state) => ({
    input: {
      // Of a penalty whoever asked; of a license both sides, whichever of them asked.
      parties: participantsOf(state)
        .map(({ id }) => id)
        .filter((id) => kindOf(state) === 'license' || hearingRequestBy(state, id) !== undefined),
      open: true,
    },
  }),
});
