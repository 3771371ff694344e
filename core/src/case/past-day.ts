import type { ActContext, Structural } from '../act.ts';
import { dayOf, parseDay } from '../time/index.ts';

/**
 * A day that must lie behind us, such as that of the conduct. Whatever is reckoned from a day still to come counts as
 * not known: refused here, where the typing error is, and not later as a fact nobody found out.
 */
export function pastDayFaults(
  text: unknown,
  { what, field }: { readonly what: string; readonly field: string },
  { now }: ActContext,
): readonly Structural[] {
  const day = parseDay(text);
  return day === undefined || day <= dayOf(now)
    ? []
    : [
        {
          code: 'FUTURE_DATE',
          because: `${what}还没有到`,
          field,
          remedy: { says: `核对${what}` },
        },
      ];
}
