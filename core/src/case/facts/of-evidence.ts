import type { FactDefinition, Scene } from '../../rules/fact.ts';
import { holdsThings, resolutionOf } from '../inquiry/preservation.ts';
import { approvalOf, handlersOf } from '../reading.ts';
import { entriesOf, entryById } from '../state.ts';
import type { CaseState } from '../state.ts';
import { officersOfAct } from './of-act.ts';
import { fact, happened, isBlank, no } from './word.ts';

/** Words about evidence secured before it is lost, about samples, and about those who would not help. */
export const ofEvidence: readonly FactDefinition[] = [
  fact('case.questioned', 'case', 'bool', '已有询问笔录', 'case.record-interview', ({ state }) =>
    happened(entriesOf(state, 'interview')[0]),
  ),
  fact('case.questioningRefused', 'case', 'bool', '已记录拒绝接受询问', 'case.record-refusal', ({ state }) =>
    happened(
      entriesOf(state, 'refusal').find(
        (entry) => entry.data.matter === 'questioning' && entry.defects.length === 0,
      ),
    ),
  ),
  // A witness is written as free text, with what they are: whoever is named in it counts.
  fact(
    'act.witnessIsOfficer',
    'act',
    'bool',
    '所写的见证人是本案承办人或者在场的执法人员',
    undefined,
    (scene) => ({ known: true, value: witnessIsOfficer(scene) }),
    true,
  ),
  // One approval, one preservation: what was approved before an earlier preservation was for that one.
  fact(
    'case.preservationApproved',
    'case',
    'bool',
    '机关负责人已批准先行登记保存',
    'case.approve',
    (scene) => {
      const approval = approvalOf(until(scene), 'preservation');
      if (approval === undefined || approval.data.opinion !== 'agree') return no;
      const used = entriesOf(scene.state, 'preservation').some(
        (entry) => holdsThings(entry.data.forms) && entry.at >= approval.at && entry.at < scene.asOf,
      );
      return used ? no : happened(approval);
    },
  ),
  fact(
    'preservation.held',
    'preservation',
    'bool',
    '已先行登记保存',
    'case.preserve-evidence',
    (scene, one) => {
      const entry = entryById(scene.state, one.id);
      return entry?.kind === 'preservation' && holdsThings(entry.data.forms) ? happened(entry) : no;
    },
  ),
  fact(
    'preservation.resolved',
    'preservation',
    'bool',
    '登记保存的证据已处理',
    'case.resolve-preservation',
    ({ state }, one) => happened(resolutionOf(state, one.id)),
  ),
  fact(
    'preservation.chosen',
    'preservation',
    'bool',
    '是本次所指的保全',
    undefined,
    (scene, one) => ({
      known: true,
      value: (scene.act?.input as { preservation?: string } | undefined)?.preservation === one.id,
    }),
    true,
  ),
  fact(
    'act.holdsThings',
    'act',
    'bool',
    '保全形式包括先行登记保存',
    undefined,
    (scene) => ({
      known: true,
      value: holdsThings((scene.act?.input as { forms?: readonly { form: string }[] } | undefined)?.forms),
    }),
    true,
  ),
  fact(
    'act.formsHavePieces',
    'act',
    'bool',
    '所选的每种保全形式都有对应件',
    undefined,
    (scene) => ({
      known: true,
      value: formsOf(scene).every((one) => one.form === 'registration' || !isBlank(one.piece)),
    }),
    true,
  ),
  fact(
    'act.itemsCounted',
    'act',
    'bool',
    '清单逐项写明数量',
    undefined,
    (scene) => ({ known: true, value: itemsOf(scene).every((one) => one.quantity !== undefined) }),
    true,
  ),
  fact(
    'act.itemsDescribed',
    'act',
    'bool',
    '清单逐项写明规格特征和所在地',
    undefined,
    (scene) => ({ known: true, value: itemsOf(scene).every((one) => !isBlank(one.detail)) }),
    true,
  ),
  fact(
    'act.itemLines',
    'act',
    'int',
    '清单的项数',
    undefined,
    (scene) => ({ known: true, value: itemsOf(scene).length }),
    true,
  ),
];

/** The file as it stood at the moment looked from. */
function until({ state, asOf }: Scene): CaseState {
  return { ...state, entries: state.entries.filter((entry) => entry.at <= asOf) };
}

function formsOf(scene: Scene): readonly { form: string; piece?: string }[] {
  const forms = (scene.act?.input as { forms?: unknown } | undefined)?.forms;
  return Array.isArray(forms) ? forms : [];
}

function itemsOf(scene: Scene): readonly { quantity?: number; detail?: string }[] {
  const items = (scene.act?.input as { items?: unknown } | undefined)?.items;
  return Array.isArray(items) ? items : [];
}

function witnessIsOfficer(scene: Scene): boolean {
  const { act, refs, state, asOf } = scene;
  const witness = act?.record['refusal.witness'] ?? act?.record['measure.witness'];
  if (typeof witness !== 'string' || refs === undefined) return false;
  return [...handlersOf(state, asOf), ...officersOfAct(scene)]
    .map((officer) => refs.agency.officers[officer]?.name)
    .some((name) => name !== undefined && witness.includes(name));
}
