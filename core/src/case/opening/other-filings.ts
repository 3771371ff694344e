import { filingsOf } from '../../fines/enter-filing.ts';
import { plainly } from '../../fines/shelf.ts';
import type { OtherFiling } from '../../fines/state.ts';
import type { Scene } from '../../rules/fact.ts';
import { dayOf, parseDay } from '../../time/index.ts';
import type { Day } from '../../time/index.ts';
import { partiesOf } from '../deciding/former-fines.ts';
import { conductBy } from './founding.ts';
import { filingOf } from '../reading.ts';

/** A filing of another agency beside the party of this case it is against; without one where the shelves were not read. */
export interface StandingFiling {
  readonly id: string;
  readonly party: string;
  /** What the party is called here. */
  readonly name: string;
  readonly filing?: OtherFiling;
}

/** Cases that other agencies have opened against the parties of the file, those included whom the act brings into it. */
export function otherFilings({ state, act, refs }: Scene): readonly StandingFiling[] {
  return partiesOf({ state, act }).flatMap(({ id, ...party }): readonly StandingFiling[] => {
    const { name } = party;
    const filings = refs === undefined ? undefined : filingsOf({ refs }, refs.agency.id, party);
    return filings === undefined
      ? [{ id, party: id, name }]
      : filings.map((filing) => ({ id: `${id}/${filing.agency}/${filing.number}`, party: id, name, filing }));
  });
}

interface Filing {
  readonly place?: unknown;
  readonly conductOn?: unknown;
}

/** Before the filing there is only what the form says, or the document of a penalty on the spot. */
function filingIn({ state, act }: Pick<Scene, 'state' | 'act'>): { place?: string; conductOn?: Day } {
  const filed = filingOf(state)?.data;
  const told = (act?.input ?? {}) as Filing;
  const place = filed === undefined ? (told.place ?? act?.record['spot.place']) : filed.place;
  const conductOn = filed === undefined ? parseDay(told.conductOn) : filed.conductOn;
  return {
    ...(typeof place === 'string' ? { place } : {}),
    ...(conductOn === undefined ? {} : { conductOn }),
  };
}

/**
 * Can both be about one conduct? At one place, as far as both addresses go, and on days in common. What nobody wrote
 * down tells nothing apart: it would otherwise be enough to leave it out.
 */
export function mayBeSameConduct(scene: Pick<Scene, 'state' | 'act'>, filing: OtherFiling): boolean {
  const { place, conductOn } = filingIn(scene);
  return mayBeSamePlace(place, filing.place) && mayBeSameDays(conductOn, conductBy(scene), filing);
}

function mayBeSamePlace(here: string | undefined, there: string): boolean {
  if (here === undefined) return true;
  const [a, b] = [plainly(here), plainly(there)];
  return a.startsWith(b) || b.startsWith(a);
}

/** Addresses are written from the large to the small; conduct without a first day is that of its last day alone. */
function mayBeSameDays(
  on: Day | undefined,
  by: Day | undefined,
  { conductFrom, conductOn, filedAt }: OtherFiling,
): boolean {
  const last = conductOn ?? dayOf(filedAt);
  const first = conductFrom ?? conductOn;
  if (on !== undefined) return on <= last && (first === undefined || first <= on);
  return by === undefined || first === undefined || first <= by;
}

/** Which of the two was first, to the minute: in the same one neither was. */
export function filedBefore(
  { state, act, asOf }: Pick<Scene, 'state' | 'act' | 'asOf'>,
  { filedAt }: OtherFiling,
): 'earlier' | 'same-minute' | 'later' {
  const [there, here] = [filedAt, filingOf(state)?.at ?? act?.occurredAt ?? asOf].map((at) =>
    at.slice(0, 16),
  );
  if (there === here) return 'same-minute';
  return (there ?? '') < (here ?? '') ? 'earlier' : 'later';
}
