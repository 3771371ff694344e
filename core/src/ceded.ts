import type { ActContext, ActDefinition, Structural } from './act.ts';
import { officeOf } from './actor.ts';
import { unitOf } from './authority/state.ts';
import type { AgencyState } from './authority/state.ts';
import { cededFaults } from './case/ceding/ceding.ts';
import type { CaseState } from './case/state.ts';
import { fileOf } from './file-of.ts';
import type { Instant } from './time/index.ts';

/** Is the power an act exercises still this agency's at that moment? Asked of every act on a file, and of those that open one. */
export function ceded(
  definition: ActDefinition,
  state: CaseState | AgencyState,
  context: ActContext,
  at: Instant,
): readonly Structural[] {
  const { agency } = context.refs;
  return cededFaults(definition, fileOf(definition, state, context), at, {
    agency,
    unit: unitOf(agency, officeOf(context.actor)),
  });
}
