import { decisionOf } from '../case/reading.ts';
import { servedOn } from '../case/serving/effective.ts';
import type { CaseState } from '../case/state.ts';
import type { Law } from '../rules/law.ts';
import { timelessScene } from '../rules/scene.ts';
import type { Instant } from '../time/index.ts';
import { presentParties } from '../case/parties/present-parties.ts';

/** Had the decision been served on anyone by then? What is on its way, or announced and not yet run out, had not. */
export function decisionServed(state: CaseState, law: Law, at: Instant): boolean {
  const scene = timelessScene(state, law, at);
  return presentParties(state).some((party) => {
    const served = servedOn(scene, decisionOf(state)?.id, party.id);
    return served.known && served.value === true && served.since !== undefined && served.since <= at;
  });
}
