import type { Stage } from '../act.ts';
import type { Instant } from '../time/index.ts';
import { cessionOf } from './ceding/ceding.ts';
import { presentPartners } from './joint/partners.ts';
import { kindOf } from './kind.ts';
import type { CaseKind } from './kind.ts';
import { applicationOf } from './licensing/applying.ts';
import { causeOf, decisionMade, filingOf, handlersOf } from './reading.ts';
import { stageOf } from './stage.ts';
import { entriesOf } from './state.ts';
import type { CaseState } from './state.ts';
import { presentParties } from './parties/present-parties.ts';

/** One line of a case list. */
export interface CaseSummary {
  /** Left out of a penalty. */
  readonly kind?: CaseKind;
  readonly number?: string;
  readonly title: string;
  readonly parties: readonly string[];
  readonly stage: Stage;
  readonly handlers: readonly string[];
  readonly opened?: Instant;
  readonly changed?: Instant;
  readonly documentNumber?: string;
  readonly defects: number;
  /** Agencies that enforce together with this one and have not left; absent where there are none. */
  readonly partners?: readonly string[];
  /** The agency it has been given to and which it is no longer worked on before; absent where it was given to none. */
  readonly cededTo?: string;
  /** A head let it be decided without the ordinary review (批准免审); absent where none did. */
  readonly exempted?: true;
  /** Words under which it is counted apart, as the law had them when it was last acted on; absent where there are none. */
  readonly marks?: readonly string[];
}

export function summaryOf(state: CaseState): CaseSummary {
  const filing = filingOf(state);
  const decision = decisionMade(state);
  const lead = entriesOf(state, 'lead')[0];
  const application =
    applicationOf(state) ??
    entriesOf(state, 'confirmation-opening')[0] ??
    entriesOf(state, 'levy-opening')[0];
  const enforced = entriesOf(state, 'execution-basis')[0] ?? entriesOf(state, 'clearance')[0];
  const task = entriesOf(state, 'inspection-task')[0];
  const kind = kindOf(state);
  const partners = presentPartners(state).map(({ name }) => name);
  const ceded = cessionOf(state);
  const opened = state.entries[0]?.at;
  const changed = state.entries
    .map((entry) => entry.at)
    .sort()
    .at(-1);
  return {
    title: causeOf(state) ?? shortened(lead?.data.summary ?? ''),
    parties: presentParties(state).map((party) => party.data.name),
    // In lists it stands among what is put away: whoever looks for work does not find it there.
    stage: ceded === undefined ? stageOf(state) : 'archive',
    handlers: handlersOf(state),
    defects: state.entries.reduce((sum, entry) => sum + entry.defects.length, 0),
    // Said only of what is no penalty: the lines of all others stay as they are.
    ...(kind === undefined || kind === 'penalty' ? {} : { kind }),
    ...(filing === undefined ? {} : { number: filing.data.number }),
    ...(application === undefined ? {} : { number: application.data.number }),
    ...(enforced === undefined ? {} : { number: enforced.data.number }),
    ...(task === undefined ? {} : { number: task.data.number }),
    ...(decision === undefined ? {} : { documentNumber: decision.data.number }),
    ...(opened === undefined ? {} : { opened }),
    ...(changed === undefined ? {} : { changed }),
    ...(partners.length === 0 ? {} : { partners }),
    ...(ceded === undefined ? {} : { cededTo: ceded.data.to }),
    ...(entriesOf(state, 'review-exemption').length === 0 ? {} : { exempted: true as const }),
  };
}

function shortened(text: string): string {
  const letters = [...text];
  return letters.length > 40 ? `${letters.slice(0, 40).join('')}…` : text;
}
