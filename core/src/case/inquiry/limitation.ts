import type { Value } from '../../canonical.ts';
import type { Scene } from '../../rules/fact.ts';
import { dayOf, parseDay } from '../../time/index.ts';
import type { Day } from '../../time/index.ts';
import { conductBy } from '../opening/founding.ts';
import { filingOf, spotDecisionOf } from '../reading.ts';
import { entriesOf } from '../state.ts';
import { assessmentOf } from './circumstances.ts';

/**
 * What the limitation is reckoned from and until (处罚法第三十六条). How long it is, and what follows, is the law's. An
 * assessment says more than the filing, since it comes after the investigation; what neither says is not known.
 */

/** The day of the conduct, or on which it ended. */
export function conductDayOf(scene: Scene, party: string): Day | undefined {
  const { record } = assessmentOf(scene.state, party, scene.asOf) ?? { record: {} as Record<string, Value> };
  return parseDay(record['assessment.conduct-on'] ?? filingOf(scene.state)?.data.conductOn ?? onSpot(scene));
}

/** Did it go on, and is it over? */
export function conductStateOf(scene: Scene, party: string): Value | undefined {
  const { record } = assessmentOf(scene.state, party, scene.asOf) ?? { record: {} as Record<string, Value> };
  return record['assessment.conduct-state'] ?? filingOf(scene.state)?.record['filing.conduct-state'];
}

/**
 * The day it came to be known: that of the lead, however late it was typed, or an earlier one on which it was known
 * elsewhere. A later day than the lead's is none on which anything was discovered.
 */
export function discoveryDayOf(scene: Scene, party: string): Day | undefined {
  const [lead] = entriesOf(scene.state, 'lead');
  const here = lead?.at ?? spotDecisionOf(scene.state)?.at;
  const elsewhere = parseDay(
    assessmentOf(scene.state, party, scene.asOf)?.record['assessment.discovered-on'],
  );
  const days = [
    ...(here === undefined ? [] : [dayOf(here)]),
    ...(elsewhere === undefined ? [] : [elsewhere]),
  ];
  return days.sort()[0];
}

/** What is decided on the spot was seen there that day, unless an earlier day is written. */
function onSpot({ state, act }: Scene): Value | undefined {
  const decision = spotDecisionOf(state);
  if (decision !== undefined) return decision.data.spot?.conductOn ?? dayOf(decision.at);
  return act?.name === 'case.decide-on-spot' ? conductBy({ state, act }) : undefined;
}
