import { z } from 'zod';
import { defineAct } from '../act.ts';
import { code, localId, moment } from '../case/inputs.ts';
import { commitmentOf, inOrder } from '../drawing/draw.ts';
import type { DrawTerms } from '../drawing/draw.ts';
import { isUnifiedCode } from '../rules/formats.ts';
import { dayOf, instant, parseInstant } from '../time/index.ts';
import { inspectionItem, inspectionsOf, planLine } from './inspections.ts';
import type { Draw } from './inspections.ts';
import { certificateOn } from './state.ts';
import type { AgencyState } from './state.ts';
import { wrongInput } from './wrong-input.ts';

const objectCode = z
  .string()
  .regex(/^[A-Z0-9-]{4,40}$/, '按登记机关公布的代码填写')
  .meta({ label: '统一社会信用代码' });

/**
 * 封存抽查名单: both pools, who keeps away from whom, how many are drawn, and which public number will decide, are laid down
 * while nobody can know that number. The event goes into the transparency log: whoever would change a pool afterwards would
 * have to change what others already hold. One list of a line waits for its draw at a time: nobody can seal ten and keep
 * the one that came out to their liking.
 */
export const commitDraw = defineAct({
  name: 'agency.commit-draw',
  event: 'agency.draw-committed',
  label: '封存抽查名单',
  aggregate: 'agency',
  nature: 'constitutive',
  input: z.strictObject({
    line: z.string().max(100).meta({ label: '计划的一项检查', ref: 'plan-line' }),
    objects: z
      .array(
        z.strictObject({
          code: objectCode,
          name: z.string().trim().min(2, '请写明名称').max(100).meta({ label: '名称' }),
        }),
      )
      .min(1, '至少列一家')
      .max(2000)
      .meta({ label: '检查对象名单' }),
    officers: z.array(localId).min(1, '至少选一名').max(500).meta({ label: '检查人员名单', ref: 'officer' }),
    exclusions: z
      .array(
        z.strictObject({
          object: objectCode,
          officer: localId.meta({ label: '回避的人员', ref: 'officer' }),
          reason: z.string().trim().min(2, '请写明回避的理由').max(200).meta({ label: '回避的理由' }),
        }),
      )
      .max(500)
      .meta({ label: '应当回避的' }),
    count: z.number().int().min(1, '至少抽一家').max(2000).meta({ label: '抽取的家数' }),
    each: z.number().int().min(1).max(10).meta({ label: '每家的检查人员数' }),
    source: code('draw-source', '公开号码的来源'),
    issue: z.string().trim().min(2, '请写明期号或者日期').max(60).meta({ label: '期号或者日期' }),
    knownAt: moment.meta({ label: '号码公布的时刻', moment: true }),
  }),
  invariants: (state, act) => {
    const { line, objects, officers, exclusions, count, knownAt } = act.input;
    if (planLine(state, line) === undefined)
      return [
        {
          code: 'PLAN_UNKNOWN',
          because: '年度检查计划中没有这一项',
          field: 'input.line',
          remedy: { says: '先制定年度检查计划', act: 'agency.adopt-inspection-plan' },
        },
      ];
    if (inspectionsOf(state).draws.some((one) => one.line === line && one.result === undefined))
      return [
        {
          code: 'DRAW_PENDING',
          because: '这一项检查已经封存的名单还没有抽取',
          field: 'input.line',
          remedy: { says: '等约定的号码公布，先按封存的名单抽取', act: 'agency.draw-lots' },
        },
      ];
    const miswritten = objects.filter((one) => !isUnifiedCode(one.code));
    if (miswritten.length > 0)
      return wrongInput(
        `${miswritten.map(({ name }) => name).join('、')}的统一社会信用代码有误`,
        'objects',
        '照登记证书核对十八位代码',
      );
    const codes = new Set(objects.map((one) => one.code));
    if (codes.size < objects.length) return wrongInput('同一家列了两次', 'objects', '每家列一次');
    if (officers.some((one) => !Object.hasOwn(state.officers, one)))
      return wrongInput('所选人员不在本机关名录中', 'officers', '从名录中选择', 'OFFICER_UNKNOWN');
    const bare = officers.filter((one) => certificateOn(state, one, dayOf(act.occurredAt)) === undefined);
    if (bare.length > 0)
      return wrongInput(
        `${bare.map((one) => state.officers[one]?.name ?? '').join('、')}没有有效的执法证件`,
        'officers',
        '名单只列当日持有有效执法证件的人员',
        'OFFICER_NOT_QUALIFIED',
      );
    if (exclusions.some(({ object, officer }) => !codes.has(object) || !officers.includes(officer)))
      return wrongInput('回避的一项不在两份名单之内', 'exclusions', '从名单中选择对象和人员');
    if (count > objects.length) return wrongInput('抽取的家数多于名单上的', 'count', '核对抽取的家数');
    const known = parseInstant(knownAt);
    return known === undefined || dayOf(known) <= dayOf(act.occurredAt)
      ? wrongInput(
          '约定的号码在封存当日或者更早就已公布',
          'knownAt',
          '约定封存之后的日子才公布的号码，封存的记录当日即可由他人留存',
          'SEED_KNOWN',
        )
      : [];
  },
  consequences: (state, act) => {
    const terms = termsOf(state, act.input);
    const on = dayOf(act.occurredAt);
    const names = Object.fromEntries(
      terms.officers.map((id) => {
        const number = certificateOn(state, id, on)?.number;
        return [
          id,
          { name: state.officers[id]?.name ?? '', ...(number === undefined ? {} : { certificate: number }) },
        ];
      }),
    );
    return {
      outcome: { commitment: commitmentOf(terms), purpose: terms.purpose, names },
    };
  },
  apply: (state, event) => {
    const before = inspectionsOf(state);
    const { commitment, purpose, names } = event.outcome ?? {};
    const { objects, officers, exclusions, count, each, source, issue } = event.input;
    const pools = { objects, officers, exclusions, count, each, source, issue };
    const draw: Draw = {
      id: event.actId,
      line: event.input.line,
      terms: inOrder({ purpose: String(purpose), ...pools }),
      commitment: String(commitment),
      knownAt: instant(event.input.knownAt),
      committedAt: event.at,
      names: names as unknown as Draw['names'],
    };
    return { ...state, inspections: { ...before, draws: [...before.draws, draw] } };
  },
  prefill: () => ({ input: { each: 2, exclusions: [] } }),
});

/** The purpose is told in the words of the plan: what the digest binds can be read. */
function termsOf(
  state: AgencyState,
  input: Omit<DrawTerms, 'purpose'> & { readonly line: string },
): DrawTerms {
  const found = planLine(state, input.line);
  const item = inspectionItem(state, found?.line.item);
  const { objects, officers, exclusions, count, each, source, issue } = input;
  const purpose = `${found?.plan.title ?? ''}：${item?.name ?? ''}（${found?.line.objects ?? ''}）`;
  return inOrder({ purpose, objects, officers, exclusions, count, each, source, issue });
}
