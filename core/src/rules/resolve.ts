import type { Value } from '../canonical.ts';
import type { Instant } from '../time/index.ts';
import { factDefinitions } from './vocabulary.ts';
import type { FactUse } from './fact-use.ts';
import type { FactDefinition, Reading, Scene } from './fact.ts';
import type { Subject } from './subject.ts';
import { unknownReading } from './fact.ts';
import type { Literal } from './condition.ts';
import { paramValue } from './param.ts';

/** A reference as it was read. */
export interface Resolved {
  readonly reading: Reading;
  /** The use to show in a derivation; put into words when somebody asks. */
  shown(): FactUse;
  /** It is still open because nothing has been filled in yet. */
  readonly ofInput: boolean;
}

/**
 * Reads what a reference names, as of the scene's legal moment: a fact that begins later does not count yet, so an
 * approval typed in afterwards cannot open a gate that stood before it.
 */
export function resolve(reference: string, scene: Scene, subject: Subject): Resolved {
  const fact = factDefinitions.get(reference);
  if (fact !== undefined) return ofFact(fact, scene, subject);
  const dot = reference.indexOf('.');
  const head = reference.slice(0, dot);
  if (head === 'input' || head === 'record')
    return ofProposal(head, reference.slice(dot + 1), reference, scene);
  if (head === 'actor') return ofActor(reference, scene);
  if (head === 'param') {
    const id = reference.slice(dot + 1);
    return plain(reference, scene.law.params[id]?.label ?? reference, paramValue(id, scene), false);
  }
  return ofDefinition(reference, scene, subject);
}

function ofFact(fact: FactDefinition, scene: Scene, subject: Subject): Resolved {
  const reading = asOf(fact.read(scene, subject), scene.asOf);
  return {
    reading,
    ofInput: fact.ofInput === true && (scene.act === undefined || scene.partial === true),
    shown: () => ({
      ...shownUse(fact.id, fact.label, subject, reading),
      ...(fact.settledBy === undefined ? {} : { settledBy: fact.settledBy }),
    }),
  };
}

/** Only what it reads as, where nobody shows how: clocks ask for many starts and few of them have come. */
export function readingOf(reference: string, scene: Scene, subject: Subject): Reading {
  const fact = factDefinitions.get(reference);
  return fact === undefined
    ? resolve(reference, scene, subject).reading
    : asOf(fact.read(scene, subject), scene.asOf);
}

/** What a reference is called on screen. */
export function labelOf(reference: string, scene: Scene, subject: Subject): string {
  return factDefinitions.get(reference)?.label ?? resolve(reference, scene, subject).shown().label;
}

function ofDefinition(word: string, scene: Scene, subject: Subject): Resolved {
  const defined = scene.defined(word, scene, subject);
  if (defined === undefined) throw new RangeError(`规则所用的事实不在词汇表中：${word}`);
  const reading = asOf(defined.reading, scene.asOf);
  return {
    reading,
    ofInput: defined.open,
    shown: () => ({
      ...shownUse(word, defined.label, subject, reading),
      ...(!reading.known && reading.conflict !== undefined ? { conflict: reading.conflict } : {}),
    }),
  };
}

function shownUse(fact: string, label: string, subject: Subject, reading: Reading): FactUse {
  return {
    fact,
    label,
    ...(subject.per === 'case' || subject.per === 'act' ? {} : { subject: subject.label }),
    ...(reading.known ? { value: reading.value } : {}),
    ...(reading.known && reading.since !== undefined ? { since: reading.since } : {}),
  };
}

/** The right-hand side of a comparison: its value where known, and whether that still waits for the form. */
export function literalSide(
  literal: Literal,
  scene: Scene,
  subject: Subject,
): { readonly value: Value | undefined; readonly ofInput: boolean } {
  if (typeof literal !== 'object') return { value: literal, ofInput: false };
  if ('param' in literal) return { value: paramValue(literal.param, scene), ofInput: false };
  const { reading, ofInput } = resolve(literal.fact, scene, subject);
  return { value: reading.known ? reading.value : undefined, ofInput };
}

function asOf(reading: Reading, moment: Instant): Reading {
  if (!reading.known || reading.since === undefined || reading.since <= moment) return reading;
  return reading.value === true ? { known: true, value: false } : unknownReading;
}

function ofProposal(head: 'input' | 'record', path: string, reference: string, scene: Scene): Resolved {
  const field = head === 'record' ? scene.law.fields[path] : undefined;
  const label = field?.label ?? reference;
  if (scene.act === undefined) return plain(reference, label, undefined, true);
  const root = head === 'input' ? (scene.act.input as Readonly<Record<string, Value>>) : scene.act.record;
  const value = head === 'record' && isBlank(root[path]) ? undefined : root[path];
  return plain(reference, label, value, value === undefined && scene.partial === true);
}

/** Sent but empty is not filled in: it must not open what only its content would open. */
function isBlank(value: Value | undefined): boolean {
  return (typeof value === 'string' && value.trim() === '') || (Array.isArray(value) && value.length === 0);
}

function ofActor(reference: string, scene: Scene): Resolved {
  if (scene.actor === undefined) return plain(reference, '经办人', undefined, true);
  if (reference === 'actor.roles') return plain(reference, '经办人的角色', scene.actor.roles, false);
  if (reference === 'actor.isHandler')
    return plain(reference, '经办人是本案承办人', scene.actor.isHandler, false);
  if (reference === 'actor.isRegistrar')
    return plain(reference, '经办人是案源登记人', scene.actor.isRegistrar, false);
  if (reference === 'actor.mustWithdraw')
    return plain(reference, '经办人应当回避', scene.actor.mustWithdraw, false);
  if (reference === 'actor.officer') return plain(reference, '经办人', scene.actor.officer, false);
  throw new RangeError(`规则所用的经办人属性不在词汇表中：${reference}`);
}

function plain(fact: string, label: string, value: Value | undefined, ofInput: boolean): Resolved {
  return value === undefined
    ? { reading: unknownReading, shown: () => ({ fact, label }), ofInput }
    : { reading: { known: true, value }, shown: () => ({ fact, label, value }), ofInput };
}
