import type { FormView } from '@zhaozhang/api/contract';
import { type Field, inputField, recordField } from '../fields/field.ts';

/** The fields of a form as the page draws them. */
export interface FormFields {
  readonly input: readonly Field[];
  readonly record: readonly Field[];
}

export function fieldsOf(form: FormView): FormFields {
  const partyRecord = form.partyRecord.map(recordField);
  return {
    input: form.input.map((view) => inputField(view, partyRecord)),
    record: form.record.map(recordField),
  };
}

/** The moment a factual act happened: the first field of its form. */
export const occurredAt: Field = {
  ...{ name: 'occurredAt', label: '发生时刻', kind: 'moment', optional: false, options: [], parts: [] },
  ...{ clauses: [], secret: false, hint: '事情实际发生的时刻，不是录入的时刻' },
};
