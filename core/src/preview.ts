import type { ActContext } from './act.ts';
import { actDefinitions } from './acts.ts';
import type { AgencyState } from './authority/state.ts';
import type { CaseState } from './case/state.ts';
import type { Refusal } from './refusal.ts';
import { ceded } from './ceded.ts';
import { ofAnotherKind } from './case/kind.ts';
import { fileOf } from './file-of.ts';
import { admissionOf } from './case/keeping/admission.ts';
import { afterClosing } from './case/keeping/closing.ts';
import { nothingToAdmit, restsOnFile } from './gaps.ts';
import { checkGates } from './rules/gates.ts';
import { sceneOf } from './rules/scene.ts';
import { whoActsFaults } from './rules/who-acts.ts';

/** May the act be done now? `depends` = only what is filled in will tell; `perhaps` are the refusals it may meet. */
export type Preview =
  | { readonly act: string; readonly status: 'possible'; readonly advice: readonly Refusal[] }
  | {
      readonly act: string;
      readonly status: 'depends';
      readonly perhaps: readonly Refusal[];
      /** Refusals it meets if what is filled in beforehand is left as it is. */
      readonly byDefault: readonly Refusal[];
      readonly advice: readonly Refusal[];
    }
  | {
      readonly act: string;
      readonly status: 'refused';
      readonly refusals: readonly Refusal[];
      readonly perhaps: readonly Refusal[];
    };

/** What the workbench greys, and why, before anyone has opened a form. Uses the very gates that `decide` uses. */
export function preview(state: CaseState | AgencyState, actName: string, context: ActContext): Preview {
  const definition = actDefinitions.get(actName);
  if (definition === undefined) throw new RangeError(`没有这种行为：${actName}`);
  const file = fileOf(definition, state, context);
  const standing: readonly Refusal[] = [
    ...ofAnotherKind(definition, file),
    ...afterClosing(definition, file, context.now),
    ...ceded(definition, state, context, context.now),
    ...(definition.standing?.(state as CaseState & AgencyState, context) ?? []),
  ].map((one) => ({
    ...one,
    act: actName,
    clauses: [],
    effect: 'void',
    facts: [],
  }));
  const lacking = actName === 'case.admit-defect' ? nothingToAdmit(file, context) : [];
  const found = checkGates(actName, sceneOf(file, context, undefined, context.now)).filter(
    ({ refusal }) => admissionOf(file, refusal, context.now) === undefined,
  );
  const advice = found.filter((one) => one.refusal.effect === 'advise').map((one) => one.refusal);
  const gates = found.filter((one) => one.refusal.effect !== 'advise');
  const refusals = [
    ...whoActsFaults(definition, file, context, context.now),
    ...standing,
    ...lacking,
    ...gates.filter((one) => !one.open).map((one) => one.refusal),
  ];
  const perhaps = gates.filter((one) => one.open && restsOnFile(one.refusal)).map((one) => one.refusal);
  if (refusals.length > 0) return { act: actName, status: 'refused', refusals, perhaps };
  if (perhaps.length > 0 || gates.length > 0)
    return {
      act: actName,
      status: 'depends',
      perhaps,
      byDefault: byDefault(state, actName, context),
      advice,
    };
  return { act: actName, status: 'possible', advice };
}

function byDefault(state: CaseState | AgencyState, actName: string, context: ActContext): readonly Refusal[] {
  const definition = actDefinitions.get(actName);
  const filled = definition?.prefill?.(state as CaseState & AgencyState, context);
  if (filled?.input === undefined || definition === undefined) return [];
  const act = {
    id: '',
    name: actName,
    agency: context.refs.agency.id,
    stream: state.stream,
    input: filled.input,
    record: filled.record ?? {},
    occurredAt: context.now,
  };
  const file = fileOf(definition, state, context);
  const scene = { ...sceneOf(file, context, act, context.now), partial: true };
  return checkGates(actName, scene)
    .filter((one) => !one.open && one.refusal.effect !== 'advise')
    .filter((one) => admissionOf(file, one.refusal, context.now) === undefined)
    .map((one) => one.refusal);
}
