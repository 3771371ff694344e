import type { DomainEvent } from '../event.ts';
import type { AgencyState } from './state.ts';

/** Notes a change that follows from another entry, so that nobody has to register it a second time. */
export function withChange(state: AgencyState, event: DomainEvent, kind: string, what: string): AgencyState {
  return { ...state, changes: [...state.changes, { id: event.actId, kind, what, at: event.at }] };
}
