import type { FormView } from '@zhaozhang/api/contract';
import type { AnyEntry } from '@zhaozhang/core';
import { isSealed } from '@zhaozhang/core';
import { type Field, recordField } from '../fields/field.ts';
import { typedOf } from '../fields/from-wire.ts';
import { typedMoment } from '../fields/moment.ts';
import { shownWith, toWire } from '../fields/to-wire.ts';
import type { Typed, TypedMap } from '../fields/typed.ts';
import { fieldsOf, occurredAt } from './form-fields.ts';

/** A field of an entry as the correction names it: `occurredAt`, `input.…` or `record.…`. */
export interface CorrectableField {
  readonly path: string;
  readonly field: Field;
  /** How it stands now; absent where nothing was given or where it is kept sealed. */
  readonly before: Typed | undefined;
  readonly sealed: boolean;
}

/** The fields of an entry that may be mended, each with its present value. `form` is that of the act that made it. */
export function correctableFields(entry: AnyEntry, form: FormView): readonly CorrectableField[] {
  const fields = fieldsOf(form);
  const input = entry.kind === 'party' ? partsOfParties(fields.input) : fields.input;
  const data: Readonly<Record<string, unknown>> = { ...entry.data };
  const record = entry.kind === 'party' ? form.partyRecord.map(recordField) : shownWith(fields.record, data);
  const moment = { path: 'occurredAt', field: occurredAt, before: typedMoment(entry.at), sealed: false };
  return [
    ...(form.nature === 'factual' ? [moment] : []),
    ...input
      .filter((field) => field.kind !== 'local-id' && field.kind !== 'record')
      .map((field) => ({
        path: `input.${field.name}`,
        field,
        before: typedOf(field, data[field.name]),
        sealed: false,
      })),
    ...record
      .filter((field) => field.whenKinds === undefined || field.whenKinds.includes(String(data['kind'])))
      .map((field) => {
        const held = entry.record[field.name];
        const sealed = isSealed(held);
        return {
          path: `record.${field.name}`,
          field,
          before: sealed ? undefined : typedOf(field, held),
          sealed,
        };
      }),
  ];
}

/** What is sent: only the fields that now say something else. What was emptied is not a correction. */
export function changedFields(fields: readonly CorrectableField[], now: TypedMap) {
  const changed = fields.filter(({ path, before }) => !same(now[path], before));
  const sent = changed.map(({ path, field }) => {
    const { value, faults } = toWire([field], { [field.name]: now[path] ?? '' }, '');
    return { path, value: value[field.name], faults: faults.map((fault) => ({ ...fault, path })) };
  });
  return {
    paths: changed.map(({ path }) => path),
    fields: Object.fromEntries(
      sent.filter((one) => one.value !== undefined).map((one) => [one.path, one.value]),
    ),
    faults: sent.flatMap((one) => one.faults),
  };
}

function same(a: Typed | undefined, b: Typed | undefined): boolean {
  return JSON.stringify(a ?? '') === JSON.stringify(b ?? '');
}

function partsOfParties(input: readonly Field[]): readonly Field[] {
  return input.find((field) => field.name === 'parties')?.parts ?? [];
}
