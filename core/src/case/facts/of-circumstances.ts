import { inForceOn } from '../../authority/in-force.ts';
import type { FieldMap, Value } from '../../canonical.ts';
import type { FactDefinition, Reading, Scene } from '../../rules/fact.ts';
import { unknownReading } from '../../rules/fact.ts';
import { parseDay, startOfDay } from '../../time/index.ts';
import { isSound } from '../keeping/admission.ts';
import {
  affirmedIn,
  assessmentOf,
  confirmationOf,
  faultReviewOf,
  supportedPoints,
} from '../inquiry/circumstances.ts';
import type { Support } from '../inquiry/circumstances.ts';
import { conductDayOf } from '../inquiry/limitation.ts';
import { filingOf } from '../reading.ts';
import { entriesOf } from '../state.ts';
import type { EntryOf } from '../state.ts';
import { fact, happened, lastOf, no } from './word.ts';
import { presentParties } from '../parties/present-parties.ts';

interface Assessing {
  readonly party?: string;
  readonly parties?: readonly { readonly id: string; readonly kind?: string; readonly record?: FieldMap }[];
  readonly support?: readonly Support[];
  readonly claim?: string;
  readonly findings?: readonly { readonly piece: string }[];
}

function inputOf(scene: Scene): Assessing {
  return (scene.act?.input ?? {}) as Assessing;
}

/** What the latest assessment of the party has in a field. */
function assessed(
  id: string,
  type: FactDefinition['type'],
  label: string,
  read: (entry: EntryOf<'assessment'>) => Value | undefined,
): FactDefinition {
  return fact(id, 'party', type, label, 'case.assess-circumstances', (scene, subject) => {
    const entry = assessmentOf(scene.state, subject.id, scene.asOf);
    const value = entry === undefined ? undefined : read(entry);
    return entry === undefined || value === undefined
      ? unknownReading
      : { known: true, value, since: entry.at };
  });
}

/** As it was registered with the party, or is being registered with it. */
function registeredBirth({ state, act }: Scene, party: string): Value | undefined {
  const entry = presentParties(state).find((one) => one.id === party);
  if (entry !== undefined) return entry.record['party.born-on'];
  const { parties } = (act?.input ?? {}) as Assessing;
  return Array.isArray(parties)
    ? parties.find((one) => one.id === party)?.record?.['party.born-on']
    : undefined;
}

function confirmed(id: string, label: string, matter: string): FactDefinition {
  return fact(id, 'party', 'bool', label, 'case.confirm-unproven', (scene, subject) =>
    happened(confirmationOf(scene.state, subject.id, matter, scene.asOf)),
  );
}

/** Claims of the party made by the moment, with their reviews made by it. */
function claimsOf({ state, asOf }: Scene, party: string) {
  return entriesOf(state, 'fault-claim')
    .filter((claim) => claim.data.party === party && claim.at <= asOf)
    .map((claim) => {
      const review = faultReviewOf(state, claim.id);
      return review !== undefined && review.at <= asOf ? review : undefined;
    });
}

function provenClaim(scene: Scene, party: string): EntryOf<'fault-review'> | undefined {
  return claimsOf(scene, party).findLast((review) => review?.data.conclusion === 'proven');
}

function taught({ state, asOf }: Scene, party: string) {
  return entriesOf(state, 'education').find(
    (entry) => entry.data.party === party && isSound(state, entry, asOf),
  );
}

/** Words about what weighs for or against each party: its age, its capacity, what it did, whether it was at fault. */
export const ofCircumstances: readonly FactDefinition[] = [
  fact('party.assessed', 'party', 'bool', '已认定裁量情节', 'case.assess-circumstances', (scene, subject) =>
    happened(assessmentOf(scene.state, subject.id, scene.asOf)),
  ),
  assessed('party.affirmed', 'list', '认定为有的事项', ({ record }) => affirmedIn(record)),
  assessed('party.weighing', 'enum', '裁量结论', ({ record }) => record['assessment.weighing']),
  assessed('party.fineFloor', 'money', '法定的最低罚款', ({ record }) => record['assessment.fine-floor']),
  fact('party.bornOn', 'party', 'day', '出生日期', 'case.assess-circumstances', (scene, subject): Reading => {
    const entry = assessmentOf(scene.state, subject.id, scene.asOf);
    const found = entry?.record['assessment.born-on'];
    if (entry !== undefined && found !== undefined) return { known: true, value: found, since: entry.at };
    const value = registeredBirth(scene, subject.id);
    return value === undefined ? unknownReading : { known: true, value };
  }),
  assessed('party.capacity', 'enum', '辨认控制能力', ({ record }) => record['assessment.capacity']),
  assessed('party.expertOpinion', 'text', '鉴定意见', ({ record }) => record['assessment.expert-opinion']),
  fact(
    'party.conductAt',
    'party',
    'instant',
    '违法行为发生日',
    'case.assess-circumstances',
    (scene, subject): Reading => {
      const day = conductDayOf(scene, subject.id);
      return day === undefined
        ? unknownReading
        : { known: true, value: startOfDay(day), since: startOfDay(day) };
    },
  ),
  confirmed('party.ageConfirmed', '负责人已签署年龄无法查明', 'age'),
  confirmed('party.capacityConfirmed', '负责人已签署没有鉴定的能力认定', 'capacity'),
  fact(
    'party.claimsReviewed',
    'party',
    'bool',
    '无过错的主张都已复核',
    'case.review-fault-claim',
    (scene, subject) => {
      const reviews = claimsOf(scene, subject.id);
      return reviews.length === 0 ? { known: true, value: true } : lastOf(reviews);
    },
  ),
  fact(
    'party.noFaultProven',
    'party',
    'bool',
    '证据足以证明没有主观过错',
    'case.review-fault-claim',
    (scene, subject) => happened(provenClaim(scene, subject.id)),
  ),
  fact(
    'party.faultExceptionRank',
    'party',
    'enum',
    '不以过错为条件的规定的位阶',
    'case.review-fault-claim',
    (scene, subject) => {
      const review = provenClaim(scene, subject.id);
      const rank = review?.record['fault.exception-rank'];
      return review === undefined || rank === undefined
        ? unknownReading
        : { known: true, value: rank, since: review.at };
    },
  ),
  fact('case.educationRecorded', 'case', 'bool', '已对每名当事人教育', 'case.record-education', (scene) =>
    lastOf(presentParties(scene.state).map((party) => taught(scene, party.id))),
  ),
  fact(
    'act.partyKind',
    'act',
    'enum',
    '所办当事人的类型',
    undefined,
    (scene) => {
      const { party, parties } = inputOf(scene);
      const named = Array.isArray(parties) ? parties[0]?.kind : undefined;
      const kind = named ?? presentParties(scene.state).find((entry) => entry.id === party)?.data.kind;
      return kind === undefined ? unknownReading : { known: true, value: kind };
    },
    true,
  ),
  // Conduct that nobody dated is not known to have happened while the measures applied.
  fact(
    'act.conductInEmergency',
    'act',
    'bool',
    '违法行为发生在所选应对措施的起止日之内',
    'agency.register-emergency',
    ({ state, act, refs }) => {
      if (act === undefined || refs === undefined) return unknownReading;
      const { emergency } = act.input as { emergency?: string };
      const measures = (refs.agency.emergencies ?? []).find((one) => one.id === emergency);
      const day = parseDay(act.record['assessment.conduct-on'] ?? filingOf(state)?.data.conductOn);
      return { known: true, value: measures !== undefined && day !== undefined && inForceOn(measures, day) };
    },
    true,
  ),
  fact(
    'act.supportedPoints',
    'act',
    'list',
    '列出了证据的事项',
    undefined,
    (scene) => ({ known: true, value: supportedPoints(inputOf(scene).support ?? []) }),
    true,
  ),
  fact(
    'act.affirmedSupported',
    'act',
    'bool',
    '认定为有的事项都列出了证据',
    undefined,
    (scene) => {
      const supported = supportedPoints(inputOf(scene).support ?? []);
      return {
        known: true,
        value: affirmedIn(scene.act?.record ?? {}).every((point) => supported.includes(point)),
      };
    },
    true,
  ),
  fact(
    'act.piecesReviewed',
    'act',
    'bool',
    '当事人提交的证据都逐件复核',
    undefined,
    (scene) => {
      const { claim, findings } = inputOf(scene);
      const pieces = entriesOf(scene.state, 'fault-claim').find((entry) => entry.id === claim)?.data.pieces;
      if (pieces === undefined) return no;
      const reviewed = new Set((findings ?? []).map(({ piece }) => piece.trim()));
      return { known: true, value: pieces.every(({ name }) => reviewed.has(name)) };
    },
    true,
  ),
];
