import { isFailing, type Plan } from './plan.ts';

export interface Reason {
  readonly says: string;
  readonly cases: number;
}

/**
 * Why cases failed, each reason once with its number, the commonest first: of eight hundred lines nobody sees that all
 * but three say the same. The refusals of one rule are one reason, whoever they name.
 */
export function reasonsOf({ items }: Plan): readonly Reason[] {
  const byCode = new Map<string, Reason>();
  for (const { told } of items.filter(isFailing)) {
    const reasons = told?.refusals ?? [];
    const said =
      reasons.length > 0
        ? reasons.map(({ code, field, because }) => [`${code} ${field ?? ''}`, because] as const)
        : [[told?.title ?? '', told?.title.replace(/。$/, '') ?? ''] as const];
    for (const [code, says] of new Map(said)) {
      const before = byCode.get(code);
      byCode.set(code, { says: before?.says ?? says, cases: (before?.cases ?? 0) + 1 });
    }
  }
  return [...byCode.values()]
    .map(({ says, cases }) => ({ says: cases > 1 ? `如：${says}` : says, cases }))
    .toSorted((a, b) => b.cases - a.cases);
}
