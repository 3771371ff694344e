import { personsOf } from '../../actor.ts';
import { holdsCertificate } from '../../authority/state.ts';
import type { FactDefinition, Scene } from '../../rules/fact.ts';
import { unknownReading } from '../../rules/fact.ts';
import { dayOf, minutesBetween } from '../../time/index.ts';
import { signersOf } from '../reading.ts';
import { isSound } from '../keeping/admission.ts';
import { entriesOf, entryById } from '../state.ts';
import { fact } from './word.ts';

/** Words about what is being filled in. */
export const ofAct: readonly FactDefinition[] = [
  fact(
    'act.officerCount',
    'act',
    'int',
    '本次到场的执法人员人数',
    undefined,
    (scene) => ({ known: true, value: officersOfAct(scene).length }),
    true,
  ),
  fact(
    'act.qualifiedOfficers',
    'act',
    'int',
    '其中当日执法证件有效的人数',
    'agency.register-officer',
    (scene) => ({
      known: true,
      value: officersOfAct(scene).filter(
        (officer) =>
          scene.refs !== undefined && holdsCertificate(scene.refs.agency, officer, dayOf(scene.asOf)),
      ).length,
    }),
    true,
  ),
  fact(
    'act.certificateNumbers',
    'act',
    'int',
    '其中在机关名录中登记了执法证件编号的人数',
    'agency.register-officer',
    (scene) => ({
      known: true,
      value: officersOfAct(scene).filter(
        (officer) => (scene.refs?.agency.officers[officer]?.certificates ?? []).length > 0,
      ).length,
    }),
    true,
  ),
  fact(
    'act.beganAt',
    'act',
    'instant',
    '开始的时刻',
    undefined,
    (scene) => (scene.act === undefined ? unknownReading : { known: true, value: scene.act.occurredAt }),
    true,
  ),
  // A thing corrected later was typed when it was first entered.
  fact(
    'act.entryDelay',
    'act',
    'int',
    '录入晚于发生的分钟数',
    undefined,
    ({ act, enteredAt, again }) => {
      const entered = again?.enteredAt ?? enteredAt;
      return act === undefined || entered === undefined
        ? unknownReading
        : { known: true, value: minutesBetween(act.occurredAt, entered) };
    },
    true,
  ),
  // What is approved and whose opinion it is, in one word: without a step told, it is the head's.
  fact(
    'act.approvalStep',
    'act',
    'text',
    '审批事项和环节',
    undefined,
    (scene) => {
      const input = scene.act?.input as { matter?: string; step?: string } | undefined;
      return input?.matter === undefined
        ? unknownReading
        : { known: true, value: `${input.matter}/${input.step ?? 'head'}` };
    },
    true,
  ),
  fact(
    'act.step',
    'act',
    'enum',
    '审批环节',
    undefined,
    (scene) => {
      const input = scene.act?.input as { step?: string } | undefined;
      return input === undefined ? unknownReading : { known: true, value: input.step ?? 'head' };
    },
    true,
  ),
  fact(
    'act.stepsByActor',
    'act',
    'list',
    '经办人在同一事项中已经签过的环节',
    undefined,
    (scene) => ({ known: true, value: stepsByActor(scene) }),
    true,
  ),
  fact(
    'act.evidenceCount',
    'act',
    'int',
    '所依据的证据件数',
    'case.record-interview',
    (scene) => ({ known: true, value: evidenceOfAct(scene).length }),
    true,
  ),
  fact(
    'act.evidenceSound',
    'act',
    'bool',
    '所依据的证据没有未补正的瑕疵',
    'case.correct-entry',
    (scene) => ({
      known: true,
      value: evidenceOfAct(scene).every(
        (entry) => entry !== undefined && isSound(scene.state, entry, scene.asOf),
      ),
    }),
    true,
  ),
];

/** Officers named in what is being filled in, each once. */
export function officersOfAct(scene: Scene): readonly string[] {
  const input = scene.act?.input as { officers?: readonly string[] } | undefined;
  return [...new Set(input?.officers ?? [])];
}

function evidenceOfAct(scene: Scene) {
  const input = scene.act?.input as { evidence?: readonly string[] } | undefined;
  return (input?.evidence ?? []).map((id) => entryById(scene.state, id));
}

function stepsByActor(scene: Scene): readonly string[] {
  const input = scene.act?.input as { matter?: string; signer?: string } | undefined;
  // Whoever is signed for counts as well: an office cannot be lent to pass a step its holder could not take.
  const now = input?.signer === undefined ? personsOf(scene.actor) : [input.signer];
  return entriesOf(scene.state, 'approval')
    .filter((entry) => entry.data.matter === input?.matter && entry.at <= scene.asOf)
    .filter((entry) => signersOf(entry).some((one) => now.includes(one)))
    .map((entry) => entry.data.step ?? 'head');
}
