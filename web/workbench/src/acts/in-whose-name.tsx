import type { FormView } from '@zhaozhang/api/contract';
import type { ReactNode } from 'react';
import type { Field } from '../fields/field.ts';
import { FieldView } from '../fields/field-view.tsx';

const own = 'own';

interface InWhoseNameProps {
  readonly form: FormView;
  readonly messages: ReadonlyMap<string, string>;
  /** The delegation chosen; undefined in one's own name. */
  readonly value: string | undefined;
  readonly onChange: (delegation: string | undefined) => void;
}

/** In whose name it is signed, for whoever may sign for others; nobody else is asked. */
export function InWhoseName({ form, messages, value, onChange }: InWhoseNameProps): ReactNode {
  if (form.delegations.length === 0) return null;
  const field: Field = {
    ...{ name: 'delegation', label: '以谁的名义', kind: 'code', optional: false, parts: [], clauses: [] },
    ...{ secret: false, spelledOut: true },
    options: [{ value: own, label: '本人' }, ...form.delegations],
  };
  return (
    <FieldView
      {...{ field, messages }}
      path="delegation"
      value={value ?? own}
      onChange={(chosen) => onChange(typeof chosen === 'string' && chosen !== own ? chosen : undefined)}
    />
  );
}
