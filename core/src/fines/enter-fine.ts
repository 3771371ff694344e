import type { Act, ActContext } from '../act.ts';
import { stampOf } from '../actor.ts';
import type { DomainEvent, StreamEvents } from '../event.ts';
import type { Day } from '../time/index.ts';
import { isSameParty, shelvesOf } from './shelf.ts';
import type { FineShelf, FinedParty, FormerFine, OtherFiling } from './state.ts';

export const fineEntered = 'fines.entered';
export const fineRevoked = 'fines.revoked';
export const filingEntered = 'fines.filing-entered';

/** Which fine ceased to be one, since when, and what says so. */
export interface Revocation {
  readonly party: FinedParty;
  readonly number: string;
  readonly on: Day;
  readonly document: string;
}

/** Events that put fines on the shelves of their parties. */
export function enterFines(
  act: Act,
  context: ActContext,
  fines: readonly FormerFine[],
): readonly StreamEvents[] {
  return onShelves(
    act,
    context,
    fines.map((input) => ({ type: fineEntered, party: input.party, input })),
  );
}

/** Events that note on every shelf where the fine lies that it has been revoked. */
export function revokeFine(act: Act, context: ActContext, input: Revocation): readonly StreamEvents[] {
  const found = fineOf(context, act.agency, input);
  return found === undefined
    ? []
    : onShelves(act, context, [{ type: fineRevoked, party: found.party, input }]);
}

/** The fine of that number, among those of the party; undefined also where its shelves have not been read. */
export function fineOf(
  context: Pick<ActContext, 'refs'>,
  agency: string,
  { party, number }: { readonly party: FinedParty; readonly number: string },
): FormerFine | undefined {
  return finesOf(context, agency, party)?.find((fine) => fine.number === number);
}

/** Fines of the party, each once; undefined where one of its shelves has not been read. */
export function finesOf(
  context: Pick<ActContext, 'refs'>,
  agency: string,
  party: FinedParty,
): readonly FormerFine[] | undefined {
  const fines = readOf(context, agency, party)
    ?.flatMap((shelf) => shelf.fines)
    .filter((fine) => isSameParty(fine.party, party));
  return fines === undefined ? undefined : [...new Map(fines.map((fine) => [fine.number, fine])).values()];
}

/** Every shelf of the party; undefined where one of them has not been read: then nothing can be told of it. */
export function readOf(
  { refs }: Pick<ActContext, 'refs'>,
  agency: string,
  party: FinedParty,
): readonly FineShelf[] | undefined {
  const streams = shelvesOf(agency, party);
  const read = streams.map((stream) => refs.fines?.[stream]).filter((shelf) => shelf !== undefined);
  return read.length < streams.length ? undefined : read;
}

/**
 * Only where the shelf has been read: a decision from before fines were kept is decided again, to prove it lawful, with
 * what it had before it, and left nothing here.
 */
export function onShelves(
  act: Act,
  context: ActContext,
  entries: readonly { readonly type: string; readonly party: FinedParty; readonly input: unknown }[],
): readonly StreamEvents[] {
  const shelves = new Map<string, DomainEvent[]>();
  for (const { type, party, input } of entries)
    for (const stream of shelvesOf(act.agency, party)) {
      if (context.refs.fines?.[stream] === undefined) continue;
      shelves.set(stream, [
        ...(shelves.get(stream) ?? []),
        { type, ...stampOf(act, context), input, record: {} },
      ]);
    }
  return [...shelves].map(([stream, events]) => ({ stream, events }));
}

export function evolveShelf(shelf: FineShelf, event: DomainEvent): FineShelf {
  const next = { ...shelf, version: shelf.version + 1 };
  if (event.type === fineRevoked) {
    const { party, number, on, document } = event.input as Revocation;
    const fines = shelf.fines.map((fine) =>
      fine.number === number && isSameParty(fine.party, party)
        ? { ...fine, revoked: { on, document } }
        : fine,
    );
    return { ...next, fines };
  }
  if (event.type === filingEntered) {
    const entered = event.input as OtherFiling;
    const others = (shelf.filings ?? []).filter(
      (filing) =>
        !(
          filing.number === entered.number &&
          filing.agency === entered.agency &&
          isSameParty(filing.party, entered.party)
        ),
    );
    return { ...next, filings: [...others, entered] };
  }
  const entered = event.input as FormerFine;
  // Entered again, what was written wrongly is put right.
  const others = shelf.fines.filter(
    (fine) => !(fine.number === entered.number && isSameParty(fine.party, entered.party)),
  );
  return { ...next, fines: [...others, entered] };
}
