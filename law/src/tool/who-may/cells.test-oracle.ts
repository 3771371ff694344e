import { actDefinitions, decide, preview, representationFaults } from '@zhaozhang/core';
import type { Act, ActContext, CaseState, Law, Refusal } from '@zhaozhang/core';
import { instant } from '@zhaozhang/core/time';
import { caseOn } from '../../rehearsal/stage.ts';
import type { FileAt } from './files.test-oracle.ts';
import type { Somebody } from './people.test-oracle.ts';

/** May they: 可 at once, 视 what is filled in, 未 for what is (not) in the file, 否 for who they are. */
export type Letter = '可' | '视' | '未' | '否';
/** Of two, what lets more through. */
export const letters: readonly Letter[] = ['可', '视', '未', '否'];

/** One line of the table: an act, or of approvals one step of one matter. */
export interface Line {
  readonly label: string;
  readonly act: string;
  readonly input?: { readonly matter: string; readonly step: string; readonly opinion: 'agree' };
}

/** Every act on a case, approvals by matter and step: who signs which is what they are about. */
export function linesOf(law: Law): readonly Line[] {
  const cases = [...actDefinitions.values()].filter(({ aggregate }) => aggregate === 'case');
  return cases.flatMap(({ name, label }): readonly Line[] =>
    name !== 'case.approve'
      ? [{ label, act: name }]
      : (law.codes['approval-matter'] ?? []).flatMap((matter) =>
          (law.codes['approval-step'] ?? []).map((step) => ({
            ...{ label: `${label}·${matter.label}·${step.label}`, act: name },
            input: { matter: matter.id, step: step.id, opinion: 'agree' as const },
          })),
        ),
  );
}

export function contextFor(somebody: Somebody, law: Law, now: string): ActContext {
  const { actor, agency } = somebody;
  return { actor, refs: { agency, series: {}, fines: {}, cases: {} }, law, now: instant(now) };
}

/** What `preview`, or of an approval `decide`, says to them. */
export function cell({ on, now }: FileAt, line: Line, somebody: Somebody, law: Law): Letter {
  const state = caseOn(on);
  const context = contextFor(somebody, law, now);
  if (line.input !== undefined) {
    const decision = decide(state, actOf(state, line, context), context);
    return 'streams' in decision ? '可' : letterOf(decision.refusals, law, '视');
  }
  // Whether a paper reaches the act is asked when it is done, not of the page.
  if (representationFaults(state, actOf(state, line, context), context).length > 0) return '否';
  const found = preview(state, line.act, context);
  return found.status === 'possible'
    ? '可'
    : found.status === 'depends'
      ? '视'
      : letterOf(found.refusals, law, '未');
}

function actOf(state: CaseState, { act, input }: Line, { refs, now }: ActContext): Act {
  return {
    ...{ id: 'X', name: act, agency: refs.agency.id, stream: state.stream },
    ...{ input: input ?? {}, record: {}, occurredAt: now, basedOn: state.version },
  };
}

/** What a paper calls the act: an approval by its matter, any other by its verb. */
export function matterOf({ act, input }: Line): string {
  return input?.matter ?? act.slice(act.indexOf('.') + 1);
}

/** `lacking` = what it is when only what is written is missing. */
function letterOf(refusals: readonly Refusal[], law: Law, lacking: Letter): Letter {
  if (refusals.some((one) => isPersonal(one, law))) return '否';
  return lacking === '视' && refusals.every(({ field }) => field?.startsWith('record.') === true)
    ? '视'
    : '未';
}

/** Is it for who they are? Read from the rule itself, so that a rule not yet written is read as well. */
export function isPersonal({ code, rule }: Refusal, law: Law): boolean {
  if (rule === undefined)
    return ['NOT_IN_OFFICE', 'NOT_HANDLER'].includes(code) || code.startsWith('DELEGATION_');
  const gate = law.gates.find(({ id }) => id === rule);
  return gate !== undefined && /"(?:actor\.|act\.by[A-Z])/.test(JSON.stringify(gate.unless));
}
