import { z } from 'zod';
import { defineAct } from '../../act.ts';
import { seriesStream, takeNumber } from '../../series/take-number.ts';
import { code } from '../inputs.ts';
import { openedAlready, partiesAmiss } from '../licensing/opening.ts';
import { partsOf, partyRows } from '../parties/party-rows.ts';
import { withEntry } from '../state.ts';

/** 启动征收、征用 (民法典第一百一十七条): of own motion, and only on what the state has laid down. */
export const openLevy = defineAct({
  name: 'case.open-levy',
  event: 'case.levy-opened',
  label: '启动征收征用',
  aggregate: 'case',
  nature: 'constitutive',
  inField: true,
  stage: 'initiation',
  kinds: ['levy'],
  creates: 'levy-opening',
  opens: true,
  input: z.strictObject({
    form: code('levy-form', '征收征用的种类').meta({
      label: '征收征用的种类',
      codes: 'levy-form',
      narrows: true,
    }),
    item: z.string().trim().min(2, '请写明征收征用的事项').max(100).meta({ label: '事项' }),
    bases: z
      .array(
        z.strictObject({
          instrument: z
            .string()
            .trim()
            .min(2, '请写明文件的名称')
            .max(100)
            .meta({ label: '法律、法规或者国家规定的名称' }),
          article: z.string().trim().min(2, '请写明条款').max(100).meta({ label: '条款' }),
          rank: code('levy-basis-rank', '文件的性质'),
        }),
      )
      .max(20)
      .meta({ label: '依据' }),
    parties: partyRows(100).meta({ label: '被征收、征用人（缴费人）' }),
  }),
  parts: (act) => partsOf(act.input.parties),
  reads: (act) => [seriesStream(act, 'levy-opening')],
  standing: openedAlready,
  invariants: (_state, act) => partiesAmiss(act, act.input.parties, '当事人'),
  consequences: (_state, act, context) => {
    const { number, taken } = takeNumber(act, context, 'levy-opening');
    return { outcome: { number }, others: [taken] };
  },
  apply: (state, event) => {
    const { parties, ...rest } = event.input;
    const number = String(event.outcome?.['number'] ?? '');
    const opened = withEntry(state, event, 'levy-opening', { ...rest, number });
    return parties.reduce(
      (next, { id, name, kind, record }) => withEntry(next, event, 'party', { name, kind }, id, record),
      opened,
    );
  },
});
