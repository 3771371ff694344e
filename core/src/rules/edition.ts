import { kindOf } from '../case/kind.ts';
import type { CaseKind } from '../case/kind.ts';
import { decisionOf, filingOf, spotDecisionOf } from '../case/reading.ts';
import type { CaseState } from '../case/state.ts';
import { dayOf } from '../time/index.ts';
import type { Day } from '../time/index.ts';
import type { Scene } from './fact.ts';
import type { GovernedBy, InForce } from './primitive.ts';

/** Does an edition govern that day? Each gate and clock asks for itself, never the case as a whole. */
export function governsOn({ from, until, except }: InForce, day: string): boolean {
  return (
    from <= day &&
    (until === undefined || day <= until) &&
    !(except ?? []).some((gap) => gap.from <= day && day <= gap.until)
  );
}

/** What a rule says of the kinds of enforcement. */
interface Reach {
  readonly kinds?: readonly CaseKind[];
  readonly elsewhere?: string;
}

/** Is a file of a kind the rule is about? One that nothing has opened yet can still become of any kind. */
function isAbout({ kinds }: Reach, state: CaseState): boolean {
  if (kinds === undefined) return true;
  const kind = kindOf(state);
  return kind === undefined || kinds.includes(kind);
}

/**
 * Why a rule is followed in a file its instrument says nothing of (参照); undefined where it governs of itself. What
 * follows from it names its article as one that is borrowed, never as one that binds.
 */
export function borrowedFor(rule: Reach, state: CaseState): string | undefined {
  return isAbout(rule, state) ? undefined : rule.elsewhere;
}

/**
 * Does a rule govern here: is it about this kind of enforcement, and does its edition count? `otherwise` is the day of the act, or of the start of the clock. Where the rule
 * looks at the conduct or at the decision and that day is not in the file, the day at hand decides: an act that decides
 * the case is itself the day of decision, and a conduct nobody has dated cannot put a case beyond the law.
 */
export function governs(
  rule: Reach & {
    readonly inForce: InForce;
    readonly governedBy?: GovernedBy;
  },
  scene: Pick<Scene, 'state'>,
  otherwise: Day,
): boolean {
  if (!isAbout(rule, scene.state) && rule.elsewhere === undefined) return false;
  return governsOn(rule.inForce, editionDay(rule, scene.state, otherwise));
}

/** The day that picks a rule's edition, and with it the values of its parameters. */
export function editionDay(
  rule: { readonly governedBy?: GovernedBy },
  state: CaseState,
  otherwise: Day,
): Day {
  if (rule.governedBy === 'conduct')
    return filingOf(state)?.data.conductOn ?? spotDecisionOf(state)?.data.spot?.conductOn ?? otherwise;
  if (rule.governedBy !== 'decision') return otherwise;
  const decided = decisionOf(state);
  return decided === undefined ? otherwise : dayOf(decided.at);
}
