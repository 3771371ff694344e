import type { Act, ActContext } from '../act.ts';
import { enterFines, finesOf } from '../fines/enter-fine.ts';
import { plainly, shelvesOf } from '../fines/shelf.ts';
import type { FinedParty, FormerFine } from '../fines/state.ts';
import type { Scene } from '../rules/fact.ts';
import { dayOf, parseDay } from '../time/index.ts';
import type { Day } from '../time/index.ts';
import { assessmentOf } from './circumstances.ts';
import { basesNamed, conductBy } from './founding.ts';
import { filingOf, partyName } from './reading.ts';
import { entriesOf } from './state.ts';
import type { CaseState, Sanction } from './state.ts';

/** One conduct is not fined twice (处罚法第二十九条): what a case leaves on the shelves of fines and reads there. */

/** The party as fines know it. The identity number of a person is sealed and tells nobody apart here. */
export function finedParty(state: CaseState, id: string): FinedParty {
  const code = entriesOf(state, 'party').find((entry) => entry.id === id)?.record['party.code'];
  return { name: partyName(state, id), ...(typeof code === 'string' ? { code } : {}) };
}

/** When the party did it, as found out about that party, else as the filing says. */
function conductDay(state: CaseState, party: string): Day | undefined {
  const found = parseDay(assessmentOf(state, party)?.record['assessment.conduct-on']);
  return found ?? filingOf(state)?.data.conductOn;
}

/** Parties the act fines, each once. What is sent may have any shape: it is read before it is checked. */
export function partiesFined(act: { readonly input: unknown } | undefined): readonly string[] {
  const sanctions = (act?.input as { readonly sanctions?: unknown } | null | undefined)?.sanctions;
  if (!Array.isArray(sanctions)) return [];
  const fined = (sanctions as readonly (Partial<Sanction> | null)[])
    .filter((one) => one?.kind === 'fine')
    .map((one) => one?.party);
  return [...new Set(fined)].filter((party) => typeof party === 'string');
}

/** Shelves on which the fines of these parties of the case lie. */
export function shelvesOfParties(state: CaseState, agency: string, parties: readonly string[]) {
  const known = new Set(entriesOf(state, 'party').map((entry) => entry.id));
  return parties
    .filter((party) => known.has(party))
    .flatMap((party) => shelvesOf(agency, finedParty(state, party)));
}

/** Events by which the fines of a decision are kept. */
export function keepFines(
  state: CaseState,
  act: Act<{ readonly outcome: string; readonly sanctions: readonly Sanction[] }>,
  context: ActContext,
  number: string,
) {
  if (act.input.outcome !== 'penalty') return [];
  const fines = partiesFined(act).map((party): FormerFine => {
    const amount = act.input.sanctions
      .filter((one) => one.party === party && one.kind === 'fine')
      .reduce((sum, one) => sum + (one.amount ?? 0), 0);
    const conductOn = conductDay(state, party);
    return {
      number,
      agency: context.refs.agency.name,
      party: finedParty(state, party),
      decidedOn: dayOf(act.occurredAt),
      amount,
      cause: filingOf(state)?.data.cause ?? '',
      bases: basesNamed({ state, act }),
      ...(conductOn === undefined ? {} : { conductOn }),
      conductBy: conductOn ?? conductBy({ state, act }) ?? dayOf(act.occurredAt),
      file: state.stream,
    };
  });
  return enterFines(act, context, fines);
}

/** A former fine beside the party of this case it was imposed on; without one where the shelves were not read. */
export interface StandingFine {
  readonly id: string;
  readonly party: string;
  readonly fine?: FormerFine;
}

/** Fines of the parties of the case that were imposed elsewhere. */
export function formerFines({ state, refs }: Scene): readonly StandingFine[] {
  return entriesOf(state, 'party').flatMap(({ id }): readonly StandingFine[] => {
    const fines = refs === undefined ? undefined : finesOf({ refs }, refs.agency.id, finedParty(state, id));
    return fines === undefined
      ? [{ id, party: id }]
      : fines
          .filter((fine) => fine.file !== state.stream)
          .map((fine) => ({ id: `${id}/${fine.number}`, party: id, fine }));
  });
}

/** Of the same cause, or on an article in common. */
export function isSameMatter({ state, act }: Pick<Scene, 'state' | 'act'>, fine: FormerFine): boolean {
  const cause = filingOf(state)?.data.cause ?? '';
  if (plainly(cause) === plainly(fine.cause)) return true;
  const bases = basesNamed({ state, act });
  return fine.bases.some((basis) => bases.includes(basis));
}

/** Can both have happened on one day? Conduct that nobody dated can have happened on any day until it was known. */
export function mayBeSameDay(state: CaseState, party: string, fine: FormerFine): boolean {
  const on = conductDay(state, party);
  const by = conductBy({ state });
  if (on !== undefined) return fine.conductOn === undefined ? on <= fine.conductBy : on === fine.conductOn;
  return by === undefined || fine.conductOn === undefined || fine.conductOn <= by;
}

export function isRevoked({ revoked }: FormerFine, day: Day): boolean {
  return revoked !== undefined && revoked.on <= day;
}
