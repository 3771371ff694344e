import type { Condition, PlainText } from '@zhaozhang/core';
import type { DeadlineText, DefinitionText } from './rule-texts.ts';
import { isException } from './rule-texts.ts';

type Literal = Extract<Condition, { is: unknown }>['is'][1];
type Amount = DeadlineText['within']['n'];
type Path = readonly PropertyKey[];

/** One name a rule uses, where it stands in the rule, and of what thing it is read. */
export type Use = { readonly path: Path; readonly per: string } & (
  | { readonly kind: 'reference'; readonly name: string; readonly asYesNo: boolean }
  | { readonly kind: 'value'; readonly of: string; readonly value: string }
  | { readonly kind: 'param'; readonly name: string }
  | { readonly kind: 'duty'; readonly name: string }
  | { readonly kind: 'per'; readonly name: string }
);

/** Every name a rule uses. `per` is that of the gate for an exception, which has none of its own. */
export function usesOf(rule: PlainText, per: string): readonly Use[] {
  if (isException(rule))
    return [
      ...ofCondition(rule.when, ['when'], per),
      ...(rule.instead === undefined ? [] : ofCondition(rule.instead, ['instead'], per)),
    ];
  const when = rule.when === undefined ? [] : ofCondition(rule.when, ['when'], per);
  if (rule.kind === 'gate') return [...when, ...ofCondition(rule.unless, ['unless'], per)];
  if (rule.kind === 'definition') return [...when, ...ofGiven(rule.gives, per)];
  if (rule.kind === 'record')
    return [
      ...when,
      ...rule.fields.flatMap((field, index) =>
        (['notBefore', 'notAfter'] as const).flatMap((bound) => {
          const name = field[bound];
          // The moment of the act itself is no fact of the file; the engine knows it by this name.
          return name === undefined || name === 'act.occurredAt'
            ? []
            : [reference(name, ['fields', index, bound], per)];
        }),
      ),
    ];
  return [
    ...when,
    ...(typeof rule.start === 'string' ? [reference(rule.start, ['start'], per)] : ofCycle(rule.start, per)),
    ...(rule.until === undefined ? [] : [reference(rule.until, ['until'], per)]),
    ...(rule.extend ?? []).flatMap((extension, index) => [
      reference(extension.granted, ['extend', index, 'granted'], per),
      ...('to' in extension
        ? [reference(extension.to, ['extend', index, 'to'], per)]
        : ofAmount(extension.n, ['extend', index, 'n'], per)),
    ]),
    ...(rule.suspend ?? []).flatMap((stretch, index) => [
      reference(stretch.from, ['suspend', index, 'from'], per),
      reference(stretch.to, ['suspend', index, 'to'], per),
    ]),
    ...ofAmount(rule.within.n, ['within', 'n'], per),
    ...(rule.remind === undefined ? [] : ofAmount(rule.remind.n, ['remind', 'n'], per)),
  ];
}

/** How often a duty comes round, where a parameter says it. */
function ofCycle(start: Exclude<DeadlineText['start'], string>, per: string): readonly Use[] {
  return 'every' in start && typeof start.every === 'object'
    ? [{ kind: 'param', name: start.every.param, path: ['start', 'every', 'param'], per }]
    : [];
}

/** What a definition gives: a reference, a span after one, or a sum that grows. */
function ofGiven(gives: DefinitionText['gives'], per: string): readonly Use[] {
  const at = ['gives'];
  if (typeof gives !== 'object') return [];
  if ('after' in gives)
    return [reference(gives.after, [...at, 'after'], per), ...ofAmount(gives.n, [...at, 'n'], per)];
  if ('endOf' in gives) return [{ kind: 'duty', name: gives.endOf, path: [...at, 'endOf'], per }];
  if ('accrues' in gives) {
    const { base, permille, dueOf, cap } = gives.accrues;
    const inside = [...at, 'accrues'];
    return [
      reference(base, [...inside, 'base'], per),
      reference(cap, [...inside, 'cap'], per),
      ...ofAmount(permille, [...inside, 'permille'], per),
      { kind: 'duty', name: dueOf, path: [...inside, 'dueOf'], per },
    ];
  }
  return ofLiteral(gives, '', at, per);
}

function ofCondition(condition: Condition, path: Path, per: string): readonly Use[] {
  if (typeof condition === 'string') return [{ ...reference(condition, path, per), asYesNo: true }];
  if ('all' in condition)
    return condition.all.flatMap((part, index) => ofCondition(part, [...path, 'all', index], per));
  if ('any' in condition)
    return condition.any.flatMap((part, index) => ofCondition(part, [...path, 'any', index], per));
  if ('not' in condition) return ofCondition(condition.not, [...path, 'not'], per);
  if ('known' in condition) return [reference(condition.known, [...path, 'known'], per)];
  if ('duty' in condition) return [{ kind: 'duty', name: condition.duty, path: [...path, 'duty'], per }];
  if ('elapsed' in condition) {
    const at = [...path, 'elapsed'];
    return [
      reference(condition.elapsed.since, [...at, 'since'], per),
      ...ofAmount(condition.elapsed.n, [...at, 'n'], per),
    ];
  }
  if ('leadTime' in condition) {
    const at = [...path, 'leadTime'];
    return [
      reference(condition.leadTime.before, [...at, 'before'], per),
      ...ofAmount(condition.leadTime.n, [...at, 'n'], per),
    ];
  }
  for (const word of ['every', 'some', 'none', 'count'] as const) {
    const over = (
      condition as Partial<Record<typeof word, { per: string; where?: Condition; that?: Condition }>>
    )[word];
    if (over === undefined) continue;
    const at = [...path, word];
    return [
      { kind: 'per', name: over.per, path: [...at, 'per'], per },
      ...(over.where === undefined ? [] : ofCondition(over.where, [...at, 'where'], over.per)),
      ...(over.that === undefined ? [] : ofCondition(over.that, [...at, 'that'], over.per)),
    ];
  }
  return ofComparison(
    condition as Readonly<Record<string, readonly [string, Literal | readonly Literal[]]>>,
    path,
    per,
  );
}

function ofComparison(
  comparison: Readonly<Record<string, readonly [string, Literal | readonly Literal[]]>>,
  path: Path,
  per: string,
): readonly Use[] {
  return Object.entries(comparison).flatMap(([word, [left, right]]): readonly Use[] => {
    const at = [...path, word];
    const first = reference(left, [...at, 0], per);
    if (word === 'before' || word === 'after' || word === 'sameAs')
      return [first, reference(String(right), [...at, 1], per)];
    const values: readonly Literal[] = Array.isArray(right)
      ? (right as readonly Literal[])
      : [right as Literal];
    return [first, ...values.flatMap((value) => ofLiteral(value, left, [...at, 1], per))];
  });
}

function ofLiteral(value: Literal, of: string, path: Path, per: string): readonly Use[] {
  if (typeof value === 'string') return [{ kind: 'value', of, value, path, per }];
  if (typeof value !== 'object') return [];
  return 'param' in value
    ? [{ kind: 'param', name: value.param, path, per }]
    : [reference(value.fact, path, per)];
}

function ofAmount(amount: Amount, path: Path, per: string): readonly Use[] {
  if (typeof amount === 'number') return [];
  if ('param' in amount) return [{ kind: 'param', name: amount.param, path, per }];
  if ('fact' in amount) return [reference(amount.fact, path, per)];
  return amount.longest.flatMap((part, index) => ofAmount(part, [...path, 'longest', index], per));
}

function reference(name: string, path: Path, per: string): Extract<Use, { kind: 'reference' }> {
  return { kind: 'reference', name, path, per, asYesNo: false };
}
