import type { ActResult, FormView } from '@zhaozhang/api/contract';
import { type ReactNode, useMemo, useRef, useState } from 'react';
import { ulid } from 'ulid';
import type { Field } from '../fields/field.ts';
import { FieldView } from '../fields/field-view.tsx';
import { startingValues } from '../fields/from-wire.ts';
import { momentOf, typedMoment } from '../fields/moment.ts';
import { withValue } from '../fields/rows.tsx';
import { shownWith, toWire } from '../fields/to-wire.ts';
import type { Typed } from '../fields/typed.ts';
import { useSession } from '../session/session.ts';
import { Actions } from './actions.tsx';
import { type Admits, faultsOf, sentAdmits } from './admits.ts';
import { draftKey, type FormValues } from './draft.ts';
import { fieldsOf, occurredAt } from './form-fields.ts';
import { placesOf } from './known-paths.ts';
import { messagesOf } from './messages.ts';
import { Summary } from './summary.tsx';
import { InWhoseName } from './in-whose-name.tsx';
import { useDraft } from './use-draft.ts';
import { type Built, useSubmission } from './use-submission.ts';
import { useSubmitKey } from './use-submit-key.ts';

interface ActFormProps {
  readonly form: FormView;
  /** Absent for the act that opens a file. */
  readonly caseId: string | undefined;
  readonly back: string;
  readonly onDone: (actId: string, result: ActResult) => void;
  /** Asks for the newest version of the file, after its changes have been seen. */
  readonly newVersion: () => Promise<number | undefined>;
}

/** The form of an act, made from what the act needs, what the law asks for, and what is known already. */
export function ActForm({ form, caseId, back, onDone, newVersion }: ActFormProps): ReactNode {
  const { me } = useSession();
  const fields = useMemo(() => fieldsOf(form), [form]);
  const draft = useDraft(fields, draftKey(me.account, caseId ?? 'new', form.act));
  const [id] = useState(() => draft.found?.id ?? ulid());
  const [version, setVersion] = useState(draft.found?.version ?? form.version);
  const [values, setValues] = useState<FormValues>(() => draft.found?.values ?? startOf(form, fields));
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set());
  const [admits, setAdmits] = useState<Admits>(new Map());
  const told = form.asksMoment;

  // What goes with another choice is neither shown nor sent, but kept as typed in case the choice comes back.
  const recordFields = shownWith(fields.record, values.input);

  function build(): Built {
    const input = toWire(fields.input, values.input, 'input', true);
    const record = toWire(recordFields, values.record, 'record');
    const at = told ? toWire([occurredAt], { occurredAt: values.occurredAt ?? '' }, '', true) : undefined;
    const faults = [
      ...(at?.faults ?? []).map((fault) => ({ ...fault, path: 'occurredAt' })),
      ...input.faults,
      ...record.faults,
      ...faultsOf(admits),
    ];
    // Left as it stood, it is the moment the form was opened, to the second: cut to its minute it would come before
    // what was done earlier in that same minute.
    const moment = values.occurredAt === typedMoment(form.now) ? form.now : momentOf(values.occurredAt ?? '');
    return {
      faults,
      request: {
        ...{ id, name: form.act, input: input.value, record: record.value },
        ...(caseId === undefined ? {} : { stream: form.stream }),
        ...(told && moment !== undefined ? { occurredAt: moment } : {}),
        ...(form.restsOnSeen ? { basedOn: version } : {}),
        ...(values.delegation === undefined ? {} : { delegation: values.delegation }),
        ...(admits.size === 0 ? {} : { admits: sentAdmits(admits) }),
      },
    };
  }

  const submission = useSubmission({
    ...{ caseId, build, standing: form.preview.refusals },
    onDone: (result) => {
      draft.clear();
      onDone(id, result);
    },
  });
  const { verdict } = submission;
  const whole = useRef<HTMLDivElement>(null);
  useSubmitKey(whole, submission.submit);

  function change(path: string, next: FormValues): void {
    setTouched((before) => new Set(before).add(path));
    setValues(next);
    draft.keep(id, version, next);
    submission.typed();
  }

  async function seen(): Promise<void> {
    const newest = await newVersion();
    if (newest === undefined) return;
    setVersion(newest);
    draft.keep(id, newest, values);
    submission.forgetBasis();
  }

  const places = [
    ...(form.delegations.length === 0 ? [] : [{ path: 'delegation', label: '以谁的名义' }]),
    ...(told ? [{ path: 'occurredAt', label: occurredAt.label }] : []),
    ...placesOf(fields.input, values.input, 'input'),
    ...placesOf(recordFields, values.record, 'record'),
  ];
  // Before anybody has asked, only what concerns a field already touched: nobody is told of what they have not reached.
  const spoken = verdict.asked
    ? verdict
    : {
        ...verdict,
        faults: verdict.faults.filter((one) => isTouched(one.path)),
        refusals: verdict.refusals.filter((one) => one.field === undefined || isTouched(one.field)),
      };
  const messages = messagesOf(
    spoken.refusals,
    spoken.faults,
    places.map((place) => place.path),
  );

  function isTouched(path: string): boolean {
    return [...touched].some((one) => path === one || path.startsWith(`${one}.`));
  }

  return (
    <div ref={whole} className="act-form">
      <Summary
        {...{ verdict: spoken, places, caseId, admits, what: form.label }}
        onAdmits={(next) => {
          setAdmits(next);
        }}
        onSeen={seen}
        onRetry={submission.submit}
      />
      <InWhoseName
        {...{ form, messages }}
        value={values.delegation}
        onChange={(delegation) => change('delegation', { ...values, delegation })}
      />
      {told
        ? view(occurredAt, 'occurredAt', values.occurredAt, (to) =>
            change('occurredAt', { ...values, occurredAt: typeof to === 'string' ? to : undefined }),
          )
        : null}
      {fields.input.map((field) =>
        view(field, `input.${field.name}`, values.input[field.name], (to) =>
          change(`input.${field.name}`, { ...values, input: withValue(values.input, field.name, to) }),
        ),
      )}
      {recordFields.map((field) =>
        view(field, `record.${field.name}`, values.record[field.name], (to) =>
          change(`record.${field.name}`, { ...values, record: withValue(values.record, field.name, to) }),
        ),
      )}
      <Actions
        {...{ busy: submission.busy, saved: draft.saved, back }}
        onCheck={submission.check}
        onSubmit={submission.submit}
      />
    </div>
  );

  function view(
    field: Field,
    path: string,
    value: Typed | undefined,
    onChange: (to: Typed | undefined) => void,
  ): ReactNode {
    return <FieldView key={path} {...{ field, path, value, messages, onChange }} />;
  }
}

function startOf(form: FormView, fields: ReturnType<typeof fieldsOf>): FormValues {
  return {
    input: startingValues(fields.input, form.prefill.input),
    record: startingValues(fields.record, form.prefill.record),
    ...(form.asksMoment ? { occurredAt: typedMoment(form.now) } : {}),
    ...(form.delegation === undefined ? {} : { delegation: form.delegation }),
  };
}
