import type { Act, ActContext } from '../act.ts';
import { inheritedId } from '../authority/inherited.ts';
import type { StreamEvents } from '../event.ts';
import { fineEntered, filingEntered, onShelves } from './enter-fine.ts';
import { isSameParty, shelvesOf } from './shelf.ts';
import type { FinedParty, FineShelf } from './state.ts';

/**
 * What the parties of a file have had elsewhere, from the shelves of the agency it comes from onto those of the one that
 * receives it: one conduct is not fined twice because agencies were joined (处罚法第二十九条). What it was founded on is
 * named as the successor's register has it.
 */
export function carryShelves(
  act: Act,
  context: ActContext,
  from: string,
  parties: readonly FinedParty[],
): readonly StreamEvents[] {
  const entries = parties.flatMap((party) =>
    shelvesOf(from, party)
      .map((stream) => context.refs.fines?.[stream])
      .filter((shelf) => shelf !== undefined)
      .flatMap((shelf) => entriesOf(shelf, party, from)),
  );
  // A fine lies on a shelf for each name and code it is found by: it is carried once.
  const once = new Map(
    entries.map((entry) => [`${entry.type} ${entry.input.agency} ${entry.input.number}`, entry]),
  );
  return onShelves(act, context, [...once.values()]);
}

function entriesOf({ fines, filings = [] }: FineShelf, party: FinedParty, from: string) {
  return [
    ...fines
      .filter((fine) => isSameParty(fine.party, party))
      .map((fine) => ({
        ...{ type: fineEntered, party: fine.party },
        input: { ...fine, bases: fine.bases.map((basis) => inheritedId(basis, from)) },
      })),
    ...filings
      .filter((filing) => isSameParty(filing.party, party))
      .map((filing) => ({ type: filingEntered, party: filing.party, input: filing })),
  ];
}
