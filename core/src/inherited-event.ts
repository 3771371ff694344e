import { actDefinitions, actOfEvent } from './acts.ts';
import { inheritedId } from './authority/inherited.ts';
import type { FieldMap } from './canonical.ts';
import type { ActorSnapshot, DomainEvent } from './event.ts';
import { describe } from './form.ts';
import type { FormField } from './form.ts';

/** References of a form that name something in the agency's registers; all others name something in the file itself. */
const ofRegisters: ReadonlySet<string> = new Set([
  'officer',
  'unit',
  'basis',
  'benchmark-level',
  'factor-benchmark',
  'emergency',
  'inspection-item',
  'plan-line',
  'lot',
]);

/**
 * An event of a file that has been taken over, as its successor reads it: what it names in the registers of the
 * predecessor is named as the successor's registers have it. The event itself stays letter by letter what it was; this is
 * done each time it is folded.
 * @param through agencies the file has come through, the latest first, such as `b/a` of one that came from a to b
 */
export function inheritedEvent(event: DomainEvent, through: string): DomainEvent {
  return through.split('/').reduceRight(cameFrom, event);
}

function cameFrom(event: DomainEvent, from: string): DomainEvent {
  const mending = event.act === 'case.correct-entry';
  return {
    ...event,
    by: actorFrom(event.by, from),
    input: mending ? mended(event.input, from) : rowFrom(fieldsOf(event.type), event.input, from),
    ...(event.outcome === undefined ? {} : { outcome: outcomeFrom(event.outcome, from) }),
  };
}

function actorFrom({ officer, for: represented, ...by }: ActorSnapshot, from: string): ActorSnapshot {
  return {
    ...by,
    ...(officer === undefined ? {} : { officer: inheritedId(officer, from) }),
    ...(represented === undefined
      ? {}
      : { for: { ...represented, officer: inheritedId(represented.officer, from) } }),
  };
}

const forms = new Map<string, readonly FormField[]>();

/** The form of the act that leaves this event. */
function fieldsOf(type: string): readonly FormField[] {
  let fields = forms.get(type);
  if (fields === undefined) {
    const definition = actOfEvent(type);
    fields = definition === undefined ? [] : describe(definition.input);
    forms.set(type, fields);
  }
  return fields;
}

function rowFrom(fields: readonly FormField[], row: unknown, from: string): unknown {
  if (typeof row !== 'object' || row === null) return row;
  const next: Record<string, unknown> = { ...row };
  for (const field of fields) {
    const value = next[field.name];
    if (value === undefined) continue;
    if (field.rows !== undefined)
      next[field.name] = Array.isArray(value)
        ? value.map((one) => rowFrom(field.rows ?? [], one, from))
        : value;
    else if (namesRegister(field)) next[field.name] = named(value, from);
  }
  return next;
}

function namesRegister({ ref }: FormField): boolean {
  return ref !== undefined && ofRegisters.has(ref);
}

function named(value: unknown, from: string): unknown {
  if (typeof value === 'string') return value === '' ? value : inheritedId(value, from);
  return Array.isArray(value) ? value.map((one) => named(one, from)) : value;
}

/** Names of fields, of any act, that name something in a register: a correction tells its fields by their paths. */
let names: ReadonlySet<string> | undefined;

function registerNames(): ReadonlySet<string> {
  const found = (fields: readonly FormField[]): readonly string[] =>
    fields.flatMap((field) => [
      ...(namesRegister(field) ? [field.name] : []),
      ...(field.rows === undefined ? [] : found(field.rows)),
    ]);
  names ??= new Set([...actDefinitions.values()].flatMap(({ input }) => found(describe(input))));
  return names;
}

function mended(input: unknown, from: string): unknown {
  const { fields = {}, ...rest } = input as { readonly fields?: FieldMap };
  const next = Object.entries(fields).map(([path, value]) => {
    const name = path.slice(path.lastIndexOf('.') + 1);
    return [path, path.startsWith('input.') ? under(name, value, from) : value];
  });
  return { ...rest, fields: Object.fromEntries(next) };
}

/** What stands under a name: an id, ids, or rows with names of their own. */
function under(name: string, value: unknown, from: string): unknown {
  if (typeof value === 'string' || (Array.isArray(value) && value.every((one) => typeof one === 'string')))
    return registerNames().has(name) ? named(value, from) : value;
  if (Array.isArray(value)) return value.map((one) => under(name, one, from));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, under(key, item, from)]));
}

/** Beside what the form says an event keeps who was there, and who was drawn for which line of a plan. */
function outcomeFrom(outcome: FieldMap, from: string): FieldMap {
  const { officers, drawn, line } = outcome;
  return {
    ...outcome,
    ...(Array.isArray(officers)
      ? {
          officers: officers.map((one) => {
            const { id } = one as { readonly id?: unknown };
            return typeof id === 'string' ? { ...(one as FieldMap), id: inheritedId(id, from) } : one;
          }),
        }
      : {}),
    ...(Array.isArray(drawn) ? { drawn: named(drawn, from) as never } : {}),
    ...(typeof line === 'string' ? { line: inheritedId(line, from) } : {}),
  };
}
