import { actDefinitions } from '@zhaozhang/core';
import type { Law, Parameter, Primitive } from '@zhaozhang/core';
import { usesParameter } from '../uses-parameter.ts';
import type { Operator } from './operator.ts';
import { operators } from './operators.ts';

/** A rule or parameter spoilt in one way. */
export interface Mutant {
  /** The rule, or `param.…`. */
  readonly rule: string;
  readonly operator: string;
  /** The spot in the rule; empty when it is the rule as a whole. */
  readonly at: string;
  readonly says: string;
  readonly write: string;
  /** Clauses of the rule, or of the rules that use the parameter: examples that cite them are asked first. */
  readonly clauses: readonly string[];
  /** Acts the rule speaks to, the duty or the word it makes; of a parameter, those of the rules that use it. */
  readonly about: readonly string[];
  holdsIn(law: Law): boolean;
  /** The law with this one thing changed; what is not changed is the very same object. */
  change(law: Law): Law;
}

/**
 * Every mutant of everything in some laws, each once. A rule that several laws hold is taken where most exceptions to
 * it are in force, for an exception of a local pack is known only there.
 */
export function mutantsOf(laws: readonly Law[]): readonly Mutant[] {
  const params = Object.assign({}, ...laws.map((law) => law.params)) as Law['params'];
  const gates = distinct(
    laws.flatMap((law) => law.gates).sort((a, b) => b.exceptions.length - a.exceptions.length),
  ).filter(isOpen);
  const duties = distinct(laws.flatMap((law) => law.duties));
  const needs = distinct(laws.flatMap((law) => law.needs)).filter(isOpen);
  const tables = distinct(laws.flatMap((law) => law.tables));
  return [
    ...gates.flatMap((rule) => ofRule('gates', rule, operators.gate, params)),
    ...duties.flatMap((rule) => ofRule('duties', rule, operators.duty, params)),
    ...needs.flatMap((rule) => ofRule('needs', rule, operators.need, params)),
    ...tables.flatMap((rule) => ofRule('tables', rule, operators.table, params)),
    ...Object.values(params).flatMap((param) =>
      ofParam(param, params, [...gates, ...duties, ...needs, ...tables]),
    ),
  ];
}

/** Of acts that are only planned nobody can write an example yet. */
function isOpen({ acts }: { readonly acts: readonly string[] }): boolean {
  return acts.some((act) => actDefinitions.has(act));
}

function ofRule<K extends 'gates' | 'duties' | 'needs' | 'tables', R extends Law[K][number]>(
  kind: K,
  rule: R,
  all: readonly Operator<R>[],
  params: Law['params'],
): readonly Mutant[] {
  return spoilt(rule, all, params).map(({ operator, at, change }) => ({
    rule: rule.id,
    operator: operator.id,
    at,
    says: operator.says,
    write: operator.write,
    clauses: rule.clauses,
    about: subjectMatter(rule),
    holdsIn: (law) => idsOf(law[kind]).has(rule.id),
    change: (law) => ({
      ...law,
      [kind]: law[kind].flatMap((one) => {
        if (one.id !== rule.id) return [one];
        const changed = change(one as R);
        return changed === undefined ? [] : [changed];
      }),
    }),
  }));
}

function subjectMatter(rule: Primitive): readonly string[] {
  if ('acts' in rule) return rule.acts;
  return 'duty' in rule ? [rule.duty] : [rule.defines];
}

const named = new WeakMap<readonly Primitive[], ReadonlySet<string>>();

function idsOf(rules: readonly Primitive[]): ReadonlySet<string> {
  let ids = named.get(rules);
  if (ids === undefined) {
    ids = new Set(rules.map(({ id }) => id));
    named.set(rules, ids);
  }
  return ids;
}

function ofParam(param: Parameter, params: Law['params'], rules: readonly Primitive[]): readonly Mutant[] {
  const users = rules.filter((rule) => usesParameter(rule, param.id));
  return spoilt(param, operators.param, params).map(({ operator, at, change }) => ({
    rule: `param.${param.id}`,
    operator: operator.id,
    at,
    says: operator.says,
    write: operator.write,
    clauses: users.flatMap((rule) => rule.clauses),
    about: users.flatMap(subjectMatter),
    holdsIn: (law) => Object.hasOwn(law.params, param.id),
    change: (law) => {
      const current = law.params[param.id];
      const changed = current === undefined ? undefined : change(current);
      return changed === undefined ? law : { ...law, params: { ...law.params, [param.id]: changed } };
    },
  }));
}

/** Each variant of a thing once, and none that leaves it as it was. */
function spoilt<R>(thing: R, all: readonly Operator<R>[], params: Law['params']) {
  const seen = new Set([JSON.stringify(thing)]);
  return all.flatMap((operator) =>
    operator.variants(thing, params).flatMap(({ at, change }) => {
      const text = JSON.stringify(change(thing)) ?? 'removed';
      if (seen.has(text)) return [];
      seen.add(text);
      return [{ operator, at, change }];
    }),
  );
}

function distinct<R extends { readonly id: string }>(rules: readonly R[]): readonly R[] {
  return rules.filter((rule, index) => rules.findIndex((other) => other.id === rule.id) === index);
}
