import { officeOf } from '../../actor.ts';
import { postsOn } from '../../authority/state.ts';
import type { Role } from '../../authority/state.ts';
import type { FactDefinition, Scene } from '../../rules/fact.ts';
import { unknownReading } from '../../rules/fact.ts';
import { dayOf } from '../../time/index.ts';
import { postsHeld } from './posts-held.ts';
import { approvalOf } from '../reading.ts';
import { latestReview, optionalReviewUnderWay } from '../review/reviewing.ts';
import { entriesOf } from '../state.ts';
import { fact, happened, no } from './word.ts';

/** Words about a review that the reviewers open themselves, of a decision that is not major. */
export const ofOptionalReview: readonly FactDefinition[] = [
  fact(
    'case.optionalReviewOpened',
    'case',
    'bool',
    '已发起一般决定审核',
    'case.open-optional-review',
    ({ state }) => happened(entriesOf(state, 'optional-review').at(-1)),
  ),
  fact(
    'case.optionalReviewOpen',
    'case',
    'bool',
    '发起的一般决定审核尚未审结',
    'case.conclude-review',
    ({ state }) => happened(optionalReviewUnderWay(state)),
  ),
  fact(
    'case.optionalMaterialsIn',
    'case',
    'bool',
    '发起审核之后已经送交材料',
    'case.submit-review',
    ({ state }) => {
      const opened = entriesOf(state, 'optional-review').at(-1);
      const sent = latestReview(state);
      return opened !== undefined && sent !== undefined && sent.version > opened.version
        ? happened(sent)
        : no;
    },
  ),
  ofAct('act.byOpeningUnit', '经办人是发起机构的审核人员', 'agency.appoint', (scene, unit) =>
    holds(scene, 'legal-reviewer', unit),
  ),
  // One approval opens one review: what was approved for an earlier one is used up.
  ofAct('act.optionalReviewApproved', '发起机构的负责人已经批准', 'case.approve', (scene, unit) => {
    const { state, refs } = scene;
    const approval = approvalOf(state, 'optional-review');
    if (approval === undefined || refs === undefined || approval.data.opinion !== 'agree') return false;
    const used = entriesOf(state, 'optional-review').at(-1)?.version ?? 0;
    const posts = postsOn(refs.agency, officeOf(approval.by), 'unit-head', dayOf(approval.at));
    return approval.version > used && approval.at <= scene.asOf && posts.some((post) => post.unit === unit);
  }),
  fact('act.headsReviewingUnit', 'act', 'bool', '经办人是法制审核机构的负责人', 'agency.appoint', (scene) => {
    const { actor, refs } = scene;
    if (refs === undefined) return unknownReading;
    const headed = postsHeld(scene, officeOf(actor), 'unit-head').map((post) => post.unit);
    const value = refs.agency.appointments.some(
      ({ role, unit }) => role === 'legal-reviewer' && unit !== undefined && headed.includes(unit),
    );
    return { known: true, value };
  }),
];

/** Asked of the unit on the form; while the form is empty, of the unit for which the actor reviews. */
function ofAct(
  id: string,
  label: string,
  settledBy: string,
  holdsFor: (scene: Scene, unit: string | undefined) => boolean,
): FactDefinition {
  return fact(id, 'act', 'bool', label, settledBy, (scene) => {
    const { act, actor, refs } = scene;
    if (refs === undefined) return unknownReading;
    const own = postsHeld(scene, actor?.officer, 'legal-reviewer')[0]?.unit;
    const unit = act === undefined ? own : (act.input as { unit?: string }).unit;
    return { known: true, value: holdsFor(scene, unit) };
  });
}

function holds(scene: Scene, role: Role, unit: string | undefined): boolean {
  return (
    unit !== undefined && postsHeld(scene, scene.actor?.officer, role).some((post) => post.unit === unit)
  );
}
