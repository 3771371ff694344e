import { z } from 'zod';
import type { CaseState } from '../state.ts';
import { conditionsFound } from './applying.ts';

/** Conditions that are not met and why, as a decision that turns an applicant down names them one by one. */
export const unmetConditions = z
  .array(
    z.strictObject({
      condition: z.string().trim().min(2, '请写明条件').max(200).meta({ label: '没有满足的条件' }),
      reason: z.string().trim().min(2, '请写明为何没有满足').max(1000).meta({ label: '理由', long: true }),
    }),
  )
  .max(100);

/** The same as the examination left them, so that nobody types them twice. */
export function unmetOf(state: CaseState): { condition: string; reason: string }[] {
  return [...conditionsFound(state)]
    .filter(([, { met }]) => !met)
    .map(([condition, { finding }]) => ({ condition, reason: finding ?? '' }));
}

/** Conditions a decision being made says are not met; none of a form nobody has filled in. */
export function unmetIn(input: unknown): readonly { readonly condition: string }[] {
  const { unmet } = (input ?? {}) as { unmet?: unknown };
  return Array.isArray(unmet) ? (unmet as readonly { readonly condition: string }[]) : [];
}
