import { actDefinitions, actLabel, cite } from '@zhaozhang/core';
import type { Code, Law, Primitive, Value } from '@zhaozhang/core';
import { cycleLabels, cycles } from '@zhaozhang/core/time';
import { usesParameter } from '@zhaozhang/law';
import type { Pack } from '@zhaozhang/law';
import type { LawParameter } from '../../contract/index.ts';
import { unitWords } from './unit-words.ts';

const protects = { party: '当事人的权利', public: '公众的知情', control: '机关内部的办理' } as const;

/** The units of the agency, by their ids. */
export type Units = Readonly<Record<string, { readonly name: string }>>;

/** Parameters of the packs in the order in which they stand, each with the value that counts. */
export function parametersOf(packs: readonly Pack[], law: Law, units: Units): LawParameter[] {
  return packs.flatMap((pack) =>
    pack.params.map(({ value: text }): LawParameter => {
      const value = law.params[text.id]?.value;
      const basis = text.clause === undefined ? '' : cite([text.clause], law);
      return {
        id: text.id,
        label: text.label,
        ...(value === undefined ? {} : { value: parameterWords(text.id, value, text.unit, law, units) }),
        ...(law.params[text.id]?.base === undefined ? {} : { own: true as const }),
        ...(text.optional === undefined ? {} : { optional: true as const }),
        source: text.source,
        ...(text.clause === undefined || basis === '' ? {} : { clause: { id: text.clause, cite: basis } }),
        ...(text.leftTo === undefined ? {} : { leftTo: text.leftTo }),
        ...(text.reason === undefined ? {} : { reason: text.reason }),
        ...(text.assumption === undefined ? {} : { assumption: text.assumption }),
        protects: protects[text.protects],
        from: pack.text.title,
        usedIn: usedIn(text.id, law),
      };
    }),
  );
}

/** A value of a parameter as officials read it. */
export function parameterWords(
  id: string,
  value: Value,
  unit: string | undefined,
  law: Law,
  units: Units,
): string {
  return cycleWords(id, value, law) ?? unitNamed(value, units) ?? valueWords(value, unit, law);
}

/** The codes a listed parameter is made of, by the set that holds them all; undefined where it lists words. */
export function codesOfList(items: readonly Value[], law: Law): readonly Code[] | undefined {
  if (items.length === 0) return undefined;
  return Object.values(law.codes).find((set) => items.every((item) => set.some(({ id }) => id === item)));
}

/** How often something comes round, where that is what the parameter says. */
function cycleWords(param: string, value: Value, law: Law): string | undefined {
  const cycle = cycles.find((one) => one === value);
  const rounds = law.duties.some(
    ({ start }) =>
      typeof start === 'object' &&
      'every' in start &&
      typeof start.every === 'object' &&
      start.every.param === param,
  );
  return cycle === undefined || !rounds ? undefined : cycleLabels[cycle];
}

/** A unit of the agency, where that is what the parameter names: people know it by its name, not by its id. */
function unitNamed(value: Value, units: Units): string | undefined {
  if (typeof value !== 'string') return undefined;
  if (Object.hasOwn(units, value)) return units[value]?.name;
  return /^[a-z][a-z0-9-]*$/.test(value) ? '本机关没有登记的机构' : undefined;
}

function valueWords(value: Value, unit: string | undefined, law: Law): string {
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (Array.isArray(value)) {
    const codes = codesOfList(value as readonly Value[], law);
    const words = (value as readonly string[]).map(
      (item) => codes?.find(({ id }) => id === item)?.label ?? item,
    );
    return words.length === 0 ? '没有列项' : words.join('、');
  }
  return unit === undefined ? String(value) : `${String(value)} ${unitWords(unit)}`.trimEnd();
}

function usedIn(param: string, law: Law): string[] {
  const uses = (rule: Primitive): boolean => usesParameter(rule, param);
  return [
    ...new Set([
      ...law.duties.filter(uses).map((duty) => `期限「${duty.label}」`),
      ...[...law.gates, ...law.needs]
        .filter(uses)
        .flatMap((rule) =>
          rule.acts.filter((act) => actDefinitions.has(act)).map((act) => `「${actLabel(act)}」`),
        ),
    ]),
  ];
}
