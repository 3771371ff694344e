import type { ActContext, ActDefinition } from './act.ts';
import type { AgencyState } from './authority/state.ts';
import { emptyCase } from './case/state.ts';
import type { CaseState } from './case/state.ts';

/** What rules see as the file: of an act on the agency's own records there is none. */
export function fileOf(
  definition: ActDefinition,
  state: CaseState | AgencyState,
  { refs }: ActContext,
): CaseState {
  return definition.aggregate === 'case' ? (state as CaseState) : emptyCase(state.stream, refs.agency.id);
}
