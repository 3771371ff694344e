import type { Value } from '../../canonical.ts';
import { entriesOf } from '../state.ts';
import type { CaseState } from '../state.ts';

/** What a lead may say of the organisation it is about, and what the file calls the same of a party. */
const asParty: readonly (readonly [string, string])[] = [
  ['lead.party-code', 'party.code'],
  ['lead.party-representative', 'party.representative'],
  ['lead.party-address', 'party.address'],
];

/**
 * The party the lead named, for the filing: nobody types it twice. What is still to be verified the lead left out, and
 * the filing asks for it.
 */
export function partyOfLead(state: CaseState): { readonly parties?: Value } {
  const record = entriesOf(state, 'lead')[0]?.record;
  const name = record?.['lead.party-name'];
  const kind = record?.['lead.party-kind'];
  if (record === undefined || typeof name !== 'string' || typeof kind !== 'string') return {};
  const known = asParty.flatMap(([from, to]) => {
    const value = record[from];
    return value === undefined ? [] : [[to, value] as const];
  });
  return { parties: [{ id: 'party-1', name, kind, record: Object.fromEntries(known) }] };
}
