import { createHash } from 'node:crypto';
import { canonical, lowerRules, openLaw } from '@zhaozhang/core';
import type {
  ClauseText,
  EnteredCalendar,
  InForce,
  Law,
  LawBundle,
  OwnValue,
  Parameter,
  ParameterForm,
  ReplacedYear,
  Settlement,
  Stretch,
  Value,
} from '@zhaozhang/core';
import { arrangedYears } from '@zhaozhang/core/time';
import { rulesOf } from './check/rule-texts.ts';
import type { Library, Pack } from './library.ts';
import { boundPack, inForceOf, join } from './stretches.ts';
import type { Named } from './stretches.ts';

export interface Bundle {
  readonly digest: string;
  /** Canonical text: what the store keeps, and what a browser loads to decide without network. */
  readonly text: string;
  readonly law: Law;
}

/** Thrown when packs that do not exist are asked for. */
export class PackUnknown extends Error {
  override name = 'PackUnknown';
}

/**
 * Compiles the given packs, each for the days it binds, and all they extend into one bundle. Its digest changes when any
 * rule, parameter, code, field or calendar day in it changes: that is what an event means when it names the law it was done under. Years the
 * agency has entered from their notices and values it has set itself come on top of those of the files.
 */
export function compileBundle(
  library: Library,
  named: readonly Named[],
  settlements: readonly Settlement[] = [],
  entered: readonly EnteredCalendar[] = [],
  own: readonly OwnValue[] = [],
): Bundle {
  const stretches = stretchesOf(library, named);
  const resolved = withParents(library, [...new Set(named.map((one) => boundPack(one).id))]);
  const inForce = (pack: Pack) => inForceOf(pack, stretches.get(pack) ?? [{}]);
  const standing = (pack: Pack) => ({
    pack: pack.text.id,
    inForce: inForce(pack),
    ...(pack.text.kinds === undefined ? {} : { kinds: pack.text.kinds }),
    ...(pack.text.force === 'reference' ? { reference: true } : {}),
    ...(pack.text.byAnalogy === undefined ? {} : { analogy: pack.text.byAnalogy.units }),
  });
  const bundle: LawBundle = {
    packs: resolved.map((pack) => ({
      id: pack.text.id,
      title: pack.text.title,
      ...(pack.text.pending === undefined ? {} : { pending: pack.text.pending }),
      ...inForceOf(pack, [{}]),
      ...boundDuring(stretches.get(pack) ?? [{}]),
    })),
    rules: lowerRules(
      resolved.flatMap((pack) => pack.rules.map((rule) => ({ text: rule.value, standing: standing(pack) }))),
    ),
    clauses: Object.fromEntries(
      resolved.flatMap((pack) => pack.clauses.map(({ value }) => [value.id, cited(pack, value)])),
    ),
    params: withOwnValues(paramsOf(resolved, inForce), own),
    fields: library.fields,
    codes: library.codes,
    ...(settlements.length === 0 ? {} : { settlements }),
    numbers: library.numbers,
    ...plannedIn(library, resolved),
    calendarYears: arrangedYears(
      library.calendarYears,
      entered.map((one) => one.arrangement),
    ),
    statute: library.statute,
    ...(entered.length === 0 ? {} : { replacedYears: entered.map(replacedYear) }),
  };
  const text = canonical(bundle);
  const digest = createHash('sha256').update(text).digest('hex');
  return { digest, text, law: openLaw(bundle, digest) };
}

/** Planned acts that the packs name, so that a page can say of them that they are not open yet. */
function plannedIn(library: Library, packs: readonly Pack[]): Pick<LawBundle, 'planned'> {
  const named = packs.flatMap(rulesOf).flatMap(({ rule }) => ('acts' in rule.value ? rule.value.acts : []));
  const planned = [...library.plannedActs.values()].filter(({ value }) => named.includes(value.name));
  return planned.length === 0
    ? {}
    : { planned: Object.fromEntries(planned.map(({ value }) => [value.name, value.label])) };
}

/** The days on which a pack bound the agency, where they have a beginning or an end. */
function boundDuring(stretches: readonly Stretch[]): { readonly bound?: readonly Stretch[] } {
  const joined = join(stretches);
  return joined.every(({ from, until }) => from === undefined && until === undefined)
    ? {}
    : { bound: joined };
}

/** Opens a bundle from its stored text; the digest must be that of the text. */
export function openBundle(text: string): Bundle {
  const digest = createHash('sha256').update(text).digest('hex');
  return { digest, text, law: openLaw(JSON.parse(text) as LawBundle, digest) };
}

/** Packs and everything they extend; a parent before its children, so that children may refine. */
export function withParents(library: Library, ids: readonly string[]): readonly Pack[] {
  const ordered: Pack[] = [];
  const visit = (id: string): void => {
    if (ordered.some((pack) => pack.text.id === id)) return;
    const pack = library.packs.get(id);
    if (pack === undefined) throw new PackUnknown(`没有这个规则包：${id}`);
    for (const parent of pack.text.extends) visit(parent);
    ordered.push(pack);
  };
  for (const id of ids) visit(id);
  return ordered;
}

function replacedYear({ at, arrangement, replaced }: EnteredCalendar): ReplacedYear {
  return {
    year: arrangement.year,
    until: at,
    ...(replaced === undefined ? {} : { arrangement: replaced }),
  };
}

function cited(pack: Pack, clause: { id: string; article: string; gist: string }): ClauseText {
  const title = pack.text.shortTitle ?? `《${pack.text.title}》`;
  return { id: clause.id, instrument: title, article: clause.article, gist: clause.gist };
}

/** When each pack bound: a parent as long as any pack that extends it. */
function stretchesOf(library: Library, named: readonly Named[]): ReadonlyMap<Pack, readonly Stretch[]> {
  const found = new Map<Pack, Stretch[]>();
  for (const one of named.map(boundPack))
    for (const pack of withParents(library, [one.id]))
      found.set(pack, [...(found.get(pack) ?? []), ...one.stretches]);
  return found;
}

/**
 * Parameters with the value to show, that of the youngest edition and the most local pack. One that several packs set
 * keeps each value with the days it counts for: a clock begun under an earlier edition runs by that edition's number.
 */
function paramsOf(
  packs: readonly Pack[],
  inForce: (pack: Pack) => InForce,
): Readonly<Record<string, Parameter>> {
  const params: Record<string, Parameter> = {};
  const editions = new Map<string, { value: Value; inForce: InForce }[]>();
  for (const pack of packs)
    for (const { value } of pack.params) {
      // A text that leaves the value open does not take away what another sets.
      if (value.value === undefined && params[value.id] !== undefined) continue;
      // Who first says it says how it may be changed; a pack that only sets it again changes nothing of that.
      params[value.id] = parameterOf(value, params[value.id]?.form ?? formOf(value, pack, packs));
      if (value.value === undefined) continue;
      const before = editions.get(value.id) ?? [];
      editions.set(value.id, [...before, { value: value.value, inForce: inForce(pack) }]);
    }
  return Object.fromEntries(
    Object.entries(params).map(([id, param]) => {
      const of = editions.get(id) ?? [];
      return [id, of.length > 1 ? { ...param, editions: of } : param];
    }),
  );
}

/** Values the agency has set, each from its own day on; what the packs say stays beside them. */
function withOwnValues(
  params: Readonly<Record<string, Parameter>>,
  own: readonly OwnValue[],
): Readonly<Record<string, Parameter>> {
  const after: Record<string, Parameter> = { ...params };
  for (const { param: id, value, from } of own) {
    const before = after[id];
    // A pack that no longer binds took its parameter with it.
    if (before === undefined) continue;
    const base = before.base ?? (before.value === undefined ? {} : { value: before.value });
    const editions = before.editions ?? [];
    after[id] = { ...before, value, base, editions: [...editions, { value, inForce: { from } }] };
  }
  return after;
}

/** How a parameter may be set again, and what each instrument says of that: its own, and those below that speak of all above. */
function formOf(param: Pack['params'][number]['value'], pack: Pack, packs: readonly Pack[]): ParameterForm {
  const speaking = packs.filter(
    ({ text }) =>
      text.overrides !== undefined && (text.id === pack.text.id || text.overrides.of === 'parents'),
  );
  const clauses = speaking.flatMap(({ text }) => text.overrides?.clause ?? []);
  const { overrides } = pack.text;
  return {
    type: param.type,
    ...(param.unit === undefined ? {} : { unit: param.unit }),
    ...(param.tighter === undefined ? {} : { tighter: param.tighter }),
    ...(param.source === 'clause' ? { stated: true } : {}),
    ...(param.optional === undefined ? {} : { optional: true }),
    ...(clauses.length === 0 ? {} : { clauses: [...new Set(clauses)] }),
    ...(overrides?.confirmedBy === undefined
      ? {}
      : { uniform: { by: overrides.confirmedBy, clause: overrides.clause } }),
  };
}

function parameterOf(param: Pack['params'][number]['value'], form: ParameterForm): Parameter {
  const assumption = param.assumption ?? (param.source === 'silent' ? param.reason : undefined);
  return {
    id: param.id,
    label: param.label,
    ...(param.value === undefined ? {} : { value: param.value }),
    ...(param.clause === undefined ? {} : { clause: param.clause }),
    ...(assumption === undefined ? {} : { assumption }),
    form,
  };
}
