import type { Act, ActContext, Actor } from './act.ts';
import { actDefinitions } from './acts.ts';
import { delegationById, delegationsTo, matterOf, stands } from './authority/delegation.ts';
import type { Delegation } from './authority/delegation.ts';
import type { AgencyState } from './authority/state.ts';
import { sumAtStake } from './case/deciding/sum-at-stake.ts';
import type { CaseState } from './case/state.ts';
import { yuanText } from './money.ts';
import { preview } from './preview.ts';
import type { Preview } from './preview.ts';
import { fileOf } from './file-of.ts';
import type { Refusal } from './refusal.ts';
import { checkGates } from './rules/gates.ts';
import { isPersonal } from './rules/personal.ts';
import { sceneOf } from './rules/scene.ts';
import { whoActsFaults } from './rules/who-acts.ts';
import type { Law } from './rules/law.ts';
import { formatDay } from './time/index.ts';

/**
 * Acting in somebody's place (授权代签). The office is that of whoever is represented, and so is what rules read as
 * `actor.roles`; the person is who signs: being the handler, having to withdraw, having signed an earlier step are asked
 * of them. A delegation opens nothing that either of the two could not do.
 */
export function inPlaceOf(actor: Actor, agency: AgencyState, delegation: string | undefined): Actor {
  if (delegation === undefined) return actor;
  // One that is not there is named all the same: `representationFaults` says so, and nobody acts in their own name instead.
  const officer = delegationById(agency, delegation)?.delegator ?? '';
  return { ...actor, for: { officer, name: agency.officers[officer]?.name ?? '', delegation } };
}

/** Why somebody may not do this act in another's place; nothing where they act in their own name. */
export function representationFaults(
  state: CaseState | AgencyState,
  act: Act,
  { actor, refs, law }: ActContext,
): readonly Refusal[] {
  if (actor.for === undefined) return [];
  const delegation = delegationById(refs.agency, actor.for.delegation);
  const refusal = (code: string, because: string, says: string): readonly Refusal[] => [
    {
      ...{ code, act: act.name, clauses: [], because, effect: 'void', field: 'delegation', facts: [] },
      remedy: { says, act: 'agency.delegate' },
    },
  ];
  if (delegation === undefined || delegation.delegate !== actor.officer)
    return refusal(
      'DELEGATION_UNKNOWN',
      '没有登记授权本人代签，受托代签的也不能再转授他人',
      '由负责人本人办理，或者由负责人书面授权本人并登记',
    );
  if (!stands(delegation, act.occurredAt))
    return refusal(
      'DELEGATION_NOT_IN_FORCE',
      delegation.revokedAt !== undefined && delegation.revokedAt <= act.occurredAt
        ? `${actor.for.name}的授权已经撤回`
        : `${actor.for.name}的授权自登记之后的 ${formatDay(delegation.from)}起，到 ${formatDay(delegation.until)}止，办理时不在其中`,
      '由负责人本人办理，或者由负责人重新书面授权并登记',
    );
  const matter = matterOf(act);
  if (!delegation.matters.includes(matter)) {
    const label = (law.codes['delegated-matter'] ?? []).find(({ id }) => id === matter)?.label;
    return refusal(
      'DELEGATION_MATTER',
      label === undefined ? '这一事项不在授权代签的范围之内' : `${actor.for.name}的授权不包括“${label}”`,
      '由负责人本人办理，或者由负责人就这一事项书面授权并登记',
    );
  }
  const sum = 'entries' in state ? sumAtStake(state, act.input) : 0;
  if (delegation.upTo !== undefined && sum > delegation.upTo)
    return refusal(
      'DELEGATION_EXCEEDED',
      `本案的处罚金额是 ${yuanText(sum)}，超出授权代签的限额 ${yuanText(delegation.upTo)}`,
      '由负责人本人办理，或者由负责人就这一金额书面授权并登记',
    );
  return [];
}

/** How an act stands for somebody, and in whose place it is best done. */
export interface Standpoint {
  readonly context: ActContext;
  readonly preview: Preview;
  /** What was given to them that speaks of this act, whatever is filled in. */
  readonly delegations: readonly Delegation[];
}

/**
 * An act as it stands for somebody who may also sign for others: in their own name where that is not barred, else, where
 * exactly one delegation fits, in the place of who gave it. Of several nobody but they can say which is meant.
 */
export function inWhoseName(
  state: CaseState | AgencyState,
  actName: string,
  context: ActContext,
): Standpoint {
  const { actor, refs, now, law } = context;
  const delegations = delegationsTo(refs.agency, actor.officer, now).filter((one) =>
    speaksOf(one, actName, law),
  );
  const own = { context, preview: preview(state, actName, context), delegations };
  if (delegations.length === 0 || !isBarredFrom(state, actName, context)) return own;
  const [only, ...others] = delegations
    .map((one) => ({ ...context, actor: inPlaceOf(actor, refs.agency, one.id) }))
    .filter((instead) => representationFaults(state, begun(state, actName, instead), instead).length === 0)
    .filter((instead) => !isBarredFrom(state, actName, instead));
  if (only === undefined || others.length > 0) return own;
  return { context: only, preview: preview(state, actName, only), delegations };
}

function speaksOf({ matters }: Delegation, actName: string, law: Law): boolean {
  if (actName !== 'case.approve') return matters.includes(matterOf({ name: actName, input: {} }));
  return (law.codes['approval-matter'] ?? []).some(({ id }) => matters.includes(id));
}

/** The act as its form begins: the office it is done in decides what is filled in beforehand. */
function begun(state: CaseState | AgencyState, actName: string, context: ActContext): Act {
  const filled = actDefinitions.get(actName)?.prefill?.(state as CaseState & AgencyState, context);
  return {
    ...{ id: '', name: actName, agency: context.refs.agency.id, stream: state.stream },
    ...{ input: filled?.input ?? {}, record: {}, occurredAt: context.now },
  };
}

/** Is it, as its form begins, not theirs to do? What else may stand against it is the same in whosoever's name. */
function isBarredFrom(state: CaseState | AgencyState, actName: string, context: ActContext): boolean {
  const definition = actDefinitions.get(actName);
  if (definition === undefined) return false;
  const act = begun(state, actName, context);
  const file = fileOf(definition, state, context);
  const scene = sceneOf(file, context, act, context.now);
  return (
    checkGates(actName, scene, isPersonal).some(({ refusal }) => refusal.effect !== 'advise') ||
    whoActsFaults(definition, file, context, context.now).length > 0
  );
}
