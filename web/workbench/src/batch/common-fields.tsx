import { Button } from 'antd';
import type { ReactNode } from 'react';
import type { FormValues } from '../drafts/draft.ts';
import { occurredAt } from '../acts/form-fields.ts';
import type { Field } from '../fields/field.ts';
import { FieldView } from '../fields/field-view.tsx';
import { withValue } from '../fields/rows.tsx';
import { shownWith } from '../fields/to-wire.ts';
import { type CommonForm, isPlain, type Place } from './merge.ts';

interface CommonFieldsProps {
  readonly form: CommonForm;
  readonly values: FormValues;
  readonly asksMoment: boolean;
  readonly messages: ReadonlyMap<string, string>;
  readonly onChange: (values: FormValues) => void;
  /** The field is to be filled in case by case, or for all alike. */
  readonly onEach?: (path: string, each: boolean) => void;
  /** What is known of each case is passed over. */
  readonly onOverride?: (path: string) => void;
}

/** What is typed once for all cases. */
export function CommonFields(props: CommonFieldsProps): ReactNode {
  const { form, values, asksMoment, messages, onChange, onEach, onOverride } = props;
  // What goes with another choice is neither shown nor sent: of six methods of service, the proofs of one.
  const shown = (places: readonly Place[]) =>
    places.filter(({ part, field }) => part === 'input' || shownWith([field], values.input).length > 0);
  return (
    <>
      <Apart
        title="沿用各案已知的内容"
        places={shown(form.differing)}
        deed="统一填写"
        onDeed={(path) => onOverride?.(path)}
      />
      <Apart
        title="在下面逐案填写"
        places={shown(form.each)}
        deed="统一填写"
        onDeed={(path) => onEach?.(path, false)}
      />
      {asksMoment ? (
        <FieldView
          field={occurredAt}
          path="occurredAt"
          value={values.occurredAt}
          messages={messages}
          onChange={(to) => onChange({ ...values, occurredAt: typeof to === 'string' ? to : undefined })}
        />
      ) : null}
      {form.input.map((field) => one('input', field))}
      {shownWith(form.record, values.input).map((field) => one('record', field))}
    </>
  );

  function one(part: Place['part'], field: Field): ReactNode {
    const path = `${part}.${field.name}`;
    return (
      <div key={path} className="batch-field">
        <FieldView
          {...{ field, path, messages }}
          value={values[part][field.name]}
          onChange={(to) => onChange({ ...values, [part]: withValue(values[part], field.name, to) })}
        />
        {onEach !== undefined && isPlain(field) && !field.secret ? (
          <button
            type="button"
            className="link small batch-each"
            aria-label={`${field.label}逐案填写`}
            onClick={() => onEach(path, true)}
          >
            逐案填写
          </button>
        ) : null}
      </div>
    );
  }
}

/** Fields that are not asked for here, and the way to ask for them here after all. */
function Apart({
  title,
  places,
  deed,
  onDeed,
}: {
  readonly title: string;
  readonly places: readonly Place[];
  readonly deed: string;
  readonly onDeed: (path: string) => void;
}): ReactNode {
  if (places.length === 0) return null;
  return (
    <section className="batch-apart" aria-label={title}>
      <h3>{title}</h3>
      <ul>
        {places.map(({ path, field }) => (
          <li key={path}>
            <span>{field.label}</span>
            <Button size="small" aria-label={`${deed}${field.label}`} onClick={() => onDeed(path)}>
              {deed}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
