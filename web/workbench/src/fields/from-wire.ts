import { ulid } from 'ulid';
import type { Field } from './field.ts';
import { typedMoment } from './moment.ts';
import { typedYuan } from './money.ts';
import type { Attachment, Typed, TypedMap } from './typed.ts';

/** What the form shows for a value known already; a value that does not fit the field is left out. */
export function typedOf(field: Field, wire: unknown): Typed | undefined {
  switch (field.kind) {
    case 'bool':
      return typeof wire === 'boolean' ? wire : undefined;
    case 'int':
      return typeof wire === 'number' ? String(wire) : undefined;
    case 'money':
      return typeof wire === 'number' ? typedYuan(wire) : undefined;
    case 'moment':
      return typeof wire === 'string' ? typedMoment(wire) : undefined;
    case 'refs':
      return Array.isArray(wire) ? wire.filter((one): one is string => typeof one === 'string') : undefined;
    case 'attachment':
      return isAttachment(wire) ? [wire] : undefined;
    case 'attachments':
      return Array.isArray(wire) ? wire.filter(isAttachment) : undefined;
    case 'rows':
      return Array.isArray(wire) ? wire.filter(isMap).map((row) => typedMap(field.parts, row)) : undefined;
    case 'record':
      return isMap(wire) ? typedMap(field.parts, wire) : {};
    default:
      return typeof wire === 'string' ? wire : undefined;
  }
}

/** Values of several fields by name. */
export function typedMap(fields: readonly Field[], wire: Readonly<Record<string, unknown>>): TypedMap {
  const pairs = fields.map((field) => [field.name, typedOf(field, wire[field.name])] as const);
  return Object.fromEntries(pairs.filter((pair): pair is [string, Typed] => pair[1] !== undefined));
}

/** The form before anybody has typed: what is known, a first empty row, and the only choice where there is but one. */
export function startingValues(fields: readonly Field[], wire: Readonly<Record<string, unknown>>): TypedMap {
  const known = typedMap(fields, wire);
  const started = fields.map((field) => [field.name, known[field.name] ?? startOf(field)] as const);
  return Object.fromEntries(started.filter((pair): pair is [string, Typed] => pair[1] !== undefined));
}

/** A new row; what is called by an id inside the file gets one here. */
export function emptyRow(fields: readonly Field[]): TypedMap {
  const pairs = fields.map(
    (field) => [field.name, field.kind === 'local-id' ? ulid() : startOf(field)] as const,
  );
  return Object.fromEntries(pairs.filter((pair): pair is [string, Typed] => pair[1] !== undefined));
}

function startOf(field: Field): Typed | undefined {
  if (field.kind === 'rows') return field.optional ? [] : [emptyRow(field.parts)];
  if (field.kind === 'record') return {};
  const [only, another] = field.options;
  if (field.kind === 'ref' && !field.optional && only !== undefined && another === undefined)
    return only.value;
  return undefined;
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isAttachment(value: unknown): value is Attachment {
  return isMap(value) && typeof value['blob'] === 'string' && typeof value['name'] === 'string';
}
