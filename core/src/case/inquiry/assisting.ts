import { entriesOf } from '../state.ts';
import type { CaseState, EntryOf } from '../state.ts';

/** Requests for help that nobody has answered. */
export function openAssistance(state: CaseState): readonly EntryOf<'assistance-request'>[] {
  return entriesOf(state, 'assistance-request').filter(
    ({ id }) => !entriesOf(state, 'assistance-reply').some(({ data }) => data.request === id),
  );
}
