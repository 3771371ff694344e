import type { FactDefinition, Scene } from '../../rules/fact.ts';
import { answerTo, isChallenged, mustWithdraw, undecidedOf } from '../handlers/recusing.ts';
import { handlersOf } from '../reading.ts';
import { entryById } from '../state.ts';
import { officersOfAct } from './of-act.ts';
import { fact, happened, no } from './word.ts';

/** Words about who may not handle a case because of what ties them to it. */
export const ofRecusal: readonly FactDefinition[] = [
  fact(
    'act.declaredOfficers',
    'act',
    'int',
    '其中已书面声明有无利害关系的人数',
    undefined,
    (scene) => ({
      known: true,
      value: officersOfAct(scene).filter(
        (officer) => declaredIn(scene).includes(officer) || relatedIn(scene).includes(officer),
      ).length,
    }),
    true,
  ),
  fact(
    'act.relatedOfficers',
    'act',
    'int',
    '其中与本案有利害关系或者已决定回避的人数',
    'case.decide-recusal',
    (scene) => ({
      known: true,
      value: officersOfAct(scene).filter(
        (officer) => relatedIn(scene).includes(officer) || mustWithdraw(scene.state, officer, scene.asOf),
      ).length,
    }),
    true,
  ),
  fact(
    'act.challengedOfficers',
    'act',
    'int',
    '其中被申请回避而尚未决定的人数',
    'case.decide-recusal',
    (scene) => ({
      known: true,
      value: officersOfAct(scene).filter((officer) => isChallenged(scene.state, officer, scene.asOf)).length,
    }),
    true,
  ),
  fact(
    'case.recusalUndecided',
    'case',
    'bool',
    '有回避申请或者利害关系尚待决定',
    'case.decide-recusal',
    ({ state, asOf }) => ({ known: true, value: undecidedOf(state, asOf).length > 0 }),
  ),
  fact(
    'case.handlersToWithdraw',
    'case',
    'int',
    '现任承办人中应当回避的人数',
    'case.assign-handlers',
    ({ state, asOf }) => ({
      known: true,
      value: handlersOf(state, asOf).filter((officer) => mustWithdraw(state, officer, asOf)).length,
    }),
  ),
  fact(
    'recusal-request.made',
    'recusal-request',
    'bool',
    '已申请回避',
    'case.request-recusal',
    ({ state }, one) => happened(entryById(state, one.id)),
  ),
  fact(
    'recusal-request.decided',
    'recusal-request',
    'bool',
    '回避申请已决定',
    'case.decide-recusal',
    ({ state }, one) => {
      const entry = entryById(state, one.id);
      return entry?.kind === 'recusal-request' ? happened(answerTo(state, entry)) : no;
    },
  ),
];

function declaredIn(scene: Scene): readonly string[] {
  const { declared } = (scene.act?.input ?? {}) as { declared?: readonly string[] };
  return Array.isArray(declared) ? declared : [];
}

function relatedIn(scene: Scene): readonly string[] {
  const { related } = (scene.act?.input ?? {}) as { related?: readonly { readonly officer: string }[] };
  return Array.isArray(related) ? related.map((one) => one.officer) : [];
}
