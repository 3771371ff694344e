import { z } from 'zod';
import { defineAct } from '../act.ts';
import { code, money, localId as rowId } from '../case/inputs.ts';
import { dayOf } from '../time/index.ts';
import { factorFaults } from './factor-faults.ts';
import { day, freeId, localId, ownId } from './inputs.ts';
import { basisById } from './legal-basis.ts';
import { wrongInput } from './wrong-input.ts';

/** Absent of an option where levels say what they need. */
const points = z.optional(z.number().int().min(0).max(1000).meta({ label: '分数' }));
const option = z.string().trim().min(1, '请写明名称').max(60).meta({ label: '名称' });
const factorName = z.string().trim().min(1, '请写明因素的名称').max(60);

/**
 * What the edition looks at. The names are its own: levels and answers call factors and options by them, so that a file
 * can be read without the register.
 */
const factors = z
  .array(
    z.strictObject({
      label: factorName.meta({ label: '因素的名称' }),
      kind: code('factor-kind', '因素的类别'),
      options: z.optional(
        z
          .array(z.strictObject({ label: option, points }))
          .max(20)
          .meta({ label: '选项', whenKinds: ['choice'] }),
      ),
      amounts: z.optional(
        z
          .array(
            z.strictObject({
              label: option,
              from: z.optional(money('下限（含本数；最低一段不填）')),
              below: z.optional(money('上限（不含本数；最高一段不填）')),
              points,
            }),
          )
          .max(20)
          .meta({ label: '金额的分段', whenKinds: ['amount'] }),
      ),
      counts: z.optional(
        z
          .array(
            z.strictObject({
              label: option,
              from: z.optional(
                z.number().int().min(0).max(1_000_000).meta({ label: '下限（含本数；最低一段不填）' }),
              ),
              upTo: z.optional(
                z.number().int().min(0).max(1_000_000).meta({ label: '上限（含本数；最高一段不填）' }),
              ),
              points,
            }),
          )
          .max(20)
          .meta({ label: '次数、数量的分段', whenKinds: ['count'] }),
      ),
    }),
  )
  .max(20)
  .meta({ label: '裁量因素' });

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
    id: ownId.meta({ label: '基准编号' }),
    title: z.string().trim().min(2, '请写明名称').max(200).meta({ label: '裁量基准的名称' }),
    edition: z.string().trim().min(2, '请写明版本').max(60).meta({ label: '版本' }),
    basis: localId.meta({ label: '所细化的依据', ref: 'basis' }),
    from: day.meta({ label: '施行日期' }),
    until: z.optional(day.meta({ label: '废止、失效前的最后一日' })),
    // Absent in events from before it was asked, and while it has not been made public.
    publishedOn: z.optional(day.meta({ label: '公布日期' })),
    publishedIn: z.optional(z.string().trim().min(2).max(100).meta({ label: '公布载体' })),
    // Absent in events from before they were asked, and where the level is chosen by the words of the levels.
    factors: z.optional(factors),
    levels: z
      .array(
        z.strictObject({
          // Made by the form, which makes them as it does for rows of a case.
          id: rowId.meta({ label: '档次编号' }),
          label: z.string().trim().min(1).max(60).meta({ label: '档次' }),
          from: money('罚款的下限'),
          upTo: money('罚款的上限'),
          // Absent in events from before it was asked.
          when: z.optional(z.string().trim().min(2).max(300).meta({ label: '适用的情形' })),
          needs: z.optional(
            z
              .array(
                z.strictObject({
                  factor: factorName.meta({ label: '因素' }),
                  option: option.meta({ label: '选项' }),
                }),
              )
              .max(100)
              .meta({ label: '适用的条件（其余情形的档次不填）' }),
          ),
          match: z.optional(code('factor-match', '几个因素的条件')),
          pointsFrom: z.optional(
            z.number().int().min(0).max(100_000).meta({ label: '最低分（按分数的填写）' }),
          ),
          pointsUpTo: z.optional(
            z.number().int().min(0).max(100_000).meta({ label: '最高分（按分数的填写）' }),
          ),
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
    if (until !== undefined && until < from)
      return wrongInput('失效的日期早于施行日期', 'until', '核对施行和失效的日期');
    if ((publishedOn === undefined) !== (publishedIn === undefined))
      return wrongInput(
        '公布的日期和载体应当一并写明',
        'publishedOn',
        '写明公布的日期和载体；尚未公布的两栏都不填',
      );
    if (publishedOn !== undefined && publishedOn > dayOf(act.occurredAt))
      return wrongInput('公布日期还没有到', 'publishedOn', '公布之后再登记公布日期');
    if (new Set(levels.map((level) => level.id)).size < levels.length)
      return wrongInput('两个档次用了同一编号', 'levels', '每个档次各用一个编号');
    if (levels.some((level) => level.from > level.upTo))
      return wrongInput('档次的下限高于上限', 'levels', '核对各档次的幅度');
    const { fineFrom = 0, fineUpTo = Number.MAX_SAFE_INTEGER } = basis;
    if (levels.some((level) => level.from < fineFrom || level.upTo > fineUpTo))
      return wrongInput('档次超出了所细化的依据的幅度', 'levels', '在法定的幅度之内划分档次');
    return factorFaults(act.input)
      .slice(0, 1)
      .flatMap(({ because, field, says }) => wrongInput(because, field, says));
  },
  prefill: (state, { now }) => ({
    input: { id: freeId('benchmark', Object.keys(state.benchmarks ?? {})), from: dayOf(now) },
  }),
  apply: (state, event) => ({
    ...state,
    benchmarks: { ...state.benchmarks, [event.input.id]: event.input },
  }),
});
