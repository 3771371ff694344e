import type { BatchCase, BatchRequest } from '@zhaozhang/api/contract';
import type { FormFields } from '../acts/form-fields.ts';
import type { FormValues } from '../drafts/draft.ts';
import type { Field } from '../fields/field.ts';
import { startingValues } from '../fields/from-wire.ts';
import { type Fault, shownWith, toWire } from '../fields/to-wire.ts';
import type { TypedMap } from '../fields/typed.ts';

/**
 * How one form serves many cases. Of each field of the form:
 *
 * - what is chosen in one file (a party, a document, a piece of evidence) is each file's own and never asked for;
 * - what is known of the cases and differs stays as it is known of each, unless somebody says one thing for all;
 * - what somebody wants to say of each case by itself is asked for case by case;
 * - everything else is typed once.
 */
export interface CommonForm {
  /** Typed once. Rows have lost what is each file's own. */
  readonly input: readonly Field[];
  readonly record: readonly Field[];
  /** Known of each case and not the same, by path. */
  readonly differing: readonly Place[];
  /** Filled in for each case by itself. */
  readonly each: readonly Place[];
  readonly start: FormValues;
}

export interface Place {
  readonly path: string;
  readonly part: 'input' | 'record';
  readonly field: Field;
}

export function commonForm(
  fields: FormFields,
  cases: readonly Pick<BatchCase, 'prefill'>[],
  {
    each,
    overridden,
    before = [],
  }: {
    readonly each: readonly string[];
    readonly overridden: readonly string[];
    /** Cases this was done for already: what differed among them is not common because only one is left. */
    readonly before?: readonly Pick<BatchCase, 'prefill'>[];
  },
): CommonForm {
  const places = placesIn(fields).filter(({ field }) => field.ofFile !== true);
  const differing = places.filter(
    ({ part, field, path }) => !overridden.includes(path) && differs(part, field.name, [...cases, ...before]),
  );
  const eachOne = places.filter((place) => each.includes(place.path) && !differing.includes(place));
  const typed = places.filter((place) => !differing.includes(place) && !eachOne.includes(place));
  const of = (part: Place['part']) =>
    typed.filter((place) => place.part === part).map(({ field }) => withoutOwnParts(field));
  const known = cases[0]?.prefill ?? { input: {}, record: {} };
  const same = (part: Place['part']) =>
    Object.fromEntries(Object.entries(known[part]).filter(([name]) => !differs(part, name, cases)));
  return {
    input: of('input'),
    record: of('record'),
    differing,
    each: eachOne,
    start: {
      input: startingValues(of('input'), same('input')),
      record: startingValues(of('record'), same('record')),
    },
  };
}

function placesIn(fields: FormFields): readonly Place[] {
  const of = (part: Place['part']) =>
    fields[part].map((field) => ({ part, field, path: `${part}.${field.name}` }));
  return [...of('input'), ...of('record')];
}

function differs(part: Place['part'], name: string, cases: readonly Pick<BatchCase, 'prefill'>[]): boolean {
  return new Set(cases.map(({ prefill }) => JSON.stringify(prefill[part][name]))).size > 1;
}

function withoutOwnParts(field: Field): Field {
  return field.kind === 'rows'
    ? { ...field, parts: field.parts.filter((part) => part.ofFile !== true) }
    : field;
}

/** May the field be asked for case by case? Rows and files would not fit beside a case's line. */
export function isPlain({ kind }: Field): boolean {
  return ['text', 'longtext', 'int', 'money', 'day'].includes(kind);
}

export interface Merged {
  readonly input: BatchRequest['acts'][number]['input'];
  readonly record: BatchRequest['acts'][number]['record'];
  /** What in the fields of this very case cannot be sent as it is typed. */
  readonly faults: readonly Fault[];
}

/** What is sent of one case. `common` is what was typed for all, `own` for this case. */
export function mergedFor(
  one: Pick<BatchCase, 'prefill' | 'own'>,
  fields: FormFields,
  form: CommonForm,
  { common, own }: { readonly common: FormValues; readonly own: TypedMap },
): Merged {
  const input = { ...ownOfFile(one, fields), ...kept(one, form, 'input') };
  for (const [name, value] of Object.entries(toWire(form.input, common.input, 'input').value)) {
    const field = fields.input.find((other) => other.name === name);
    input[name] = field === undefined ? value : spread(field, value, one);
  }
  const record = { ...kept(one, form, 'record'), ...toWire(form.record, common.record, 'record').value };
  const faults: Fault[] = [];
  for (const { part, field, path } of form.each) {
    const sent = toWire([field], { [field.name]: own[path] ?? '' }, part, !field.optional);
    Object.assign(part === 'input' ? input : record, sent.value);
    faults.push(...sent.faults);
  }
  return { input, record: shownOnly(record, fields, input), faults };
}

/** What goes with another choice is not sent: of six methods of service, the proofs of one. */
function shownOnly(
  record: Record<string, unknown>,
  fields: FormFields,
  input: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const shown = new Set(shownWith(fields.record, input).map(({ name }) => name));
  return Object.fromEntries(Object.entries(record).filter(([name]) => shown.has(name)));
}

function kept(
  { prefill }: Pick<BatchCase, 'prefill'>,
  { differing }: CommonForm,
  part: Place['part'],
): Record<string, unknown> {
  const names = differing.filter((place) => place.part === part).map(({ field }) => field.name);
  return Object.fromEntries(
    Object.entries(prefill[part]).filter(([name, value]) => names.includes(name) && value !== undefined),
  );
}

/** What the file itself gives: what is known, else the newest there is to choose; of several choices all of them. */
function ownOfFile(
  { prefill, own }: Pick<BatchCase, 'prefill' | 'own'>,
  fields: FormFields,
): Record<string, unknown> {
  return Object.fromEntries(
    fields.input
      .filter((field) => field.ofFile === true)
      .map((field) => {
        const choices = (own[field.name] ?? []).map(({ value }) => value);
        const known = prefill.input[field.name];
        if (known !== undefined) return [field.name, known] as const;
        if (field.optional) return [field.name, undefined] as const;
        return [field.name, field.kind === 'refs' ? choices : choices.at(-1)] as const;
      })
      .filter(([, value]) => value !== undefined),
  );
}

/** A row typed once, for each party of the case; what it rests on is all the file has. */
function spread(field: Field, value: unknown, { own }: Pick<BatchCase, 'own'>): unknown {
  if (field.kind !== 'rows' || !Array.isArray(value)) return value;
  const parts = field.parts.filter((part) => part.ofFile === true && !part.optional);
  return parts.reduce<readonly object[]>(
    (rows, part) => {
      const choices = (own[`${field.name}.${part.name}`] ?? []).map((choice) => choice.value);
      if (part.kind === 'refs') return rows.map((row) => ({ ...row, [part.name]: choices }));
      return choices.flatMap((choice) => rows.map((row) => ({ [part.name]: choice, ...row })));
    },
    value as readonly object[],
  );
}
