import type { Structural } from '../act.ts';
import type { Instant } from '../time/index.ts';

/**
 * What answers, follows or carries out something cannot have been done before it: a moment typed wrongly, refused where it
 * was typed. Nothing to come after is nothing to be too early for.
 */
export function tooEarly(
  at: Instant,
  since: Instant | undefined,
  because: string,
  says = '核对时刻',
): readonly Structural[] {
  return since === undefined || at >= since
    ? []
    : [{ code: 'STEP_ORDER', because, field: 'occurredAt', remedy: { says } }];
}
