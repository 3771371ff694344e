import { z } from 'zod';
import { defineAct } from '../../act.ts';
import { day } from '../../authority/inputs.ts';
import { nameOn } from '../../authority/names.ts';
import { wrongInput } from '../../authority/wrong-input.ts';
import { seriesStream, takeNumber } from '../../series/take-number.ts';
import { dayOf } from '../../time/index.ts';
import { code, money } from '../inputs.ts';
import { withParties } from '../parties/bringing-parties.ts';
import { partsOf, partyRows } from '../parties/party-rows.ts';
import { withEntry } from '../state.ts';

/**
 * 登记强制执行 (行政强制法第三十四条): the first act of a file of enforcement. It names the decision that stays unperformed
 * and the one party it binds: every party has days of its own, so every party has a file of its own.
 */
export const openExecution = defineAct({
  name: 'case.open-execution',
  event: 'case.execution-opened',
  label: '登记强制执行',
  aggregate: 'case',
  nature: 'constitutive',
  inField: true,
  stage: 'initiation',
  kinds: ['execution'],
  creates: 'execution-basis',
  opens: true,
  input: z.strictObject({
    matter: z.string().trim().min(2, '请写明执行的事项').max(100).meta({ label: '执行的事项' }),
    organ: z.string().trim().min(4, '请写明作出决定的机关').max(100).meta({ label: '作出决定的机关' }),
    paper: z.string().trim().min(4, '请写明决定书的文号').max(100).meta({ label: '决定书文号' }),
    file: z.optional(z.string().trim().min(2).max(100).meta({ label: '在本机关的案号（本机关办理的填写）' })),
    decidedOn: day.meta({ label: '决定作出之日' }),
    servedOn: z.optional(day.meta({ label: '决定书送达之日' })),
    performBy: day.meta({ label: '履行期限的末日' }),
    obligation: code('execution-obligation', '应当履行的义务').meta({
      label: '应当履行的义务',
      codes: 'execution-obligation',
      narrows: true,
    }),
    content: z
      .string()
      .trim()
      .min(4, '请写明应当履行什么')
      .max(2000)
      .meta({ label: '义务的内容', long: true }),
    amount: z.optional(money('应当缴纳的金额（本金）')),
    permille: z.optional(
      z.number().int().positive('须大于零').max(1000).meta({ label: '决定书告知的加处标准（每日千分之几）' }),
    ),
    route: code('execution-route', '由谁执行').meta({
      label: '由谁执行',
      codes: 'execution-route',
      narrows: true,
    }),
    parties: partyRows(1, '每名当事人各立一件').meta({ label: '被执行人' }),
  }),
  parts: (act) => partsOf(act.input.parties),
  reads: (act) => [seriesStream(act, 'execution')],
  standing: (state) =>
    state.version === 0
      ? []
      : [
          {
            code: 'EXECUTION_OPENED',
            because: '本案已经登记据以执行的决定',
            remedy: { says: '另有决定须执行的，另行登记' },
          },
        ],
  invariants: (_state, act) => {
    const { obligation, amount, decidedOn, servedOn, performBy, parties } = act.input;
    if (parties.some(({ id }) => id === act.id))
      return [
        {
          code: 'ID_TAKEN',
          because: '被执行人的编号已用于本次登记',
          field: 'input.parties',
          remedy: { says: '换一个编号' },
        },
      ];
    if ((obligation === 'pay') !== (amount !== undefined))
      return wrongInput(
        obligation === 'pay' ? '义务是缴纳款项而没有写明金额' : '义务不是缴纳款项而写了金额',
        'amount',
        '只在义务是缴纳款项时写明本金',
      );
    if (servedOn !== undefined && servedOn < decidedOn)
      return wrongInput('送达早于决定作出', 'servedOn', '核对决定书的两个日期');
    return performBy <= (servedOn ?? decidedOn)
      ? wrongInput('履行期限的末日不在送达之后', 'performBy', '照决定书填写履行期限的末日')
      : [];
  },
  consequences: (_state, act, context) => {
    const { number, taken } = takeNumber(act, context, 'execution');
    return { outcome: { number }, others: [taken] };
  },
  apply: (state, event) => {
    const { parties, ...rest } = event.input;
    const number = String(event.outcome?.['number'] ?? '');
    return withParties(
      withEntry(state, event, 'execution-basis', { ...rest, number }),
      event as never,
      parties,
    );
  },
  prefill: (_state, { refs, now }) => ({
    input: { organ: nameOn(refs.agency, dayOf(now)).name, obligation: 'pay', route: 'court' },
  }),
});
