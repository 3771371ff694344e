import type { ActResult, FormView } from '@zhaozhang/api/contract';
import { type ReactNode, useEffect, useMemo, useReducer, useRef, useState } from 'react';
import { ulid } from 'ulid';
import { type Draft, type DraftPlace, draftName, type FormValues } from '../drafts/draft.ts';
import { useDraft, useFoundDraft } from '../drafts/use-draft.ts';
import type { Field } from '../fields/field.ts';
import { FactorsField } from '../fields/factors.tsx';
import { FieldView } from '../fields/field-view.tsx';
import { startingValues } from '../fields/from-wire.ts';
import { momentOf, typedMoment } from '../fields/moment.ts';
import { withValue } from '../fields/rows.tsx';
import { shownWith, toWire } from '../fields/to-wire.ts';
import type { Typed } from '../fields/typed.ts';
import { Loading } from '../parts/loading.tsx';
import { Actions } from './actions.tsx';
import { type Admits, faultsOf, sentAdmits } from './admits.ts';
import { fieldsOf, occurredAt } from './form-fields.ts';
import { placesOf } from './known-paths.ts';
import { messagesOf } from './messages.ts';
import { Summary } from './summary.tsx';
import { InWhoseName } from './in-whose-name.tsx';
import { type Built, useSubmission } from './use-submission.ts';
import { useSubmitKey } from './use-submit-key.ts';

interface ActFormProps {
  readonly form: FormView;
  /** Absent for the act that opens a file. */
  readonly caseId: string | undefined;
  /** Where the form stands, for finding again what was left of it. */
  readonly place: DraftPlace;
  readonly back: string;
  readonly onDone: (actId: string, result: ActResult) => void;
  /** Asks for the newest version of the file, after its changes have been seen. */
  readonly newVersion: () => Promise<number | undefined>;
}

/** The form of an act, with what was left of it in this browser, if anything was. */
export function ActForm(props: ActFormProps): ReactNode {
  const name = draftName(props.caseId ?? 'new', props.form.act);
  const found = useFoundDraft(name);
  return found.is === 'asking' ? <Loading what="表单" /> : <Form {...props} name={name} left={found.draft} />;
}

interface FormProps extends ActFormProps {
  readonly name: string;
  readonly left: Draft | undefined;
}

/** Made from what the act needs, what the law asks for, and what is known already. */
function Form({ form, caseId, place, back, onDone, newVersion, name, left }: FormProps): ReactNode {
  const fields = useMemo(() => fieldsOf(form), [form]);
  const draft = useDraft(fields, name, left, place);
  const [id] = useState(() => left?.id ?? ulid());
  const [version, setVersion] = useState(left?.version ?? form.version);
  const [{ values, touched }, change] = useReducer(afterChange, undefined, () => ({
    values: left?.values ?? startOf(form, fields),
    touched: new Set<string>(),
  }));
  const changers = useMemo(() => changersOf(fields, change), [fields]);
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

  // Kept once it stands on the page: what was typed last is what is kept.
  const kept = useRef<(now: FormValues) => void>(undefined);
  useEffect(() => {
    kept.current = (now) => {
      draft.keep(id, version, now);
      submission.typed();
    };
  });
  useEffect(() => {
    if (touched.size > 0) kept.current?.(values);
  }, [values, touched]);

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
        onChange={(to) => change({ path: 'delegation', part: 'delegation', name: 'delegation', to })}
      />
      {told ? view(occurredAt, 'occurredAt', values.occurredAt) : null}
      {fields.input.map((field) => view(field, `input.${field.name}`, values.input[field.name]))}
      {recordFields.map((field) => view(field, `record.${field.name}`, values.record[field.name]))}
      <Actions
        {...{ busy: submission.busy, keeping: draft.keeping, back }}
        onCheck={submission.check}
        onSubmit={submission.submit}
      />
    </div>
  );

  function view(field: Field, path: string, value: Typed | undefined): ReactNode {
    const onChange = changers.get(path) ?? ignored;
    if (field.shows === 'factors') {
      const edition = form.editions?.find(({ id: chosen }) => chosen === values.input['benchmark']);
      return <FactorsField key={path} {...{ field, path, value, messages, edition, onChange }} />;
    }
    return <FieldView key={path} {...{ field, path, value, messages, onChange }} />;
  }
}

interface Change {
  readonly path: string;
  readonly part: keyof FormValues;
  readonly name: string;
  readonly to: Typed | undefined;
}

interface TypedForm {
  readonly values: FormValues;
  /** Paths of the fields that somebody has typed in. */
  readonly touched: ReadonlySet<string>;
}

function afterChange({ values, touched }: TypedForm, { path, part, name, to }: Change): TypedForm {
  return {
    touched: touched.has(path) ? touched : new Set(touched).add(path),
    values:
      part === 'occurredAt' || part === 'delegation'
        ? { ...values, [part]: typeof to === 'string' ? to : undefined }
        : { ...values, [part]: withValue(values[part], name, to) },
  };
}

type OnChange = (to: Typed | undefined) => void;

function ignored(): void {
  // Every field that is shown has a changer; the type does not know it.
}

/** What each field does when it is typed in, the same for as long as the form is: else all would be drawn anew. */
function changersOf(
  fields: ReturnType<typeof fieldsOf>,
  change: (change: Change) => void,
): ReadonlyMap<string, OnChange> {
  const one = (part: Change['part'], name: string): [string, OnChange] => {
    const path = part === 'occurredAt' ? part : `${part}.${name}`;
    return [path, (to) => change({ path, part, name, to })];
  };
  return new Map([
    one('occurredAt', 'occurredAt'),
    ...fields.input.map(({ name }) => one('input', name)),
    ...fields.record.map(({ name }) => one('record', name)),
  ]);
}

function startOf(form: FormView, fields: ReturnType<typeof fieldsOf>): FormValues {
  return {
    input: startingValues(fields.input, form.prefill.input),
    record: startingValues(fields.record, form.prefill.record),
    ...(form.asksMoment ? { occurredAt: typedMoment(form.now) } : {}),
    ...(form.delegation === undefined ? {} : { delegation: form.delegation }),
  };
}
