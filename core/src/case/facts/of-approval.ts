import { officeOf, personsOf } from '../../actor.ts';
import { postsOn, rolesOn, unitOf } from '../../authority/state.ts';
import type { FactDefinition, Reading, Scene } from '../../rules/fact.ts';
import { unknownReading } from '../../rules/fact.ts';
import { dayOf } from '../../time/index.ts';
import { approvalOf, changedSinceApproval, decisionMade, handlersOf, signersOf } from '../reading.ts';
import { approvalSteps as order, stepOf } from '../deciding/withdrawn-opinion.ts';
import type { ApprovalStep } from '../deciding/withdrawn-opinion.ts';
import { openingOf } from '../kind.ts';
import { handlingUnit } from './of-unit.ts';
import { fact, happened, no } from './word.ts';

/** Words about the opinions that lead up to a decision, and about who signed one that was entered afterwards. */
export const ofApproval: readonly FactDefinition[] = [
  fact('case.decisionProposed', 'case', 'bool', '承办人已提出处理意见', 'case.approve', (scene) =>
    given(scene, 'handler'),
  ),
  fact('case.decisionReviewed', 'case', 'bool', '审核人已同意处理意见', 'case.approve', (scene) =>
    given(scene, 'unit'),
  ),
  fact(
    'act.earlierOpinionsFresh',
    'act',
    'bool',
    '前面环节的意见出具之后案卷没有变化',
    'case.approve',
    (scene) => {
      const input = scene.act?.input as { matter?: string; step?: string } | undefined;
      const matter = input?.matter ?? '';
      const before = order.slice(0, order.indexOf(stepOf(input ?? {})));
      const stale = before
        .map((step) => approvalOf(scene.state, matter, step))
        .filter((opinion) => opinion !== undefined)
        .some((opinion) => changedSinceApproval(scene.state, matter, opinion).length > 0);
      return { known: true, value: !stale };
    },
    true,
  ),
  fact(
    'act.signerRoles',
    'act',
    'list',
    '签署人当日的角色',
    'agency.appoint',
    (scene) => {
      const signer = signerOfAct(scene);
      return signer === undefined || scene.refs === undefined
        ? unknownReading
        : { known: true, value: [...rolesOn(scene.refs.agency, signer, dayOf(scene.asOf))] };
    },
    true,
  ),
  fact(
    'act.signerHandles',
    'act',
    'bool',
    '签署人是承办人或者案源登记人',
    'case.assign-handlers',
    (scene) => {
      const signer = signerOfAct(scene);
      if (signer === undefined) return unknownReading;
      const registrar = openingOf(scene.state)?.by.officer;
      return {
        known: true,
        value: handlersOf(scene.state, scene.asOf).includes(signer) || registrar === signer,
      };
    },
    true,
  ),
  fact(
    'act.byOpinionGiver',
    'act',
    'bool',
    '经办人就是签署这一意见的人',
    'case.approve',
    ({ state, act, actor }) => {
      const input = act?.input as { matter?: string; step?: string } | undefined;
      const opinion = approvalOf(state, input?.matter ?? '', stepOf(input ?? {}));
      return opinion === undefined
        ? unknownReading
        : { known: true, value: actor?.officer !== undefined && signersOf(opinion).includes(actor.officer) };
    },
    true,
  ),
  // The page before the public is made of what was written in the decision: whoever made it submits the draft.
  fact('act.byDrafter', 'act', 'bool', '经办人就是公示稿的提交人', 'case.decide', ({ state, actor }) => {
    const decision = decisionMade(state);
    if (decision === undefined) return unknownReading;
    const drafters = personsOf(decision.by);
    return { known: true, value: personsOf(actor).some((one) => drafters.includes(one)) };
  }),
  fact('act.byHandlingUnit', 'act', 'bool', '经办人是承办部门的人员', 'agency.register-officer', (scene) => {
    const { actor, refs } = scene;
    const unit = handlingUnit(scene)?.id;
    return refs === undefined || unit === undefined || actor === undefined
      ? unknownReading
      : { known: true, value: unitOf(refs.agency, officeOf(actor)) === unit };
  }),
  fact(
    'case.unitHeadInPost',
    'case',
    'bool',
    '承办机构有承办人以外的部门主要负责人在任',
    'agency.appoint',
    ({ state, refs, asOf }) => {
      if (refs === undefined) return unknownReading;
      const handlers = handlersOf(state, asOf);
      const unit = unitOf(refs.agency, handlers[0]);
      const value = refs.agency.appointments.some(
        (post) =>
          post.role === 'unit-head' &&
          unit !== undefined &&
          post.unit === unit &&
          !handlers.includes(post.officer) &&
          postsOn(refs.agency, post.officer, 'unit-head', dayOf(asOf)).includes(post),
      );
      return { known: true, value };
    },
  ),
];

/**
 * The step's latest opinion agrees, and neither was it given before an earlier step changed its own, nor has a later
 * step sent the matter back since: then the way is gone again from the beginning.
 */
function given({ state }: Scene, step: ApprovalStep): Reading {
  const opinion = approvalOf(state, 'decision', step);
  if (opinion?.data.opinion !== 'agree') return no;
  const place = order.indexOf(step);
  const overtaken = order
    .slice(0, place)
    .some((one) => (approvalOf(state, 'decision', one)?.at ?? opinion.at) > opinion.at);
  const sentBack = order.slice(place + 1).some((one) => {
    const later = approvalOf(state, 'decision', one);
    return later !== undefined && later.data.opinion !== 'agree' && later.at >= opinion.at;
  });
  return overtaken || sentBack ? no : happened(opinion);
}

function signerOfAct(scene: Scene): string | undefined {
  return (scene.act?.input as { signer?: string } | undefined)?.signer;
}
