import type { Value } from '../canonical.ts';
import { receivedAt } from '../case/serving/effective.ts';
import { decisionOf, methodOf, servicesOf } from '../case/reading.ts';
import { entriesOf } from '../case/state.ts';
import type { CaseState } from '../case/state.ts';
import { codeLabel } from '../rules/law.ts';
import type { Law } from '../rules/law.ts';
import { dayOf } from '../time/index.ts';
import type { Instant } from '../time/index.ts';
import { publicName } from './mask.ts';
import { decisionServed } from './served.ts';
import { presentParties } from '../case/parties/present-parties.ts';

/**
 * What goes on in the open after the page is frozen (公示办法第五条第五项): whether, how and when the decision was served on
 * each party, and how far it was performed. Made anew with every act, from the same masked names as the page.
 */
export function publicCourse(state: CaseState, law: Law, at: Instant): { readonly [key: string]: Value } {
  const decision = decisionOf(state);
  if (decision === undefined) return {};
  const parties = presentParties(state);
  const named = (id: string): string => {
    const party = parties.find((one) => one.id === id);
    return publicName(party?.data.name ?? '', party?.data.kind ?? 'person');
  };
  const services = parties.flatMap(({ id }) => {
    const service = servicesOf(state, decision.id, id).at(-1);
    const reached = service === undefined ? undefined : receivedAt(state, service);
    if (service === undefined || reached === undefined || reached > at) return [];
    const method = codeLabel(law, 'service-method', methodOf(service));
    return [{ party: named(id), method, day: dayOf(reached) }];
  });
  const checks = parties.flatMap(({ id }) => {
    const seen = entriesOf(state, 'performance-check').findLast((entry) => entry.data.party === id);
    if (seen === undefined) return [];
    const how = codeLabel(law, 'performance-state', seen.data.state);
    return [{ party: named(id), state: how, day: dayOf(seen.at) }];
  });
  return { served: decisionServed(state, law, at), services, performances: checks };
}
