import { z } from 'zod';
import { defineAct } from '../act.ts';
import { money } from '../case/inputs.ts';
import { dayOf } from '../time/index.ts';
import { day, freeId, localId } from './inputs.ts';
import { basisById } from './legal-basis.ts';

/**
 * 登记裁量基准 (处罚法第三十四条): one edition of the levels into which the range of a basis is divided. A benchmark narrows what
 * the basis allows: a level that reaches beyond its range could only lead to unlawful fines.
 */
export const registerBenchmark = defineAct({
  name: 'agency.register-benchmark',
  event: 'agency.benchmark-registered',
  label: '登记裁量基准',
  aggregate: 'agency',
  nature: 'constitutive',
  input: z.strictObject({
    id: localId.meta({ label: '基准编号' }),
    title: z.string().trim().min(2, '请写明名称').max(200).meta({ label: '裁量基准的名称' }),
    edition: z.string().trim().min(2, '请写明版本').max(60).meta({ label: '版本' }),
    basis: localId.meta({ label: '所细化的依据', ref: 'basis' }),
    from: day.meta({ label: '施行日期' }),
    until: z.optional(day.meta({ label: '废止、失效前的最后一日' })),
    // Absent in events from before it was asked, and while it has not been made public.
    publishedOn: z.optional(day.meta({ label: '公布日期' })),
    publishedIn: z.optional(z.string().trim().min(2).max(100).meta({ label: '公布载体' })),
    levels: z
      .array(
        z.strictObject({
          id: localId.meta({ label: '档次编号' }),
          label: z.string().trim().min(1).max(60).meta({ label: '档次' }),
          from: money('罚款的下限'),
          upTo: money('罚款的上限'),
          // Absent in events from before it was asked.
          when: z.optional(z.string().trim().min(2).max(300).meta({ label: '适用的情形' })),
        }),
      )
      .min(1, '至少写一个档次')
      .max(20)
      .meta({ label: '档次' }),
  }),
  invariants: (state, act) => {
    const { basis: id, from, until, levels, publishedOn, publishedIn } = act.input;
    const basis = basisById(state, id);
    if (basis === undefined)
      return [
        {
          code: 'BASIS_UNKNOWN',
          because: '所细化的依据尚未登记',
          field: 'input.basis',
          remedy: { says: '先登记该依据', act: 'agency.register-basis' },
        },
      ];
    const wrong = (because: string, field: string, says: string) => [
      { code: 'INPUT_INVALID', because, field: `input.${field}`, remedy: { says } },
    ];
    if (until !== undefined && until < from)
      return wrong('失效的日期早于施行日期', 'until', '核对施行和失效的日期');
    if ((publishedOn === undefined) !== (publishedIn === undefined))
      return wrong(
        '公布的日期和载体应当一并写明',
        'publishedOn',
        '写明公布的日期和载体；尚未公布的两栏都不填',
      );
    if (publishedOn !== undefined && publishedOn > dayOf(act.occurredAt))
      return wrong('公布日期还没有到', 'publishedOn', '公布之后再登记公布日期');
    if (new Set(levels.map((level) => level.id)).size < levels.length)
      return wrong('两个档次用了同一编号', 'levels', '每个档次各用一个编号');
    if (levels.some((level) => level.from > level.upTo))
      return wrong('档次的下限高于上限', 'levels', '核对各档次的幅度');
    const { fineFrom = 0, fineUpTo = Number.MAX_SAFE_INTEGER } = basis;
    return levels.some((level) => level.from < fineFrom || level.upTo > fineUpTo)
      ? wrong('档次超出了所细化的依据的幅度', 'levels', '在法定的幅度之内划分档次')
      : [];
  },
  prefill: (state, { now }) => ({
    input: { id: freeId('benchmark', Object.keys(state.benchmarks ?? {})), from: dayOf(now) },
  }),
  apply: (state, event) => ({
    ...state,
    benchmarks: { ...state.benchmarks, [event.input.id]: event.input },
  }),
});
