import type { Value } from '../../canonical.ts';
import type { FactDefinition, Reading, Scene } from '../../rules/fact.ts';
import { unknownReading } from '../../rules/fact.ts';
import { parseInstant } from '../../time/index.ts';
import type { Instant } from '../../time/index.ts';
import { spotDecisionOf } from '../reading.ts';
import { entriesOf } from '../state.ts';
import { fact, happened, no } from './word.ts';

/** Words about the summary procedure: whether the case took it, and what is being decided on the spot. */
export const ofSpot: readonly FactDefinition[] = [
  // Whatever is not decided on the spot is in the ordinary procedure, also before it is filed.
  fact('case.procedure', 'case', 'enum', '所用的程序', 'case.decide-on-spot', ({ state, asOf }) => {
    const decision = spotDecisionOf(state);
    return decision === undefined || decision.at > asOf
      ? { known: true, value: 'ordinary' }
      : { known: true, value: 'summary', since: decision.at };
  }),
  fact('case.decidedOnSpot', 'case', 'bool', '已当场作出处罚决定', 'case.decide-on-spot', ({ state }) =>
    happened(spotDecisionOf(state)),
  ),
  fact('case.spotReportable', 'case', 'bool', '当场处罚可以联网上报', 'case.decide-on-spot', ({ state }) => {
    const decision = spotDecisionOf(state);
    if (decision === undefined) return no;
    const online = parseInstant(decision.record['spot.online-at']);
    const since: Instant = online !== undefined && online > decision.at ? online : decision.at;
    return { known: true, value: true, since };
  }),
  fact('case.spotReported', 'case', 'bool', '当场处罚已报所属机关备案', 'case.report-on-spot', ({ state }) =>
    happened(entriesOf(state, 'spot-report')[0]),
  ),
  ofProposal('act.fine', 'money', '罚款数额', ({ sanctions }) =>
    sanctions?.filter(({ kind }) => kind === 'fine').reduce((sum, { amount = 0 }) => sum + amount, 0),
  ),
  ofProposal(
    'act.finesUnstated',
    'int',
    '没有写明数额的罚款项数',
    ({ sanctions }) =>
      sanctions?.filter(({ kind, amount }) => kind === 'fine' && amount === undefined).length,
  ),
  ofProposal('act.officersSigned', 'int', '其中已在决定书上签名或者盖章的人数', ({ officers, signed }) =>
    among(officers, signed),
  ),
  fact(
    'act.byOfficerPresent',
    'act',
    'bool',
    '经办人是到场的执法人员',
    undefined,
    (scene) => {
      const { officers } = inputOf(scene);
      if (!Array.isArray(officers) || scene.actor === undefined) return unknownReading;
      return { known: true, value: officers.some((one) => one === scene.actor?.officer) };
    },
    true,
  ),
];

interface Proposal {
  readonly officers?: readonly string[];
  readonly signed?: readonly string[];
  readonly sanctions?: readonly { readonly kind?: string; readonly amount?: number }[];
}

/** Only lists as lists: what is being typed may still be of any shape. */
function inputOf(scene: Scene): Proposal {
  const input = (scene.act?.input ?? {}) as Readonly<Record<string, unknown>>;
  return Object.fromEntries(Object.entries(input).filter(([, value]) => Array.isArray(value))) as Proposal;
}

function ofProposal(
  id: string,
  type: FactDefinition['type'],
  label: string,
  read: (proposal: Proposal) => Value | undefined,
): FactDefinition {
  const reading = (scene: Scene): Reading => {
    const value = read(inputOf(scene));
    return value === undefined ? unknownReading : { known: true, value };
  };
  return fact(id, 'act', type, label, undefined, reading, true);
}

/** How many of the officers present stand in the other list: one who was not there does not count. */
function among(officers: readonly string[] | undefined, listed: readonly string[] = []): number | undefined {
  return officers === undefined
    ? undefined
    : [...new Set(officers)].filter((one) => listed.includes(one)).length;
}
