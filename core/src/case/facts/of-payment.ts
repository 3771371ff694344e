import type { FactDefinition, Reading, Scene } from '../../rules/fact.ts';
import { unknownReading } from '../../rules/fact.ts';
import { dayOf, daysBetween } from '../../time/index.ts';
import type { Instant } from '../../time/index.ts';
import { executionBasisOf } from '../execution/executing.ts';
import {
  deferralOf,
  endOfPlan,
  sumOwed,
  instalmentsOf,
  partPerformed,
  performedAt,
  reached,
  unpaidOf,
  unpaidPart,
} from '../performing/payment.ts';
import type { PlacedInstalment } from '../performing/payment.ts';
import { servedOn } from '../serving/effective.ts';
import { decisionMade, decisionOf, ofPresentDecision } from '../reading.ts';
import { presentParties } from '../parties/present-parties.ts';
import { entriesOf } from '../state.ts';
import type { CaseState, EntryOf, Instalment } from '../state.ts';
import { fact, happened, no } from './word.ts';

interface PaymentInput {
  readonly party?: string;
  readonly plan?: readonly Partial<Instalment>[];
}

function inputOf(scene: Scene): PaymentInput {
  return (scene.act?.input ?? {}) as PaymentInput;
}

/** True from the moment on; without a moment it has not come about. */
function from(moment: { readonly at: Instant } | undefined): Reading {
  return moment === undefined ? no : { known: true, value: true, since: moment.at };
}

/** Words about money owed: the fine, what of it is open, and until when. */
export const ofPayment: readonly FactDefinition[] = [
  fact('party.fine', 'party', 'money', '罚款数额', 'case.decide', ({ state }, subject) => {
    const owed = decisionMade(state) ?? executionBasisOf(state);
    return owed === undefined
      ? unknownReading
      : { known: true, value: sumOwed(state, subject.id), since: owed.at };
  }),
  fact(
    'party.unpaid',
    'party',
    'money',
    '尚未缴纳的罚款',
    'case.record-payment',
    ({ state, asOf }, subject) =>
      decisionMade(state) === undefined && executionBasisOf(state) === undefined
        ? unknownReading
        : { known: true, value: unpaidOf(state, subject.id, asOf) },
  ),
  // While a later day is granted nothing is overdue; before the grant the surcharge ran, and it is not taken back.
  fact(
    'party.overdue',
    'party',
    'money',
    '没有暂缓或者分期的未缴罚款',
    'case.record-payment',
    ({ state, asOf }, subject) => {
      if (decisionMade(state) === undefined && executionBasisOf(state) === undefined) return unknownReading;
      const deferred = entriesOf(state, 'deferral').some(
        (entry) => entry.data.party === subject.id && ofPresentDecision(state, entry) && entry.at <= asOf,
      );
      return { known: true, value: deferred ? 0 : unpaidOf(state, subject.id, asOf) };
    },
  ),
  fact('party.finePaid', 'party', 'bool', '罚款已缴清', 'case.record-payment', ({ state }, subject) =>
    sumOwed(state, subject.id) === 0 ? no : from(reached(state, subject.id, sumOwed(state, subject.id))),
  ),
  fact('party.performed', 'party', 'bool', '已经履行', 'case.check-performance', ({ state }, subject) => {
    const moment = performedAt(state, subject.id);
    return moment === undefined ? no : { known: true, value: true, since: moment };
  }),
  fact('party.paymentDays', 'party', 'int', '决定书写明的缴款日数', 'case.decide', ({ state }) => {
    const decision = decisionOf(state);
    return decision?.data.paymentDays === undefined
      ? unknownReading
      : { known: true, value: decision.data.paymentDays, since: decision.at };
  }),
  fact(
    'party.paymentDeferred',
    'party',
    'bool',
    '已批准暂缓或者分期缴纳',
    'case.defer-payment',
    ({ state }, subject) => happened(deferralOf(state, subject.id)),
  ),
  fact(
    'party.paymentSettled',
    'party',
    'bool',
    '罚款已缴清或者已另定缴款日',
    'case.record-payment',
    ({ state }, subject) => {
      const fine = sumOwed(state, subject.id);
      const moments = [
        fine === 0 ? undefined : reached(state, subject.id, fine)?.at,
        entriesOf(state, 'deferral').find(
          (entry) => entry.data.party === subject.id && ofPresentDecision(state, entry),
        )?.at,
      ].filter((moment) => moment !== undefined);
      const first = moments.sort()[0];
      return from(first === undefined ? undefined : { at: first });
    },
  ),
  fact(
    'party.deferralDays',
    'party',
    'int',
    '自批准至最后一期的日数',
    'case.defer-payment',
    ({ state }, subject) => {
      const deferral = deferralOf(state, subject.id);
      const end = endOfPlan(deferral?.data.plan ?? []);
      return deferral === undefined || end === undefined
        ? unknownReading
        : { known: true, value: daysBetween(dayOf(deferral.at), dayOf(end)), since: deferral.at };
    },
  ),
  fact(
    'party.remedySought',
    'party',
    'bool',
    '已申请复议或者提起诉讼',
    'case.register-remedy',
    ({ state }, subject) => happened(remedyOf(state, subject.id)),
  ),
  fact(
    'party.reconsiderationSought',
    'party',
    'bool',
    '已申请行政复议',
    'case.register-remedy',
    ({ state }, subject) => happened(remedyOf(state, subject.id, 'reconsideration')),
  ),
  fact(
    'party.litigationSought',
    'party',
    'bool',
    '已提起行政诉讼',
    'case.register-remedy',
    ({ state }, subject) => happened(remedyOf(state, subject.id, 'litigation')),
  ),
  fact('party.demanded', 'party', 'bool', '履行催告书已送达', 'case.serve', (scene, subject) =>
    demandedOf(scene, subject.id),
  ),
  fact('case.demanded', 'case', 'bool', '履行催告书已送达', 'case.serve', (scene) =>
    allOf(presentParties(scene.state).map(({ id }) => demandedOf(scene, id))),
  ),
  fact('case.courtAppliedTo', 'case', 'bool', '已申请法院强制执行', 'case.apply-to-court', ({ state }) =>
    happened(entriesOf(state, 'court-application')[0]),
  ),
  fact('case.performed', 'case', 'bool', '当事人都已经履行', 'case.check-performance', ({ state }) =>
    allOf(
      presentParties(state).map(({ id }) => {
        const moment = performedAt(state, id);
        return moment === undefined ? no : { known: true, value: true, since: moment };
      }),
    ),
  ),
  fact(
    'party.courtAppliedTo',
    'party',
    'bool',
    '已申请法院强制执行',
    'case.apply-to-court',
    ({ state }, subject) =>
      happened(
        entriesOf(state, 'court-application').find(
          (entry) => entry.data.party === subject.id && ofPresentDecision(state, entry),
        ),
      ),
  ),
  ofInstalment('instalment.granted', 'bool', '已批准暂缓或者分期缴纳', ({ granted }) => happened(granted)),
  ofInstalment('instalment.agreed', 'bool', '已达成执行协议', ({ granted }) =>
    granted.kind === 'execution-agreement' ? happened(granted) : no,
  ),
  ofInstalment('instalment.days', 'int', '自批准至本期末日的日数', ({ granted, until }) => ({
    known: true,
    value: daysBetween(dayOf(granted.at), until),
    since: granted.at,
  })),
  ofInstalment('instalment.paid', 'bool', '本期已缴清', (part, { state }) =>
    from(partPerformed(state, part)),
  ),
  ofInstalment('instalment.amount', 'money', '本期的金额', ({ amount }) => ({ known: true, value: amount })),
  ofInstalment('instalment.unpaid', 'money', '本期尚未缴纳的数额', (part, { state, asOf }) => ({
    known: true,
    value: unpaidPart(state, part, asOf),
  })),
  fact(
    'act.planTotal',
    'act',
    'money',
    '缴纳计划各期的合计',
    undefined,
    (scene) => {
      const { plan } = inputOf(scene);
      return Array.isArray(plan)
        ? { known: true, value: plan.reduce((sum, part) => sum + (part.amount ?? 0), 0) }
        : unknownReading;
    },
    true,
  ),
  fact(
    'act.unpaid',
    'act',
    'money',
    '该当事人尚未缴纳的罚款',
    'case.record-payment',
    (scene) => {
      const { party } = inputOf(scene);
      return party === undefined
        ? unknownReading
        : { known: true, value: unpaidOf(scene.state, party, scene.asOf) };
    },
    true,
  ),
];

/** The demand that stands was served: in a file of enforcement the first, for one before the act itself opens no new term. */
function demandedOf(scene: Scene, party: string): Reading {
  const demands = entriesOf(scene.state, 'demand').filter(
    (entry) => entry.data.parties.includes(party) && ofPresentDecision(scene.state, entry),
  );
  const demand = executionBasisOf(scene.state) === undefined ? demands.at(-1) : demands[0];
  return demand === undefined ? no : servedOn(scene, demand.id, party);
}

/** All of them hold, since the last came to hold; none at all is not all. */
function allOf(readings: readonly Reading[]): Reading {
  const moments = readings.map((one) => (one.known && one.value === true ? one.since : undefined));
  const known = moments.filter((moment) => moment !== undefined).sort();
  const last = known.at(-1);
  return last === undefined || known.length < moments.length ? no : { known: true, value: true, since: last };
}

/** How the party went against the decision that was made last. */
function remedyOf(state: CaseState, party: string, kind?: string): EntryOf<'remedy'> | undefined {
  return entriesOf(state, 'remedy').find(
    (entry) =>
      entry.data.party === party &&
      (kind === undefined || entry.data.kind === kind) &&
      ofPresentDecision(state, entry),
  );
}

/** A word about one part of a fine put off. */
function ofInstalment(
  id: string,
  type: FactDefinition['type'],
  label: string,
  read: (part: PlacedInstalment, scene: Scene) => Reading,
): FactDefinition {
  return fact(id, 'instalment', type, label, 'case.defer-payment', (scene, subject) => {
    const part = instalmentsOf(scene.state).find((one) => one.id === subject.id);
    return part === undefined ? unknownReading : read(part, scene);
  });
}
