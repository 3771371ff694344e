import type { FieldMap } from '../../canonical.ts';
import { interestedName } from '../notice/participants.ts';
import { entriesOf } from '../state.ts';
import type { CaseState, EntryOf } from '../state.ts';

/** Who answers for a party when somebody calls: itself where it is a person, else whoever represents it. */
export function spokesmanOf(party: EntryOf<'party'>): string {
  return textIn(party.record, 'party.representative') ?? party.data.name;
}

/** The one whom an officer comes to see, where there is but one party: nobody else is known yet. */
export function soleSpokesman(state: CaseState): string | undefined {
  const [party, another] = entriesOf(state, 'party');
  return party === undefined || another !== undefined ? undefined : spokesmanOf(party);
}

/**
 * Into whose hands and where something for the party was last given; before that, who represents it and where it lives.
 * What is sealed is not known here. Whoever serves puts down what it really was: this only saves the typing.
 */
export function lastReached(state: CaseState, id: string): FieldMap {
  const party = entriesOf(state, 'party').find((entry) => entry.id === id);
  const served = entriesOf(state, 'service').findLast((entry) => entry.data.party === id)?.record ?? {};
  const recipient =
    textIn(served, 'service.recipient') ??
    (party === undefined ? interestedName(state, id) : spokesmanOf(party));
  const place = textIn(served, 'service.place') ?? textIn(party?.record ?? {}, 'party.address');
  return {
    ...(recipient === undefined ? {} : { 'service.recipient': recipient }),
    ...(place === undefined ? {} : { 'service.place': place }),
  };
}

function textIn(record: FieldMap, id: string): string | undefined {
  const value = record[id];
  return typeof value === 'string' && value !== '' ? value : undefined;
}
