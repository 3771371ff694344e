import { z } from 'zod';
import { defineAct } from '../act.ts';
import { code, money } from '../case/inputs.ts';
import { dayOf } from '../time/index.ts';
import { day, freeId, ownId } from './inputs.ts';
import { wrongInput } from './wrong-input.ts';

/**
 * 登记处罚依据 (处罚法第四条、第五条): enters one article of one edition, or enters it again, which replaces the entry: when it
 * ceased to be in force, for instance. A decision keeps the version it read, so nothing reaches back.
 */
export const registerBasis = defineAct({
  name: 'agency.register-basis',
  event: 'agency.basis-registered',
  label: '登记处罚依据',
  aggregate: 'agency',
  nature: 'constitutive',
  input: z.strictObject({
    id: ownId.meta({ label: '依据编号' }),
    instrument: z.string().trim().min(2, '请写明名称').max(200).meta({ label: '法律、法规、规章的名称' }),
    article: z.string().trim().min(2, '请写明条款').max(60).meta({ label: '条款' }),
    edition: z.string().trim().min(2, '请写明版本').max(60).meta({ label: '版本' }),
    rank: code('basis-rank', '位阶'),
    publishedOn: z.optional(day.meta({ label: '公布日期' })),
    publishedIn: z.optional(z.string().trim().min(2).max(100).meta({ label: '公布载体' })),
    from: day.meta({ label: '施行日期' }),
    until: z.optional(day.meta({ label: '废止、失效前的最后一日' })),
    kinds: z.array(code('sanction-kind', '处罚种类')).max(20).meta({ label: '所规定的处罚种类' }),
    fineFrom: z.optional(money('罚款的下限')),
    fineUpTo: z.optional(money('罚款的上限')),
  }),
  invariants: (_state, act) => {
    const { from, until, publishedOn, publishedIn, fineFrom, fineUpTo } = act.input;
    if (until !== undefined && until < from)
      return wrongInput('失效的日期早于施行日期', 'until', '核对施行和失效的日期');
    if (fineFrom !== undefined && fineUpTo !== undefined && fineFrom > fineUpTo)
      return wrongInput('罚款的下限高于上限', 'fineFrom', '核对罚款的幅度');
    if ((publishedOn === undefined) !== (publishedIn === undefined))
      return wrongInput(
        '公布的日期和载体应当一并写明',
        'publishedOn',
        '写明公布的日期和载体；尚未公布的两栏都不填',
      );
    return publishedOn !== undefined && publishedOn > dayOf(act.occurredAt)
      ? wrongInput('公布日期还没有到', 'publishedOn', '公布之后再登记公布日期')
      : [];
  },
  prefill: (state, { now }) => ({
    input: { id: freeId('basis', Object.keys(state.bases ?? {})), from: dayOf(now) },
  }),
  apply: (state, event) => ({ ...state, bases: { ...state.bases, [event.input.id]: event.input } }),
});
