import type { RuleText } from '@zhaozhang/core';
import type { Library, Pack, Placed } from '../library.ts';

export type ExceptionText = Extract<RuleText, { exceptionTo: string }>;
export type GateText = Exclude<Extract<RuleText, { kind: 'gate' }>, ExceptionText>;
export type DeadlineText = Extract<RuleText, { kind: 'deadline' }>;

export type DefinitionText = Extract<RuleText, { kind: 'definition' }>;

export interface PackRule {
  readonly pack: Pack;
  readonly rule: Placed<RuleText>;
}

/** Every rule of every pack, with the pack it stands in. */
export function allRules(library: Library): readonly PackRule[] {
  return [...library.packs.values()].flatMap((pack) => pack.rules.map((rule) => ({ pack, rule })));
}

export function isException(rule: RuleText): rule is ExceptionText {
  return 'exceptionTo' in rule;
}

/** Clauses a rule rests on: those it cites, and the one that fixes its unit. */
export function clausesOf(rule: RuleText): readonly string[] {
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
