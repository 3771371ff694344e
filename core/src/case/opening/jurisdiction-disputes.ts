import type { Structural } from '../../act.ts';
import { decisionOf } from '../reading.ts';
import { entriesOf } from '../state.ts';
import type { AnyEntry, CaseState, EntryOf } from '../state.ts';
import { alreadyDecided } from '../deciding/already-decided.ts';

/** Whose the case is can be asked from the lead on until it is decided. */
export function leadNotDecided(state: CaseState): readonly Structural[] {
  if (entriesOf(state, 'lead').length === 0)
    return [
      {
        code: 'LEAD_MISSING',
        because: '还没有登记案源',
        remedy: { says: '先登记案源', act: 'case.register-lead' },
      },
    ];
  return alreadyDecided(decisionOf(state));
}

/** What said whose the case is: an agreement, or a designation; one with a defect has said nothing. */
function settlements(state: CaseState): readonly AnyEntry[] {
  return state.entries.filter(
    (entry) =>
      entry.defects.length === 0 &&
      (entry.kind === 'designation' ||
        (entry.kind === 'jurisdiction-negotiation' && entry.data.result !== 'failed')),
  );
}

/** What settled the latest dispute; undefined while it is open. */
export function settledDispute(state: CaseState): AnyEntry | undefined {
  const dispute = disputeOf(state);
  return dispute === undefined
    ? undefined
    : settlements(state).find((entry) => entry.version > dispute.version);
}

export function disputeOf(state: CaseState): EntryOf<'jurisdiction-dispute'> | undefined {
  return entriesOf(state, 'jurisdiction-dispute').at(-1);
}

export function openDispute(state: CaseState): EntryOf<'jurisdiction-dispute'> | undefined {
  return settledDispute(state) === undefined ? disputeOf(state) : undefined;
}

/** Which side the last word gave it to, with the entry that says so; undefined where nobody has said anything. */
export function jurisdictionGiven(
  state: CaseState,
): { readonly to: string; readonly entry: AnyEntry } | undefined {
  const entry = settlements(state).at(-1);
  if (entry?.kind === 'designation') return { to: entry.data.designated ?? 'own', entry };
  return entry?.kind === 'jurisdiction-negotiation' ? { to: entry.data.result, entry } : undefined;
}
