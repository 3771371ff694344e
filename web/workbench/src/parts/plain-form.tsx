import { Button, Input } from 'antd';
import { type FormEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import type { Failure } from '../http/request.ts';
import { wordsOf } from './failed.tsx';

export interface PlainField {
  /** As the server calls it when something is wrong with it. */
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly secret?: boolean;
  readonly autoComplete?: string;
  readonly numeric?: boolean;
  readonly optional?: boolean;
  readonly longest?: number;
}

type Typed = Readonly<Record<string, string>>;

interface PlainFormProps {
  readonly fields: readonly PlainField[];
  readonly submit: string;
  /** What went wrong, or nothing when it is done. */
  readonly onSubmit: (typed: Typed) => Promise<Failure | undefined>;
  /** Known here already, before anything is sent. */
  readonly check?: (typed: Typed) => Fault | undefined;
  readonly onCancel?: () => void;
  /** It has taken the place of what had the focus. */
  readonly takesFocus?: boolean;
  /** Further controls between the fields and the button. */
  readonly children?: ReactNode;
}

export interface Fault {
  readonly field?: string | undefined;
  readonly title: string;
  readonly detail: string;
}

/** A few lines of text to fill in: what is wrong stands above and at its field, which takes the focus; nothing is lost. */
export function PlainForm({
  fields,
  submit,
  onSubmit,
  check,
  onCancel,
  takesFocus = false,
  children,
}: PlainFormProps): ReactNode {
  const id = useId();
  const [typed, setTyped] = useState<Typed>(() => Object.fromEntries(fields.map(({ name }) => [name, ''])));
  const [fault, setFault] = useState<Fault>();
  const [busy, setBusy] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const said = useRef<HTMLDivElement>(null);
  const wrong = fields.find(({ name }) => name === fault?.field);

  useEffect(() => {
    if (takesFocus) form.current?.querySelector('input')?.focus();
  }, [takesFocus]);
  useEffect(() => {
    if (fault === undefined) return;
    const field = form.current?.querySelector<HTMLInputElement>('input[aria-invalid="true"]');
    (field ?? said.current)?.focus();
  }, [fault]);

  async function send(event: FormEvent): Promise<void> {
    event.preventDefault();
    const known = check?.(typed);
    setFault(known);
    if (known !== undefined) return;
    setBusy(true);
    const failure = await onSubmit(typed);
    setBusy(false);
    if (failure !== undefined) setFault(faultOf(failure));
  }

  return (
    <form ref={form} className="plain-form" onSubmit={send}>
      {fault === undefined ? null : (
        <div ref={said} className="notice notice-danger" role="alert" tabIndex={-1}>
          <strong>
            {wrong === undefined || fault.title.startsWith(wrong.label)
              ? fault.title
              : `${wrong.label}：${fault.title}`}
          </strong>
          <p>{fault.detail}</p>
        </div>
      )}
      {fields.map((field) => {
        const hint = field.hint === undefined ? undefined : `${id}-${field.name}-hint`;
        return (
          <div key={field.name} className={field === wrong ? 'field field-wrong' : 'field'}>
            <label htmlFor={`${id}-${field.name}`}>
              {field.label}
              {field.optional === true ? <span className="small second"> 选填</span> : null}
            </label>
            {hint === undefined ? null : (
              <p id={hint} className="small second">
                {field.hint}
              </p>
            )}
            <div className="field-control">
              <Input
                id={`${id}-${field.name}`}
                name={field.name}
                type={field.secret === true ? 'password' : 'text'}
                {...(field.numeric === true ? { inputMode: 'numeric' as const } : {})}
                autoComplete={field.autoComplete ?? 'off'}
                required={field.optional !== true}
                maxLength={field.longest ?? 200}
                value={typed[field.name] ?? ''}
                aria-invalid={field === wrong}
                aria-describedby={hint}
                onChange={(event) => setTyped((before) => ({ ...before, [field.name]: event.target.value }))}
              />
            </div>
          </div>
        );
      })}
      {children}
      <div className="plain-form-actions">
        <Button type="primary" htmlType="submit" loading={busy}>
          {submit}
        </Button>
        {onCancel === undefined ? null : <Button onClick={onCancel}>取消</Button>}
      </div>
    </form>
  );
}

function faultOf(failure: Failure): Fault {
  const field = failure.kind === 'problem' ? failure.problem.field : undefined;
  return { field, ...wordsOf(failure) };
}
