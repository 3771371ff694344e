import { holdsCertificate } from '../../authority/state.ts';
import type { FactDefinition, Scene } from '../../rules/fact.ts';
import { dayOf } from '../../time/index.ts';
import { entryById } from '../state.ts';
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
    (scene) => ({ known: true, value: evidenceOfAct(scene).every((entry) => entry?.defects.length === 0) }),
    true,
  ),
];

function officersOfAct(scene: Scene): readonly string[] {
  const input = scene.act?.input as { officers?: readonly string[] } | undefined;
  return [...new Set(input?.officers ?? [])];
}

function evidenceOfAct(scene: Scene) {
  const input = scene.act?.input as { evidence?: readonly string[] } | undefined;
  return (input?.evidence ?? []).map((id) => entryById(scene.state, id));
}
