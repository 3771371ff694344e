import { parseDay } from '../../time/index.ts';
import type { Day } from '../../time/index.ts';
import { noticesTo } from '../notice/defence.ts';
import { entriesOf } from '../state.ts';
import type { CaseState, EntryOf } from '../state.ts';

/** What the file says of time that a party asked to be given back, and of the answers. */

/** The answer to a request; the first one stands. */
export function extensionAnswer(
  state: CaseState,
  request: string,
): EntryOf<'extension-decision'> | undefined {
  return entriesOf(state, 'extension-decision').find((entry) => entry.data.request === request);
}

/** Requests nobody has answered, oldest first. */
export function unansweredExtensions(state: CaseState): readonly EntryOf<'extension-request'>[] {
  return entriesOf(state, 'extension-request').filter(
    (request) => extensionAnswer(state, request.id) === undefined,
  );
}

/**
 * The longest time granted to a party for one of its limits under its latest notice. An earlier notice began another
 * limit; what was granted of that one says nothing of this.
 */
export function grantedTime(
  state: CaseState,
  party: string,
  limit: string,
): { readonly decision: EntryOf<'extension-decision'>; readonly until: Day } | undefined {
  const notice = noticesTo(state, party).at(-1);
  if (notice === undefined) return undefined;
  return entriesOf(state, 'extension-request')
    .filter(({ data, at }) => data.party === party && data.limit === limit && at >= notice.at)
    .map((request) => extensionAnswer(state, request.id))
    .flatMap((decision) => {
      const until = parseDay(decision?.data.until);
      return decision?.data.granted === true && until !== undefined ? [{ decision, until }] : [];
    })
    .sort((a, b) => (a.until < b.until ? 1 : -1))[0];
}
