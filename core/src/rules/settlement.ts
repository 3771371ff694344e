/** The legal office's ruling on rules that contradict each other: which of them is followed. */
export interface Settlement {
  readonly prevails: string;
  readonly over: readonly string[];
}

/** The same law with the agency's own rulings on contradictions in it. */
export function settledBy<L extends object>(law: L, settlements: readonly Settlement[]): L {
  return settlements.length === 0 ? law : { ...law, settlements };
}

/**
 * The rule to follow of several that apply: any of them where all say the same, the one the legal office named where
 * they do not, undefined while nobody has settled it. The latest ruling on the very rules at hand counts.
 */
export function prevailing(
  rules: readonly { readonly rule: string; readonly says: string }[],
  settlements: readonly Settlement[] | undefined,
): string | undefined {
  const [first] = rules;
  if (first === undefined) return '';
  if (rules.every((one) => one.says === first.says)) return first.rule;
  return settlements?.findLast(
    ({ prevails, over }) =>
      rules.some((one) => one.rule === prevails) &&
      rules.every((one) => one.rule === prevails || over.includes(one.rule)),
  )?.prevails;
}
