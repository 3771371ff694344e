import type { Structural } from '../../act.ts';

/** Who is named must be one of those present: parties the case is still against, or whoever else is heard in it. */
export function strangers(
  present: readonly { readonly id: string }[],
  named: readonly string[],
  field: string,
): readonly Structural[] {
  const known = new Set(present.map(({ id }) => id));
  return named.every((id) => known.has(id))
    ? []
    : [
        {
          code: 'PARTY_UNKNOWN',
          because: '所选当事人不在本案中',
          field,
          remedy: { says: '从本案当事人中选择' },
        },
      ];
}
