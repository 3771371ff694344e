import { isByAnalogy } from './analogy.ts';
import type { Act, ActDefinition, ActPart } from '../act.ts';
import type { FieldMap, Value } from '../canonical.ts';
import type { Refusal } from '../refusal.ts';
import { dayOf, formatInstant, parseInstant } from '../time/index.ts';
import { byKey } from '../by-key.ts';
import { borrowedFor, governs } from './edition.ts';
import { evaluate } from './evaluate.ts';
import type { Scene } from './fact.ts';
import { wholeAct } from './subject.ts';
import type { Subject } from './subject.ts';
import { formats } from './formats.ts';
import type { Law } from './law.ts';
import type { Need, NeededField } from './primitive.ts';
import { resolve } from './resolve.ts';

const ofAct = byKey<Need>((need) => need.acts);
const withId = byKey<Need>(({ id }) => [id]);

/** Fields the act's record lacks or holds wrongly, each with the clause that asks for it. */
export function checkNeeds(definition: ActDefinition, act: Act, scene: Scene): readonly Refusal[] {
  const parts = definition.parts?.(act) ?? [];
  return needsOf(definition.name, scene).flatMap((need) => {
    if (need.per === 'party' && parts.length > 0)
      return parts.flatMap((part) => ofPart(need, part, act, scene));
    if (need.when !== undefined && evaluate(need.when, scene, wholeAct).truth !== 'true') return [];
    return need.fields.flatMap((field) =>
      fault(need, field, act.record, `record.${field.field}`, act, scene, wholeAct),
    );
  });
}

/** Needs of an act in the editions that govern the day. */
export function needsOf(actName: string, scene: Pick<Scene, 'law' | 'asOf' | 'state'>): readonly Need[] {
  const day = dayOf(scene.asOf);
  return ofAct(scene.law.needs, actName).filter((need) => governs(need, scene, day));
}

/** The need of that id; undefined where none has it. */
export function needOf(id: string, law: Pick<Law, 'needs'>): Need | undefined {
  return withId(law.needs, id)[0];
}

function ofPart(need: Need, part: ActPart, act: Act, scene: Scene): readonly Refusal[] {
  const subject: Subject = { per: part.per, id: part.id, label: part.label };
  if (need.when !== undefined && evaluate(need.when, scene, subject).truth !== 'true') return [];
  return need.fields.flatMap((field) =>
    fault(need, field, part.record, `${part.path}.${field.field}`, act, scene, subject),
  );
}

function fault(
  need: Need,
  needed: NeededField,
  record: FieldMap,
  path: string,
  act: Act,
  scene: Scene,
  subject: Subject,
): readonly Refusal[] {
  const label = scene.law.fields[needed.field]?.label ?? needed.field;
  const of = subject.per === 'act' ? '' : `${subject.label}的`;
  const value = record[needed.field];
  const borrowed = borrowedFor(need, scene.state);
  const refuse = (code: string, because: string, says: string): readonly Refusal[] => [
    {
      code,
      act: act.name,
      rule: need.id,
      clauses: need.clauses,
      because,
      effect: need.effect,
      ...(isByAnalogy(need, scene) ? { reference: true } : {}),
      ...(borrowed === undefined ? {} : { borrowed }),
      field: path,
      facts: [],
      ...(subject.per === 'act' ? {} : { subjects: [subject.label] }),
      remedy: { says },
    },
  ];
  if (isBlank(value)) return refuse(need.code, `${of}${label}没有填写`, `填写${label}`);
  if (
    needed.minLength !== undefined &&
    typeof value === 'string' &&
    [...value.trim()].length < needed.minLength
  )
    return refuse('FIELD_INVALID', `${of}${label}不足 ${needed.minLength} 字`, `写明具体情况`);
  const format = needed.format === undefined ? undefined : formats[needed.format];
  if (format !== undefined && typeof value === 'string' && !format.test(value))
    return refuse('FIELD_INVALID', `${of}${label}不符合${format.label}的写法或者校验码不对`, `核对${label}`);
  if (typeof value === 'string') {
    // What the text says wrongly is what the rule is about, so the refusal has the rule's own code.
    const missing = needed.contains?.find((word) => !value.includes(word));
    if (missing !== undefined) return refuse(need.code, `${of}${label}没有写明“${missing}”`, `改写${label}`);
    const wrong = needed.lacks?.find((word) => value.includes(word));
    if (wrong !== undefined) return refuse(need.code, `${of}${label}不能写“${wrong}”`, `改写${label}`);
  }
  const moment = parseInstant(value);
  if (needed.notBefore !== undefined && moment !== undefined) {
    const bound = momentOf(needed.notBefore, scene, subject);
    if (bound !== undefined && moment < bound)
      return refuse('FIELD_INVALID', `${of}${label}早于 ${formatInstant(bound)}`, `核对${label}`);
  }
  if (needed.notAfter !== undefined && moment !== undefined) {
    const bound = momentOf(needed.notAfter, scene, subject);
    if (bound !== undefined && moment > bound)
      return refuse('FIELD_INVALID', `${of}${label}晚于 ${formatInstant(bound)}`, `核对${label}`);
  }
  return [];
}

function momentOf(reference: string, scene: Scene, subject: Subject) {
  if (reference === 'act.occurredAt') return scene.act?.occurredAt;
  const { reading } = resolve(reference, scene, subject);
  return reading.known ? (parseInstant(reading.value) ?? reading.since) : undefined;
}

function isBlank(value: Value | undefined): boolean {
  return (
    value === undefined ||
    (typeof value === 'string' && value.trim() === '') ||
    (Array.isArray(value) && value.length === 0)
  );
}
