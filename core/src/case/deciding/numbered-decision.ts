import type { Act, ActContext } from '../../act.ts';
import type { FieldMap } from '../../canonical.ts';
import type { StreamEvents } from '../../event.ts';
import { takeNumber } from '../../series/take-number.ts';
import { presentParties } from '../parties/present-parties.ts';
import type { CaseState } from '../state.ts';

/** A decision whose number is taken with it, in the names of those it is made to. */
interface NumberedDecision {
  readonly outcome: {
    readonly number: string;
    readonly parties: readonly { id: string; name: string; record: FieldMap }[];
  };
  readonly others: readonly StreamEvents[];
}

/**
 * What making a decision of any kind leaves: its number, and the parties as they are on file that day. The document
 * names them so; a later correction of the file changes no document.
 */
export function numberedDecision(
  state: CaseState,
  act: Act,
  context: ActContext,
  series: string,
): NumberedDecision {
  const { number, taken } = takeNumber(act, context, series);
  const parties = presentParties(state).map(({ id, data, record }) => ({ id, name: data.name, record }));
  return { outcome: { number, parties }, others: [taken] };
}
