import { inForceOn } from './in-force.ts';
import type { AgencyState } from './state.ts';
import { dayOf } from '../time/index.ts';
import type { Day, Instant } from '../time/index.ts';

/**
 * 授权代签: a head lets somebody sign certain matters in their place, in writing, for a time and up to a sum. The office
 * stays the head's; whoever signs holds none of it beyond what is written, and can hand none of it on.
 */
export interface Delegation {
  readonly id: string;
  readonly delegator: string;
  readonly delegate: string;
  /** Codes of the set `delegated-matter`. */
  readonly matters: readonly string[];
  /** Fen of the penalties in one case, included; absent where the paper sets no limit. */
  readonly upTo?: number | undefined;
  readonly from: Day;
  readonly until: Day;
  /** Number of the paper; absent where its scan alone was kept. */
  readonly document?: string | undefined;
  /** When it was entered: a paper entered afterwards opens nothing that was signed before. */
  readonly enteredAt: Instant;
  /** From this moment on it lends nothing any more. */
  readonly revokedAt?: Instant | undefined;
}

export function delegationsOf(agency: AgencyState): readonly Delegation[] {
  return agency.delegations ?? [];
}

export function delegationById(agency: AgencyState, id: string): Delegation | undefined {
  return delegationsOf(agency).find((one) => one.id === id);
}

/** Does it stand at that moment: entered by then, within its days, not withdrawn? */
export function stands(delegation: Delegation, at: Instant): boolean {
  const { enteredAt, revokedAt } = delegation;
  return inForceOn(delegation, dayOf(at)) && enteredAt <= at && (revokedAt === undefined || at < revokedAt);
}

/** What stands at that moment and was given to the officer. */
export function delegationsTo(
  agency: AgencyState,
  delegate: string | undefined,
  at: Instant,
): readonly Delegation[] {
  return delegationsOf(agency).filter((one) => one.delegate === delegate && stands(one, at));
}

/**
 * What an act is called in a delegation: an approval by its matter, any other act by its own verb. Both are codes of the
 * set `delegated-matter`, so that a pack can name what may never be delegated.
 */
export function matterOf({ name, input }: { readonly name: string; readonly input: unknown }): string {
  const { matter } = (input ?? {}) as { readonly matter?: unknown };
  return name === 'case.approve' && typeof matter === 'string' ? matter : name.slice(name.indexOf('.') + 1);
}
