import type { Act, ActContext } from '../act.ts';
import { nameOn } from '../authority/names.ts';
import type { Value } from '../canonical.ts';
import { causeOf, decisionOf, outcomeLabel } from '../case/reading.ts';
import { formerNames, presentParties } from '../case/parties/present-parties.ts';
import { partnersAt } from '../case/joint/partners.ts';
import { entriesOf } from '../case/state.ts';
import type { AnyEntry, CaseState, EntryOf } from '../case/state.ts';
import { codeLabel } from '../rules/law.ts';
import { yuanText } from '../money.ts';
import { dayOf } from '../time/index.ts';
import { maskNames, maskNumbers, publicName } from './mask.ts';
import { decisionServed } from './served.ts';

/**
 * The public face of a decision: agency, party, kind and conclusion (国办发〔2018〕118号(六)), from the decision's own
 * fields, masked. Everything the portal and its search index hold is made from this page, so what is not in here
 * cannot leak from there.
 */
export function publicPage(state: CaseState, act: Act, context: ActContext): { [key: string]: Value } {
  const decision = decisionOf(state);
  if (decision === undefined) return {};
  const parties = entriesOf(state, 'party');
  const clean = cleanedBy(state);
  const joint = partnersAt(state, decision.at).map(({ name }) => clean(name));
  return {
    agency: nameOn(context.refs.agency, dayOf(act.occurredAt)).name,
    documentNumber: decision.data.number,
    cause: clean(causeOf(state)),
    outcome: outcomeLabel(context.law, decision),
    // Said only of what is no penalty: the pages of all others stay as they are.
    ...(decision.data.inspection === undefined ? {} : { kind: 'inspection' }),
    // Each publishes its own: the others are named, and decide nothing here.
    ...(joint.length === 0 ? {} : { joint }),
    parties: presentParties(state).map((party) => ({
      name: publicName(party.data.name, party.data.kind),
      kind: codeLabel(context.law, 'party-kind', party.data.kind),
      ...(party.data.kind !== 'person' && typeof party.record['party.code'] === 'string'
        ? { code: party.record['party.code'] }
        : {}),
    })),
    sanctions: decision.data.sanctions.map((sanction) => ({
      party: publicName(
        parties.find((party) => party.id === sanction.party)?.data.name ?? '',
        parties.find((party) => party.id === sanction.party)?.data.kind ?? 'person',
      ),
      kind: codeLabel(context.law, 'sanction-kind', sanction.kind),
      ...(sanction.amount === undefined ? {} : { amount: sanction.amount }),
      ...(sanction.detail === undefined ? {} : { detail: clean(sanction.detail) }),
    })),
    facts: clean(
      decision.record['decision.facts'] ??
        decision.record['inspecting.findings'] ??
        decision.data.confirmation?.content ??
        decision.data.adjudication?.order ??
        leviedText(decision),
    ),
    // Each kind of decision says in fields of its own on what it rests and how it is done.
    basis: clean(
      decision.record['decision.basis'] ?? decision.record['execution.basis'] ?? basisOfInspection(state),
    ),
    performance: clean(
      decision.record['decision.performance'] ??
        decision.record['execution.schedule'] ??
        decision.record['inspecting.demand'],
    ),
    reconsideration: clean(decision.record['decision.reconsideration']),
    litigation: clean(decision.record['decision.litigation']),
    decidedDay: dayOf(decision.at),
    publishedDay: dayOf(act.occurredAt),
    served: decisionServed(state, context.law, act.occurredAt),
  };
}

/** What an inspection rested on, as whoever was inspected was told. */
function basisOfInspection(state: CaseState): Value | undefined {
  return entriesOf(state, 'inspection-notice').at(-1)?.record['inspecting.basis'];
}

/** Of a levy, the sums and how they were reckoned; whose they are, the list of parties says. */
function leviedText({ data }: EntryOf<'decision'>): string | undefined {
  if (data.levy === undefined || data.levy.shares.length === 0) return undefined;
  return data.levy.shares.map(({ amount, reckoning }) => `${yuanText(amount)}（${reckoning}）`).join('；');
}

/** Takes out of a text what must not come before the public: names of persons in the file, and numbers. */
export function cleanedBy(state: CaseState): (value: Value | undefined) => string {
  const people = [
    ...entriesOf(state, 'party').flatMap((party) =>
      party.data.kind === 'person' ? [...everName(party, 'name'), ...formerNames(state, party.id)] : [],
    ),
    ...entriesOf(state, 'interview').flatMap((entry) => everName(entry, 'person')),
  ];
  return (value) => (typeof value === 'string' ? maskNumbers(maskNames(value, people)) : '');
}

/** The name an entry has and those it had before it was corrected: a decision written earlier may still hold one. */
function everName(entry: AnyEntry, field: 'name' | 'person'): readonly string[] {
  const now = (entry.data as { readonly name?: string; readonly person?: string })[field];
  const before = entry.corrections.map((correction) => correction.before[`input.${field}`]);
  return [now, ...before].filter((name) => typeof name === 'string');
}
