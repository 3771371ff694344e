import type { Refusal } from '../refusal.ts';
import { dayOf } from '../time/index.ts';
import { governs } from './applicable.ts';
import { evaluate } from './evaluate.ts';
import type { Verdict } from './evaluate.ts';
import type { Scene, Subject } from './fact.ts';
import type { Gate } from './primitive.ts';
import { subjectsOf } from './vocabulary.ts';

export interface GateFinding {
  readonly refusal: Refusal;
  /** It may still turn out well: what decides has not been filled in. */
  readonly open: boolean;
}

/**
 * Every gate of the act that does not stand open, all at once: a person who must do three things is told three things.
 * One finding a gate; the parties or records concerned are named together.
 */
export function checkGates(actName: string, scene: Scene): readonly GateFinding[] {
  const day = dayOf(scene.asOf);
  return scene.law.gates
    .filter((gate) => gate.acts.includes(actName) && governs(gate, day))
    .map((gate) => checkGate(gate, actName, scene))
    .filter((finding) => finding !== undefined);
}

function checkGate(gate: Gate, actName: string, scene: Scene): GateFinding | undefined {
  const closed = subjectsOf(gate.per, scene)
    .map((subject) => ({ subject, verdict: standing(gate, scene, subject) }))
    .filter((item): item is { subject: Subject; verdict: Verdict } => item.verdict !== undefined);
  if (closed.length === 0) return undefined;
  const subjects = gate.per === 'case' || gate.per === 'act' ? [] : closed.map((item) => item.subject.label);
  const until = closed
    .map((item) => item.verdict.until)
    .filter((wait) => wait !== undefined)
    .sort()
    .at(-1);
  const refusal: Refusal = {
    code: gate.code,
    act: actName,
    rule: gate.id,
    clauses: gate.clauses,
    because: gate.because.replace('{subject}', subjects.join('、')),
    effect: gate.effect,
    facts: closed.flatMap((item) => item.verdict.facts),
    ...(subjects.length === 0 ? {} : { subjects }),
    remedy: {
      says: gate.remedy.says.replace('{subject}', subjects.join('、')),
      ...(gate.remedy.act === undefined ? {} : { act: gate.remedy.act }),
      ...(until === undefined ? {} : { until: dayOf(until) }),
    },
  };
  return { refusal, open: closed.every((item) => item.verdict.open) };
}

/** The verdict that keeps the gate shut for this subject, or undefined when it stands open or does not apply. */
function standing(gate: Gate, scene: Scene, subject: Subject): Verdict | undefined {
  let open = false;
  if (gate.when !== undefined) {
    const applies = evaluate(gate.when, scene, subject);
    // Does it apply? Unknown because nothing is filled in: perhaps. Unknown otherwise: the gate holds, for a missing
    // record must never open what its presence would shut.
    if (applies.truth === 'false') return applies.open ? maybe(gate, scene, subject) : undefined;
    open = applies.open;
  }
  const verdict = evaluate(gate.unless, scene, subject);
  if (verdict.truth === 'true' && !verdict.open) return undefined;
  if (gate.exceptions.some((exception) => evaluate(exception.when, scene, subject).truth === 'true')) return undefined;
  return { ...verdict, open: open || verdict.open };
}

function maybe(gate: Gate, scene: Scene, subject: Subject): Verdict | undefined {
  const verdict = evaluate(gate.unless, scene, subject);
  return verdict.truth === 'true' && !verdict.open ? undefined : { ...verdict, open: true };
}
