import { rolesOn, unitOf } from '../../authority/state.ts';
import type { ActContext } from '../../act.ts';
import { dayOf } from '../../time/index.ts';
import { handlersOf } from '../reading.ts';
import { entriesOf } from '../state.ts';
import type { AnyEntry, CaseState } from '../state.ts';

/**
 * 保密 (处罚法第五十条): an entry marked as holding a trade secret or what is private is read only by those who handle,
 * review or answer for the case. What is marked, and who they are, is asked here and nowhere else.
 */
export function isMarked(entry: AnyEntry): boolean {
  return entry.record['secrecy.mark'] !== undefined;
}

/** Handlers, past and present, who entered the lead or the entry, the head, reviewers, and the head of the handlers' unit. */
export function mayReadMarked(
  state: CaseState,
  { actor, refs, now }: Pick<ActContext, 'actor' | 'refs' | 'now'>,
): boolean {
  const { officer } = actor;
  if (officer === undefined) return false;
  // Whoever decided on the spot was never assigned.
  const assigned = entriesOf(state, 'assignment').flatMap((entry) => entry.data.officers);
  const handlers = [...assigned, ...handlersOf(state)];
  const entered = [...entriesOf(state, 'lead'), ...state.entries.filter(isMarked)];
  if (handlers.includes(officer) || entered.some((entry) => entry.by.officer === officer)) return true;
  const roles = rolesOn(refs.agency, officer, dayOf(now));
  if (roles.includes('agency-head') || roles.includes('legal-reviewer')) return true;
  const unit = unitOf(refs.agency, officer);
  return roles.includes('unit-head') && handlers.some((one) => unitOf(refs.agency, one) === unit);
}
