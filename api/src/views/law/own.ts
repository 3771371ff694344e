import {
  allNamesOf,
  cite,
  inForceOn,
  isFixed,
  keeperOf,
  keeperWords,
  kindOfItem,
  mayKeep,
  nameOn,
  packValue,
  preparationKinds,
  preparationOn,
  preparationSubjects,
} from '@zhaozhang/core';
import type {
  ActContext,
  OwnValueKept,
  Parameter,
  ParameterForm,
  Preparation,
  PreparationKind,
} from '@zhaozhang/core';
import { dayOf, formatDay } from '@zhaozhang/core/time';
import type { Day } from '@zhaozhang/core/time';
import type { OwnLawView } from '../../contract/index.ts';
import { codesOfList, parameterWords } from './parameters.ts';
import { unitWords } from './unit-words.ts';

const kinds: Readonly<Record<PreparationKind, string>> = {
  policy: '各区的记录制度',
  step: '各环节的责任岗位',
  chart: '执法流程图',
};

/** 自定: what the agency sets and readies for itself. */
export function ownLawView({ actor, refs, law, now }: ActContext): OwnLawView {
  const { agency } = refs;
  const today = dayOf(now);
  const keeper = keeperOf(agency, actor, today);
  const words = (id: string, value: Parameter['value']): string =>
    value === undefined
      ? '没有取值'
      : parameterWords(id, value, law.params[id]?.form?.unit, law, agency.units);
  const citesOf = (param: Parameter | undefined): string[] =>
    [...(param?.form?.clauses ?? []), ...(param?.clause === undefined ? [] : [param.clause])]
      .map((clause) => cite([clause], law))
      .filter((one) => one !== '');
  const kept = agency.ownValues ?? [];
  const names = allNamesOf(agency);
  return {
    today,
    agency: nameOn(agency, today).name,
    values: kept.toReversed().map((one) => ({
      ...{ id: one.id, param: one.param, from: one.from, reason: one.reason, deviates: one.deviates },
      label: law.params[one.param]?.label ?? '已经不适用的参数',
      value: words(one.param, one.value),
      base: words(one.param, packValue(law.params[one.param] ?? { id: '', label: '' })),
      standing: standingOf(one, kept, today),
      approved: `${one.approvedBy}，${formatDay(one.approvedOn, { withYear: true })}${one.document === undefined ? '' : `，${one.document}`}`,
      ...(one.confirmation === undefined
        ? {}
        : {
            confirmed: `${one.confirmation.document}，${formatDay(one.confirmation.on, { withYear: true })}`,
          }),
      cites: citesOf(law.params[one.param]),
    })),
    settable: Object.values(law.params).flatMap((param) => {
      const { form } = param;
      if (form === undefined || isFixed(param, form, names)) return [];
      const above = packValue(param);
      const items = Array.isArray(param.value) ? (param.value as readonly string[]) : undefined;
      const choices = items === undefined ? undefined : codesOfList(items, law);
      return [
        {
          ...{ param: param.id, label: param.label, type: form.type, value: words(param.id, param.value) },
          ...(form.unit === undefined ? {} : { unit: unitWords(form.unit) }),
          ...(items === undefined ? {} : { items: [...items] }),
          ...(choices === undefined
            ? {}
            : { choices: choices.map(({ id, label }) => ({ value: id, label })) }),
          ...(form.uniform === undefined || names.includes(form.uniform.by)
            ? {}
            : { confirmedBy: form.uniform.by }),
          rule: ruleOf(form, words(param.id, above), names),
          cites: citesOf(param),
        },
      ];
    }),
    preparations: preparationKinds.flatMap((kind) => {
      const items = preparationSubjects(agency, law)
        .filter(({ id }) => kindOfItem(id) === kind)
        .map(({ id, label }) => {
          const made = preparationOn(agency, id, today) ?? comingOf(agency.preparations ?? [], id, today);
          return { item: id, label, ready: made !== undefined, says: made === undefined ? '缺' : said(made) };
        });
      const lacking = items.filter(({ ready }) => !ready).length;
      return items.length === 0 ? [] : [{ kind, label: kinds[kind], lacking, items }];
    }),
    posts: (agency.posts ?? [])
      .filter((post) => inForceOn(post, today))
      .map(({ id, name, unit }) => ({
        value: id,
        label: unit === undefined ? name : `${name}（${agency.units[unit]?.name ?? '未登记的机构'}）`,
      })),
    mayAdopt: mayKeep('agency.adopt-parameter', keeper),
    mayPrepare: mayKeep('agency.register-preparation', keeper),
    adopters: keeperWords('agency.adopt-parameter'),
    preparers: keeperWords('agency.register-preparation'),
  };

  /** Who holds the post is told beside it: whoever looks wants to know whom to ask. */
  function said(made: Preparation): string {
    const post = (agency.posts ?? []).findLast(({ id }) => id === made.post);
    const holders = agency.appointments
      .filter((one) => made.post !== undefined && one.post === made.post && inForceOn(one, today))
      .map(({ officer }) => agency.officers[officer]?.name ?? '')
      .filter((name) => name !== '');
    const parts = [
      made.inapplicable === undefined ? undefined : `不适用：${made.inapplicable}`,
      post === undefined
        ? undefined
        : `${post.name}（${holders.length === 0 ? '没有人员任职' : holders.join('、')}）`,
      made.document,
      made.scope === undefined ? undefined : `适用于${made.scope}`,
      made.from > today ? `自 ${formatDay(made.from, { withYear: true })}起` : undefined,
    ];
    return parts.filter((part) => part !== undefined).join('，');
  }
}

/** Entered, and yet to begin: nothing is lacking that one only has to wait for. */
function comingOf(all: readonly Preparation[], item: string, today: Day): Preparation | undefined {
  return all.findLast((one) => one.item === item && one.from > today);
}

function standingOf(
  one: OwnValueKept,
  all: readonly OwnValueKept[],
  today: Day,
): 'present' | 'past' | 'to-come' {
  if (one.from > today) return 'to-come';
  const begun = all.filter(({ param, from }) => param === one.param && from <= today);
  const latest = begun.reduce((best, next) => (next.from >= best.from ? next : best), one);
  return latest.id === one.id ? 'present' : 'past';
}

function ruleOf(form: ParameterForm, above: string, names: readonly string[]): string {
  const way = {
    smaller:
      form.type === 'list' ? `只能减列（上位规定：${above}）` : `只能相同或者更小（上位规定：${above}）`,
    larger:
      form.type === 'list' ? `只能增列（上位规定：${above}）` : `只能相同或者更大（上位规定：${above}）`,
  };
  const stricter = form.tighter === undefined ? `现行规定：${above}` : way[form.tighter];
  return form.uniform === undefined || names.includes(form.uniform.by)
    ? stricter
    : `${stricter}；与${form.uniform.by}的取值不同的，须经其确认`;
}
