import type { ShownField } from '@zhaozhang/api/contract';
import type { ReactNode } from 'react';
import { Original } from '../originals/original.tsx';
import { Sealed } from './sealed.tsx';

/** What an entry holds, label by label. */
export function Fields({
  fields,
  id,
}: {
  readonly fields: readonly ShownField[];
  readonly id: string;
}): ReactNode {
  if (fields.length === 0) return null;
  return (
    <dl className="fields">
      {fields.map((field) => (
        <div key={field.label}>
          <dt>{field.label}</dt>
          <dd>
            {field.sealed === undefined ? (
              <span className="field-text">{field.text}</span>
            ) : (
              <Sealed field={field} id={id} />
            )}
            {field.attachments?.map((one) => (
              <Original
                key={one.blob}
                name={one.name}
                href={`/api/attachments/${encodeURIComponent(one.blob.replace(/^sha256:/, ''))}?case=${encodeURIComponent(id)}`}
              />
            ))}
          </dd>
        </div>
      ))}
    </dl>
  );
}
