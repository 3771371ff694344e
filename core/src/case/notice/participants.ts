import type { Structural } from '../../act.ts';
import { kindOf } from '../kind.ts';
import type { CaseKind } from '../kind.ts';
import { presentParties } from '../parties/present-parties.ts';
import { strangers } from '../parties/strangers.ts';
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

/** Kinds of enforcement whose decision touches somebody beside the parties (行政许可法第三十六条). */
export const kindsWithInterested: readonly CaseKind[] = ['license', 'confirmation'];

/** Everybody who was told that the license touches them, each once. */
export function interestedOf(state: CaseState): readonly Participant[] {
  const told = entriesOf(state, 'interest-notice').flatMap(({ data }) => data.persons);
  return [...new Map(told.map(({ id, name }) => [id, { id, name }])).values()];
}

/** What an interested person is called; undefined for anybody else. */
export function interestedName(state: CaseState, id: string): string | undefined {
  return interestedOf(state).find((one) => one.id === id)?.name;
}

/** Who is named must be somebody whom the file hears: there is nobody else to write to, or to act for. */
export function notHeard(
  state: CaseState,
  named: readonly string[],
  field: 'input.party' | 'input.parties',
): readonly Structural[] {
  const unknown = strangers(participantsOf(state), named, field);
  const kind = kindOf(state);
  if (unknown.length === 0 || kind === undefined || !kindsWithInterested.includes(kind)) return unknown;
  return [
    {
      code: 'PARTY_UNKNOWN',
      because: '所选的人不是本案的当事人，也不是已经告知的利害关系人',
      field,
      remedy: { says: '从当事人、利害关系人中选择；漏列的先登记', act: 'case.inform-interested' },
    },
  ];
}
