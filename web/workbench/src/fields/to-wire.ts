import { parseDay } from '@zhaozhang/core/time';
import type { Field } from './field.ts';
import { momentOf } from './moment.ts';
import { fenOf } from './money.ts';
import type { Attachment, Typed, TypedMap } from './typed.ts';

/** A field that cannot be sent as it is typed: where it stands, and what to write instead. */
export interface Fault {
  readonly path: string;
  readonly says: string;
}

export interface Wire {
  readonly value: Readonly<Record<string, unknown>>;
  readonly faults: readonly Fault[];
}

/**
 * What is sent for the typed values. What is blank is left out: the server says whether it may be. With `demand`, a
 * blank field that the act cannot do without is a fault here, since its name says all there is to say.
 */
export function toWire(fields: readonly Field[], typed: TypedMap, path: string, demand = false): Wire {
  const value: Record<string, unknown> = {};
  const faults: Fault[] = [];
  for (const field of fields) {
    const given = typed[field.name];
    const at = `${path}.${field.name}`;
    if (field.kind === 'rows') {
      const rows = withoutEmptyEnd(field.parts, isRows(given) ? given : []);
      const sent = rows.map((row, index) => toWire(shownIn(field.parts, row), row, `${at}.${index}`, demand));
      if (sent.length > 0 || !field.optional) value[field.name] = sent.map((one) => one.value);
      faults.push(...sent.flatMap((one) => one.faults));
    } else if (field.kind === 'record') {
      const sent = toWire(shownIn(field.parts, typed), isMap(given) ? given : {}, at);
      value[field.name] = sent.value;
      faults.push(...sent.faults);
    } else if (given === undefined || isBlank(given)) {
      if (field.optional || field.kind === 'local-id') continue;
      if (field.kind === 'refs') value[field.name] = [];
      else if (demand) faults.push({ path: at, says: `请${verb(field)}${field.label}` });
    } else {
      const one = single(field, given);
      if ('says' in one) faults.push({ path: at, says: one.says });
      else value[field.name] = one.value;
    }
  }
  return { value, faults };
}

/** The fields a row shows: those bound to kinds of row only in rows of such a kind. */
export function shownIn(fields: readonly Field[], row: TypedMap): readonly Field[] {
  return fields.filter(
    (field) => field.whenKinds === undefined || field.whenKinds.includes(String(row['kind'])),
  );
}

/** The fields of the record that go with what is chosen in the input: of six methods of service, those of one. */
export function shownWith(
  fields: readonly Field[],
  input: Readonly<Record<string, unknown>>,
): readonly Field[] {
  return fields.filter(({ whenInput }) => {
    if (whenInput === undefined) return true;
    const chosen = input[whenInput.name];
    return whenInput.values.includes(typeof chosen === 'string' ? chosen : '');
  });
}

function verb(field: Field): string {
  return field.kind === 'code' || field.kind === 'ref' || field.kind === 'bool' ? '选择' : '填写';
}

function single(field: Field, given: Typed): { readonly value: unknown } | { readonly says: string } {
  switch (field.kind) {
    case 'money': {
      const fen = fenOf(String(given));
      return fen === undefined ? { says: '请填写金额，最多两位小数，如 5000.00' } : { value: fen };
    }
    case 'int': {
      const text = String(given).trim();
      return /^-?\d{1,15}$/.test(text) ? { value: Number(text) } : { says: '请填写整数' };
    }
    case 'day': {
      const day = parseDay(given);
      return day === undefined ? { says: '请填写实际存在的日期，如 2026-03-12' } : { value: day };
    }
    case 'moment': {
      const moment = momentOf(String(given));
      return moment === undefined ? { says: '请填写日期和时刻，如 2026-03-12 09:10' } : { value: moment };
    }
    case 'attachment':
      return { value: (given as readonly Attachment[])[0] };
    case 'text':
    case 'longtext':
      return { value: String(given).trim() };
    default:
      return { value: given };
  }
}

function isBlank(given: Typed): boolean {
  return (typeof given === 'string' && given.trim() === '') || (Array.isArray(given) && given.length === 0);
}

/** Only rows at the end are dropped: the place of each other row is its name in what the server answers. */
function withoutEmptyEnd(fields: readonly Field[], rows: readonly TypedMap[]): readonly TypedMap[] {
  const last = rows.findLastIndex((row) => !isEmptyRow(fields, row));
  return rows.slice(0, last + 1);
}

/** Nothing but what the form itself put there. */
function isEmptyRow(fields: readonly Field[], row: TypedMap): boolean {
  return fields.every((field) => {
    const given = row[field.name];
    if (given === undefined || field.kind === 'local-id') return true;
    if (field.kind === 'record') return isMap(given) && Object.values(given).every(isBlank);
    if (field.kind === 'ref' && field.options.length === 1) return true;
    return isBlank(given);
  });
}

function isRows(given: Typed | undefined): given is readonly TypedMap[] {
  return Array.isArray(given);
}

function isMap(given: Typed | undefined): given is TypedMap {
  return typeof given === 'object' && !Array.isArray(given);
}
