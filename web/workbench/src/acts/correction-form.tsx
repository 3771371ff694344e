import type { FormView } from '@zhaozhang/api/contract';
import type { AnyEntry } from '@zhaozhang/core';
import { type ReactNode, useMemo, useRef, useState } from 'react';
import { ulid } from 'ulid';
import { type Draft, draftName } from '../drafts/draft.ts';
import { useDraft, useFoundDraft } from '../drafts/use-draft.ts';
import type { Field } from '../fields/field.ts';
import { FieldView } from '../fields/field-view.tsx';
import type { Typed, TypedMap } from '../fields/typed.ts';
import { Loading } from '../parts/loading.tsx';
import { hrefOf } from '../route/route.ts';
import { Actions } from './actions.tsx';
import { changedFields, type CorrectableField } from './correction-fields.ts';
import { messagesOf } from './messages.ts';
import { Summary } from './summary.tsx';
import { type Built, useSubmission } from './use-submission.ts';
import { useSubmitKey } from './use-submit-key.ts';

interface CorrectionFormProps {
  readonly id: string;
  /** What the case is called. */
  readonly title: string;
  readonly form: FormView;
  readonly entry: AnyEntry;
  readonly fields: readonly CorrectableField[];
  readonly back: string;
  readonly done: (entry: string) => void;
}

const reasonField: Field = {
  ...{
    name: 'reason',
    label: '更正理由',
    kind: 'longtext',
    optional: false,
    options: [],
    parts: [],
    clauses: [],
  },
  secret: false,
};

/** The fields of one entry with their present values; what is changed is sent, with the reason. */
export function CorrectionForm(props: CorrectionFormProps): ReactNode {
  const name = draftName(props.id, props.form.act, props.entry.id);
  const found = useFoundDraft(name);
  return found.is === 'asking' ? (
    <Loading what="这条记录" />
  ) : (
    <Form {...props} name={name} left={found.draft} />
  );
}

interface FormProps extends CorrectionFormProps {
  readonly name: string;
  readonly left: Draft | undefined;
}

function Form({ id, title, form, entry, fields, back, done, name, left }: FormProps): ReactNode {
  const kept = useMemo(
    () => ({ input: fields.map(({ path, field }) => ({ ...field, name: path })), record: [reasonField] }),
    [fields],
  );
  const draft = useDraft(kept, name, left, {
    label: form.label,
    of: title,
    href: hrefOf({ page: 'case', id, act: form.act, entry: entry.id }),
  });
  const [actId] = useState(() => left?.id ?? ulid());
  const [values, setValues] = useState<TypedMap>(() => ({ ...present(fields), ...left?.values.input }));
  const [reason, setReason] = useState(() => textOf(left?.values.record['reason']));
  const changed = changedFields(fields, values);

  function build(): Built {
    return {
      faults: changed.faults,
      request: {
        ...{ id: actId, name: form.act, stream: form.stream, record: {} },
        input: { entry: entry.id, fields: changed.fields, reason: reason.trim() },
      },
    };
  }

  const submission = useSubmission({
    ...{ caseId: id, build, standing: form.preview.refusals },
    onDone: () => {
      draft.clear();
      done(entry.id);
    },
  });

  const whole = useRef<HTMLDivElement>(null);
  useSubmitKey(whole, submission.submit);

  function keep(next: TypedMap, why: string): void {
    setValues(next);
    setReason(why);
    draft.keep(actId, form.version, { input: next, record: { reason: why } });
    submission.typed();
  }

  const places = [
    ...fields.map(({ path, field }) => ({ path: nameInAct(path), label: field.label })),
    { path: 'input.reason', label: reasonField.label },
  ];
  const verdict = submission.verdict.asked
    ? submission.verdict
    : {
        ...submission.verdict,
        refusals: submission.verdict.refusals.filter((one) => one.field === undefined),
      };
  const messages = messagesOf(
    verdict.refusals,
    verdict.faults.map((fault) => ({ ...fault, path: nameInAct(fault.path) })),
    places.map((place) => place.path),
  );

  return (
    <div ref={whole} className="act-form">
      <Summary
        {...{ verdict, places, caseId: id, what: form.label, admits: new Map() }}
        onAdmits={() => undefined}
        onSeen={submission.forgetBasis}
        onRetry={submission.submit}
      />
      {fields.map(({ path, field, sealed }) => (
        <div key={path} className={changed.paths.includes(path) ? 'corrected' : ''}>
          <FieldView
            field={sealed ? { ...field, hint: '现值已加密保存；不改的留空' } : field}
            path={nameInAct(path)}
            value={values[path]}
            messages={messages}
            onChange={(to) => keep({ ...values, [path]: to ?? '' }, reason)}
          />
          {changed.paths.includes(path) ? (
            <p className="small corrected-note">已改动，原值留在记录里</p>
          ) : null}
        </div>
      ))}
      <FieldView
        field={reasonField}
        path="input.reason"
        value={reason}
        messages={messages}
        onChange={(to) => keep(values, textOf(to))}
      />
      <Actions
        {...{ busy: submission.busy, keeping: draft.keeping, back }}
        onCheck={submission.check}
        onSubmit={submission.submit}
      />
    </div>
  );
}

/** Refusals name a corrected field under the act's own `fields`. */
function nameInAct(path: string): string {
  return `input.fields.${path}`;
}

function present(fields: readonly CorrectableField[]): TypedMap {
  return Object.fromEntries(
    fields.filter((one) => one.before !== undefined).map((one) => [one.path, one.before as Typed]),
  );
}

function textOf(value: Typed | undefined): string {
  return typeof value === 'string' ? value : '';
}
