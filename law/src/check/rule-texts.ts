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

/** The plain rules of one pack. A part stands where its section is written. */
export function rulesOf(pack: Pack): readonly PackRule[] {
  return pack.rules.flatMap((written) =>
    partsOf(written.value).map(({ rule, under }) => {
      const at = (path: readonly PropertyKey[]) => written.at([...under, ...path]);
      return { pack, rule: { value: rule, file: written.file, line: at([]), at } };
    }),
  );
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
