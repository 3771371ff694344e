import type { Act, ActContext } from '../act.ts';
import type { StreamEvents } from '../event.ts';
import { filingEntered, onShelves, readOf } from './enter-fine.ts';
import { isSameParty } from './shelf.ts';
import type { FinedParty, OtherFiling } from './state.ts';

/** Events that put the filing of another agency on the shelves of its party, where what the party has had elsewhere lies. */
export function enterFiling(act: Act, context: ActContext, input: OtherFiling): readonly StreamEvents[] {
  return onShelves(act, context, [{ type: filingEntered, party: input.party, input }]);
}

/** Filings of other agencies against the party, each once; undefined where one of its shelves has not been read. */
export function filingsOf(
  context: Pick<ActContext, 'refs'>,
  agency: string,
  party: FinedParty,
): readonly OtherFiling[] | undefined {
  const filings = readOf(context, agency, party)
    ?.flatMap((shelf) => shelf.filings ?? [])
    .filter((filing) => isSameParty(filing.party, party));
  return filings === undefined
    ? undefined
    : [...new Map(filings.map((filing) => [`${filing.agency} ${filing.number}`, filing])).values()];
}
