import type { Refusal } from '../refusal.ts';
import { dayOf } from '../time/index.ts';
import { byKey } from '../by-key.ts';
import { isByAnalogy } from './analogy.ts';
import { borrowedFor, editionDay, governs, governsOn } from './edition.ts';
import { evaluate } from './evaluate.ts';
import type { Verdict } from './evaluate.ts';
import type { FactUse } from './fact-use.ts';
import type { Conflict, Scene } from './fact.ts';
import { onDay } from './moments.ts';
import type { Law } from './law.ts';
import type { Subject } from './subject.ts';
import type { Gate } from './primitive.ts';
import { prevailing } from './settlement.ts';
import { subjectsOf } from './vocabulary.ts';
import { filledIn } from './wording.ts';

const ofAct = byKey<Gate>((gate) => gate.acts);
const withId = byKey<Gate>(({ id }) => [id]);

/** The gates of an act, of every edition. */
export function gatesOf(actName: string, law: Pick<Law, 'gates'>): readonly Gate[] {
  return ofAct(law.gates, actName);
}

/** The gate of that id; undefined where none has it, or what refused was no gate. */
export function gateOf(id: string | undefined, law: Pick<Law, 'gates'>): Gate | undefined {
  return id === undefined ? undefined : withId(law.gates, id)[0];
}

export interface GateFinding {
  readonly refusal: Refusal;
  /** It may still turn out well: what decides has not been filled in. */
  readonly open: boolean;
}

/**
 * Every gate of the act that does not stand open, all at once: a person who must do three things is told three things.
 * One finding a gate; the parties or records concerned are named together. `among` asks only some of them: whoever wants
 * to know one thing need not have the others answered.
 */
export function checkGates(
  actName: string,
  seen: Scene,
  among: (gate: Gate) => boolean = () => true,
): readonly GateFinding[] {
  const scene: Scene = { ...seen, asked: actName };
  const day = dayOf(scene.asOf);
  return gatesOf(actName, scene.law)
    .filter((gate) => among(gate) && governs(gate, scene, day))
    .map((gate) => checkGate(gate, actName, scene))
    .filter((finding) => finding !== undefined);
}

function checkGate(gate: Gate, actName: string, scene: Scene): GateFinding | undefined {
  const closed = subjectsOf(gate.per, scene)
    .map((subject) => ({ subject, closed: standing(gate, scene, subject) }))
    .flatMap(({ subject, closed }) => (closed === undefined ? [] : [{ subject, ...closed }]));
  if (closed.length === 0) return undefined;
  const facts = closed.flatMap((item) => item.verdict.facts());
  const conflict = closed.find((item) => item.conflict !== undefined)?.conflict;
  if (conflict !== undefined)
    return {
      refusal: contradiction(gate, actName, conflict, facts),
      open: false,
    };
  const subjects = gate.per === 'case' || gate.per === 'act' ? [] : closed.map((item) => item.subject.label);
  const waits = closed.map((item) => item.verdict.until?.()).filter((wait) => wait !== undefined);
  // Waiting helps only when it helps every one of them.
  const until = waits.length === closed.length ? waits.sort().at(-1) : undefined;
  const naming = (text: string): string => filledIn(text, subjects.join('、'), facts);
  const borrowed = borrowedFor(gate, scene.state);
  const refusal: Refusal = {
    code: gate.code,
    act: actName,
    rule: gate.id,
    clauses: gate.clauses,
    because: naming(gate.because),
    effect: gate.effect,
    ...(isByAnalogy(gate, scene) ? { reference: true } : {}),
    ...(borrowed === undefined ? {} : { borrowed }),
    facts,
    ...(subjects.length === 0 ? {} : { subjects }),
    remedy: {
      says: naming(gate.remedy.says),
      ...(gate.remedy.act === undefined ? {} : { act: gate.remedy.act }),
      ...(until === undefined ? {} : { until: dayOf(until) }),
    },
  };
  return { refusal, open: closed.every((item) => item.verdict.open) };
}

interface Closed {
  readonly verdict: Verdict;
  /** Exceptions that contradict each other, where it is they that keep it shut. */
  readonly conflict?: Conflict;
}

/** What keeps the gate shut for this subject; undefined when it stands open or does not apply. */
function standing(gate: Gate, at: Scene, subject: Subject): Closed | undefined {
  const day = editionDay(gate, at.state, dayOf(at.asOf));
  const scene = onDay(at, day);
  // Unknown because nothing is filled in: perhaps. Unknown otherwise: the gate holds, for a missing record must never
  // open what its presence would shut.
  const applies = gate.when === undefined ? undefined : evaluate(gate.when, scene, subject);
  if (applies?.truth === 'false' && !applies.open) return undefined;
  const verdict = evaluate(gate.unless, scene, subject);
  if (isOpen(verdict)) return undefined;
  const exceptions = gate.exceptions
    .filter((exception) => governsOn(exception.inForce, day))
    .map((exception) => ({ exception, lift: evaluate(exception.when, scene, subject) }));
  const applying = exceptions
    .filter(({ lift }) => isOpen(lift))
    .map(({ exception }) => ({
      exception,
      instead: exception.instead === undefined ? undefined : evaluate(exception.instead, scene, subject),
    }));
  const open = verdict.open || applies?.open === true || exceptions.some(({ lift }) => lift.open);
  const stated = conflictOf(verdict);
  if (applying.length === 0)
    return { verdict: { ...verdict, open }, ...(stated === undefined ? {} : { conflict: stated }) };
  const prevails = prevailing(
    applying.map(({ exception, instead }) => ({
      rule: exception.id,
      says: instead === undefined || isOpen(instead) ? 'open' : 'shut',
    })),
    scene.law.settlements,
  );
  if (prevails === undefined)
    return {
      verdict: { ...verdict, open },
      conflict: {
        rules: applying.map(({ exception }) => exception.id),
        clauses: [...new Set(applying.flatMap(({ exception }) => exception.clauses))],
      },
    };
  const instead = applying.find(({ exception }) => exception.id === prevails)?.instead;
  if (instead === undefined || isOpen(instead)) return undefined;
  return { verdict: { ...instead, open: instead.open || open } };
}

function isOpen(verdict: Verdict): boolean {
  return verdict.truth === 'true' && !verdict.open;
}

/** A word that rules define differently keeps shut whatever asks for it. */
function conflictOf(verdict: Verdict): Conflict | undefined {
  return verdict.truth === 'true'
    ? undefined
    : verdict.facts().find((use) => use.conflict !== undefined)?.conflict;
}

/** Nobody who acts can settle what the law leaves contradictory: the legal office does, by an act of its own. */
function contradiction(gate: Gate, actName: string, conflict: Conflict, facts: readonly FactUse[]): Refusal {
  return {
    code: 'LAW_CONFLICT',
    act: actName,
    rule: gate.id,
    clauses: conflict.clauses,
    because: '两条规定同时适用而结论不同',
    effect: 'void',
    facts,
    conflict: conflict.rules,
    remedy: { says: '报法制机构裁定适用哪一条', act: 'agency.settle-conflict' },
  };
}
