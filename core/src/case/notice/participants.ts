import { presentParties } from '../parties/present-parties.ts';
import { entriesOf } from '../state.ts';
import type { CaseState } from '../state.ts';

/** Somebody who may ask for a hearing and is heard in it. */
export interface Participant {
  readonly id: string;
  readonly name: string;
}

/**
 * Whoever may ask for a hearing: the parties, and those whose weighty interests a license touches (行政许可法第四十七条).
 * These are no parties, so nothing that is done to a party is done to them but what belongs to the hearing.
 */
export function participantsOf(state: CaseState): readonly Participant[] {
  return [...presentParties(state).map(({ id, data }) => ({ id, name: data.name })), ...interestedOf(state)];
}

/** Everybody who was told that the license touches them, each once. */
function interestedOf(state: CaseState): readonly Participant[] {
  const told = entriesOf(state, 'interest-notice').flatMap(({ data }) => data.persons);
  return [...new Map(told.map(({ id, name }) => [id, { id, name }])).values()];
}

/** What an interested person is called; undefined for anybody else. */
export function interestedName(state: CaseState, id: string): string | undefined {
  return interestedOf(state).find((one) => one.id === id)?.name;
}

export function isParticipant(state: CaseState, id: string): boolean {
  return participantsOf(state).some((one) => one.id === id);
}
