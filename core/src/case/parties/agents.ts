import { dayOf } from '../../time/index.ts';
import type { Instant } from '../../time/index.ts';
import { isSound } from '../keeping/admission.ts';
import { entriesOf } from '../state.ts';
import type { CaseState, EntryOf } from '../state.ts';

/**
 * Agents that may act for the party at that moment, oldest first: appointed by then, not dismissed by then, within the
 * days of their letter, and with nothing wanting in it. What one without a letter did, nobody has done for the party.
 */
export function agentsOf(state: CaseState, party: string, at: Instant): readonly EntryOf<'agent'>[] {
  const day = dayOf(at);
  return entriesOf(state, 'agent').filter(
    (entry) =>
      entry.data.party === party &&
      entry.at <= at &&
      (entry.data.until === undefined || day <= entry.data.until) &&
      isSound(state, entry, at) &&
      !entriesOf(state, 'agent-dismissal').some((one) => one.data.agent === entry.id && one.at <= at),
  );
}
