import { z } from 'zod';
import { defineAct } from '../../act.ts';
import { obligations } from '../../obligations.ts';
import { dayOf, formatDay } from '../../time/index.ts';
import { listOf, openDepartures } from './handing-over.ts';
import { localId } from '../inputs.ts';
import { handlersOf } from '../reading.ts';
import { withEntry } from '../state.ts';

/**
 * 移交案卷: who no longer handles the case gives the file to who does, with a list of every paper in it, made by the
 * system, and says what is unfinished. It is done again when the file has changed before it was signed for.
 */
export const handOver = defineAct({
  name: 'case.hand-over',
  event: 'case.handed-over',
  label: '移交案卷',
  aggregate: 'case',
  nature: 'constitutive',
  afterClosing: true,
  creates: 'handover',
  input: z.strictObject({
    from: localId.meta({ label: '移交人（原承办人）', ref: 'officer' }),
    to: localId.meta({ label: '接收人（现承办人）', ref: 'officer' }),
  }),
  standing: (state) =>
    openDepartures(state).length === 0
      ? [{ code: 'NOTHING_TO_HAND_OVER', because: '没有不再承办而尚未办完移交的人员' }]
      : [],
  invariants: (state, act) => [
    ...(openDepartures(state).some(({ officer }) => officer === act.input.from)
      ? []
      : [
          {
            code: 'LINK_BROKEN',
            because: '所选移交人没有尚待移交的案卷',
            field: 'input.from',
            remedy: { says: '选择不再承办本案的原承办人' },
          },
        ]),
    ...(handlersOf(state).includes(act.input.to)
      ? []
      : [
          {
            code: 'LINK_BROKEN',
            because: '所选接收人不是本案现在的承办人',
            field: 'input.to',
            remedy: { says: '选择本案现在的承办人' },
          },
        ]),
  ],
  consequences: (state) => ({ outcome: { contents: listOf(state) } }),
  apply: (state, event) => {
    const departure = openDepartures(state).findLast(({ officer }) => officer === event.input.from);
    return withEntry(state, event, 'handover', {
      ...event.input,
      assignment: departure?.assignment.id ?? '',
    });
  },
  prefill: (state, { actor, law }) => {
    const leaving = openDepartures(state).map(({ officer }) => officer);
    const from = leaving.find((officer) => officer === actor.officer) ?? leaving[0];
    const [to] = handlersOf(state);
    const owed = obligations(state, law)
      .filter((one) => one.met === undefined && one.owedBy === 'handlers' && one.duty !== 'take-over-case')
      .map((one) => {
        const of = one.per === 'case' ? '' : `（${one.subjectLabel}）`;
        return `${one.label}${of}：${formatDay(dayOf(one.lawfulDue), { withYear: true })}届满`;
      });
    return {
      input: { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) },
      record: { 'handover.unfinished': owed.length === 0 ? '无' : owed.join('\n') },
    };
  },
});
