import { partsOf } from '@zhaozhang/core';
import type { PlainText } from '@zhaozhang/core';
import type { Library, Pack, Placed } from '../library.ts';

export type ExceptionText = Extract<PlainText, { exceptionTo: string }>;
export type GateText = Exclude<Extract<PlainText, { kind: 'gate' }>, ExceptionText>;
export type DeadlineText = Extract<PlainText, { kind: 'deadline' }>;

export type DefinitionText = Extract<PlainText, { kind: 'definition' }>;

export interface PackRule {
  readonly pack: Pack;
  readonly rule: Placed<PlainText>;
}

/** Every plain rule of every pack, with the pack it stands in; of a larger kind, each of its parts. */
export function allRules(library: Library): readonly PackRule[] {
  return [...library.packs.values()].flatMap(rulesOf);
}

const taken = new WeakMap<Pack, readonly PackRule[]>();

/**
 * The plain rules of one pack, taken apart once: nearly every check asks for all of them. A part stands where its section
 * is written; its line is looked up when somebody is told of it, for that costs more than all else here.
 */
export function rulesOf(pack: Pack): readonly PackRule[] {
  const known = taken.get(pack);
  if (known !== undefined) return known;
  const rules = pack.rules.flatMap((written) =>
    partsOf(written.value).map(({ rule, under }): PackRule => {
      const at = (path: readonly PropertyKey[]) => written.at([...under, ...path]);
      return {
        pack,
        rule: {
          value: rule,
          file: written.file,
          get line() {
            return at([]);
          },
          at,
        },
      };
    }),
  );
  taken.set(pack, rules);
  return rules;
}

export function isException(rule: PlainText): rule is ExceptionText {
  return 'exceptionTo' in rule;
}

/** Clauses a rule rests on: those it cites, and the one that fixes its unit. */
export function clausesOf(rule: PlainText): readonly string[] {
  return rule.kind === 'deadline'
    ? [...rule.cites, rule.within.unitBasis, ...(rule.extend ?? []).flatMap((one) => one.cites)]
    : rule.cites;
}

/** The gate an exception lifts, wherever it stands. */
export function gateOf(library: Library, exception: ExceptionText): GateText | undefined {
  return allRules(library)
    .map(({ rule }) => rule.value)
    .find(
      (rule): rule is GateText =>
        rule.kind === 'gate' && !isException(rule) && rule.id === exception.exceptionTo,
    );
}
