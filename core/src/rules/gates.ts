import type { Refusal } from '../refusal.ts';
import { dayOf } from '../time/index.ts';
import { governs } from './applicable.ts';
import { evaluate } from './evaluate.ts';
import type { Verdict } from './evaluate.ts';
import type { Scene } from './fact.ts';
import type { Subject } from './subject.ts';
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
  const waits = closed.map((item) => item.verdict.until).filter((wait) => wait !== undefined);
  // Waiting helps only when it helps every one of them.
  const until = waits.length === closed.length ? waits.sort().at(-1) : undefined;
  const naming = (text: string): string => text.replaceAll('{subject}', () => subjects.join('、'));
  const refusal: Refusal = {
    code: gate.code,
    act: actName,
    rule: gate.id,
    clauses: gate.clauses,
    because: naming(gate.because),
    effect: gate.effect,
    facts: closed.flatMap((item) => item.verdict.facts),
    ...(subjects.length === 0 ? {} : { subjects }),
    remedy: {
      says: naming(gate.remedy.says),
      ...(gate.remedy.act === undefined ? {} : { act: gate.remedy.act }),
      ...(until === undefined ? {} : { until: dayOf(until) }),
    },
  };
  return { refusal, open: closed.every((item) => item.verdict.open) };
}

/** The verdict that keeps the gate shut for this subject, or undefined when it stands open or does not apply. */
function standing(gate: Gate, scene: Scene, subject: Subject): Verdict | undefined {
  // Unknown because nothing is filled in: perhaps. Unknown otherwise: the gate holds, for a missing record must never
  // open what its presence would shut.
  const applies = gate.when === undefined ? undefined : evaluate(gate.when, scene, subject);
  if (applies?.truth === 'false' && !applies.open) return undefined;
  const verdict = evaluate(gate.unless, scene, subject);
  if (verdict.truth === 'true' && !verdict.open) return undefined;
  const lifts = gate.exceptions
    .filter((exception) => governs(exception, dayOf(scene.asOf)))
    .map((exception) => evaluate(exception.when, scene, subject));
  if (lifts.some((lift) => lift.truth === 'true' && !lift.open)) return undefined;
  return { ...verdict, open: verdict.open || applies?.open === true || lifts.some((lift) => lift.open) };
}
