import type { FormFields } from '../acts/form-fields.ts';
import type { Field } from '../fields/field.ts';
import type { Typed, TypedMap } from '../fields/typed.ts';
import type { FormValues } from './draft.ts';

/** The values without identity data: a draft lies in the browser in plain text, and the machine may be shared. */
export function withoutSecrets(fields: readonly Field[], values: TypedMap): TypedMap {
  const pairs = fields
    .filter((field) => !field.secret)
    .map((field) => [field.name, openPart(field, values[field.name])] as const);
  return Object.fromEntries(pairs.filter((pair): pair is [string, Typed] => pair[1] !== undefined));
}

function openPart(field: Field, value: Typed | undefined): Typed | undefined {
  if (field.kind === 'rows' && Array.isArray(value))
    return (value as readonly TypedMap[]).map((row) => withoutSecrets(field.parts, row));
  if (field.kind === 'record' && value !== undefined) return withoutSecrets(field.parts, value as TypedMap);
  return value;
}

/** What is typed in a form, without identity data. */
export function openValues(fields: FormFields, values: FormValues): FormValues {
  return {
    ...values,
    input: withoutSecrets(fields.input, values.input),
    record: withoutSecrets(fields.record, values.record),
  };
}
