import type { Instant } from '../../time/index.ts';
import type { Structural } from '../../act.ts';
import { decisionOf } from '../reading.ts';
import { entriesOf, entryById } from '../state.ts';
import type { CaseState, EntryOf } from '../state.ts';
import { notYetDecided } from './payment.ts';
import { tooEarly } from '../too-early.ts';

/** Parties whom the decision in force detains. */
function detained(state: CaseState): readonly string[] {
  return (decisionOf(state)?.data.sanctions ?? [])
    .filter(({ kind }) => kind === 'detention')
    .map(({ party }) => party);
}

export function nobodyDetained(state: CaseState): readonly Structural[] {
  if (decisionOf(state) === undefined) return notYetDecided(state);
  return detained(state).length > 0 ? [] : [{ code: 'NOTHING_DETAINED', because: '本案的决定没有行政拘留' }];
}

export function notDetained(state: CaseState, party: string): readonly Structural[] {
  return detained(state).includes(party)
    ? []
    : [
        {
          code: 'PARTY_UNKNOWN',
          because: '所选当事人没有被决定行政拘留',
          field: 'input.party',
          remedy: { says: '选择被决定行政拘留的当事人' },
        },
      ];
}

export function beforeDetention(state: CaseState, at: Instant): readonly Structural[] {
  return tooEarly(at, decisionOf(state)?.at, '所登记的时刻早于决定作出的时刻');
}

/** The latest ruling on a request: conditions that hold today may be gone tomorrow, and it is ruled anew. */
export function rulingOn(state: CaseState, request: string): EntryOf<'detention-ruling'> | undefined {
  return entriesOf(state, 'detention-ruling').findLast(({ data }) => data.request === request);
}

export function requestsOf(state: CaseState, party: string): readonly EntryOf<'detention-request'>[] {
  return entriesOf(state, 'detention-request').filter(({ data }) => data.party === party);
}

/** The latest ruling about the party, on whichever of its requests. */
export function rulingFor(state: CaseState, party: string): EntryOf<'detention-ruling'> | undefined {
  return entriesOf(state, 'detention-ruling').findLast(({ data }) => {
    const request = entryById(state, data.request);
    return request?.kind === 'detention-request' && request.data.party === party;
  });
}
