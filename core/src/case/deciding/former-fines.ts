import type { Act, ActContext } from '../../act.ts';
import { nameOn } from '../../authority/names.ts';
import type { FieldMap } from '../../canonical.ts';
import type { StreamEvents } from '../../event.ts';
import { enterFines, finesOf } from '../../fines/enter-fine.ts';
import { plainly, shelvesOf } from '../../fines/shelf.ts';
import type { FinedParty, FormerFine } from '../../fines/state.ts';
import type { Scene } from '../../rules/fact.ts';
import { dayOf, parseDay } from '../../time/index.ts';
import type { Day } from '../../time/index.ts';
import { assessmentOf } from '../inquiry/circumstances.ts';
import { basesNamed, conductBy } from '../opening/founding.ts';
import { partiesBrought } from '../parties/parties-brought.ts';
import type { FileAndAct } from '../parties/parties-brought.ts';
import { formerNames } from '../parties/present-parties.ts';
import { filingOf } from '../reading.ts';
import { entriesOf } from '../state.ts';
import type { CaseState, Sanction } from '../state.ts';

/** One conduct is not fined twice (处罚法第二十九条): what a case leaves on the shelves of fines and reads there. */

/** A party of the file, or one that the act brings into it, as fines know it. */
export interface FinableParty extends FinedParty {
  readonly id: string;
}

/** The identity number of a person is sealed and tells nobody apart here. */
function finableParty(id: string, name: string, record: FieldMap): FinableParty {
  const code = record['party.code'];
  return { id, name, ...(typeof code === 'string' ? { code } : {}) };
}

export function partiesOf({ state, act }: FileAndAct): readonly FinableParty[] {
  return [
    ...(state === undefined
      ? []
      : entriesOf(state, 'party').map(({ id, data, record }) => {
          const before = formerNames(state, id);
          return {
            ...finableParty(id, data.name, record),
            ...(before.length === 0 ? {} : { formerNames: before }),
          };
        })),
    // What is sent may have any shape: it is read before it is checked.
    ...partiesBrought({ state, act }).map(({ id, name, record }) => finableParty(id, name, record ?? {})),
  ];
}

/** When the party did it, as found out about that party, else as the filing says, or the decision on the spot. */
function conductDay({ state, act }: Pick<Scene, 'state' | 'act'>, party: string): Day | undefined {
  const { conductOn } = onSpot(act) ?? {};
  const found = parseDay(assessmentOf(state, party)?.record['assessment.conduct-on']);
  return found ?? filingOf(state)?.data.conductOn ?? parseDay(conductOn);
}

/** What a decision on the spot says itself, where the ordinary procedure has a filing to say it. */
function onSpot(
  act: Pick<Act, 'name' | 'input'> | undefined,
): { readonly cause?: unknown; readonly conductOn?: unknown } | undefined {
  return act?.name === 'case.decide-on-spot' ? (act.input as object) : undefined;
}

function matterOf({ state, act }: Pick<Scene, 'state' | 'act'>): string {
  const { cause } = onSpot(act) ?? {};
  return filingOf(state)?.data.cause ?? (typeof cause === 'string' ? cause : '');
}

/** Each fine that the act imposes. On the spot a sanction names nobody: it is for the party of the document. */
function finesImposed(
  act: Pick<Act, 'input'> | undefined,
): readonly { readonly party: string; readonly amount: number }[] {
  const sanctions = (act?.input as { readonly sanctions?: unknown } | null | undefined)?.sanctions;
  if (!Array.isArray(sanctions)) return [];
  const brought = partiesBrought({ act }).map(({ id }) => id);
  return (sanctions as readonly (Partial<Sanction> | null)[])
    .filter((one) => one?.kind === 'fine')
    .flatMap((one) =>
      (one?.party === undefined ? brought : [one.party]).map((party) => ({
        party,
        amount: typeof one?.amount === 'number' ? one.amount : 0,
      })),
    )
    .filter(({ party }) => typeof party === 'string');
}

/** Parties the act fines, each once. */
export function partiesFined(act: Pick<Act, 'input'> | undefined): readonly string[] {
  return [...new Set(finesImposed(act).map(({ party }) => party))];
}

/** The party of the file as fines know it; undefined where there is none. */
export function finedParty(state: CaseState, id: string): FinedParty | undefined {
  return partiesOf({ state }).find((one) => one.id === id);
}

/** Shelves on which the fines of one party lie. */
export function shelvesOfParty(act: Act, party: string, state?: CaseState): readonly string[] {
  return partiesOf({ state, act })
    .filter(({ id }) => id === party)
    .flatMap((one) => shelvesOf(act.agency, one));
}

/**
 * Shelves on which lies what any party has had elsewhere: of the file, and of those that the act brings into it.
 * @param agency whose shelves; its own unless told
 */
export function shelvesOfParties(act: Act, state?: CaseState, agency = act.agency): readonly string[] {
  return partiesOf({ state, act }).flatMap((party) => shelvesOf(agency, party));
}

/** Events by which the fines of a penalty are kept. */
export function keepFines(
  state: CaseState,
  act: Act,
  context: ActContext,
  number: string,
): readonly StreamEvents[] {
  const imposed = finesImposed(act);
  const fined = partiesFined(act).map((id) => partiesOf({ state, act }).find((one) => one.id === id));
  const fines = fined
    .filter((one) => one !== undefined)
    .map(({ id, formerNames: _before, ...party }): FormerFine => {
      const conductOn = conductDay({ state, act }, id);
      return {
        number,
        agency: nameOn(context.refs.agency, dayOf(act.occurredAt)).name,
        party,
        decidedOn: dayOf(act.occurredAt),
        amount: imposed.filter((one) => one.party === id).reduce((sum, { amount }) => sum + amount, 0),
        cause: matterOf({ state, act }),
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
  /** What the party is called here. */
  readonly name: string;
  readonly fine?: FormerFine;
}

/** Fines imposed elsewhere of the parties of the case, those included whom the act brings into it. */
export function formerFines({ state, act, refs }: Scene): readonly StandingFine[] {
  return partiesOf({ state, act }).flatMap(({ id, ...party }): readonly StandingFine[] => {
    const { name } = party;
    const fines = refs === undefined ? undefined : finesOf({ refs }, refs.agency.id, party);
    return fines === undefined
      ? [{ id, party: id, name }]
      : fines
          .filter((fine) => fine.file !== state.stream)
          .map((fine) => ({ id: `${id}/${fine.number}`, party: id, name, fine }));
  });
}

/** Of the same cause, or on an article in common. */
export function isSameMatter({ state, act }: Pick<Scene, 'state' | 'act'>, fine: FormerFine): boolean {
  if (plainly(matterOf({ state, act })) === plainly(fine.cause)) return true;
  const bases = basesNamed({ state, act });
  return fine.bases.some((basis) => bases.includes(basis));
}

/** Can both have happened on one day? Conduct that nobody dated can have happened on any day until it was known. */
export function mayBeSameDay(scene: Pick<Scene, 'state' | 'act'>, party: string, fine: FormerFine): boolean {
  const on = conductDay(scene, party);
  const by = conductBy(scene);
  if (on !== undefined) return fine.conductOn === undefined ? on <= fine.conductBy : on === fine.conductOn;
  return by === undefined || fine.conductOn === undefined || fine.conductOn <= by;
}

export function isRevoked({ revoked }: FormerFine, day: Day): boolean {
  return revoked !== undefined && revoked.on <= day;
}
