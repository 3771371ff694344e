import { memo, type ReactNode } from 'react';
import { Clauses } from '../parts/clauses.tsx';
import { useSession } from '../session/session.ts';
import { AttachmentsControl } from './attachments.tsx';
import { ChoicesControl } from './choices.tsx';
import type { ControlProps, DrawField } from './control.ts';
import { DateControl, SelectControl, TextControl } from './controls.tsx';
import type { Field } from './field.ts';
import { RowsControl } from './rows.tsx';
import type { Typed } from './typed.ts';

interface FieldViewProps {
  readonly field: Field;
  /** Where it stands in the act, such as `record.service.recipient`: refusals name it. */
  readonly path: string;
  readonly value: Typed | undefined;
  readonly messages: ReadonlyMap<string, string>;
  readonly onChange: (value: Typed | undefined) => void;
}

const FEW_CODES = 4;
const FEW_REFERENCES = 12;

/**
 * One field: label above, what the law says about it small below the label, the control, the message at it. Drawn again
 * only when something of its own has changed: a form has a hundred fields, and every key pressed in one of them would
 * draw all.
 */
export const FieldView = memo(
  OneField,
  (before, after) =>
    before.field === after.field &&
    before.path === after.path &&
    before.value === after.value &&
    before.onChange === after.onChange &&
    sameMessages(before, after),
);

/** Its own message, and those of what stands in its rows, which it draws. */
function sameMessages(before: FieldViewProps, after: FieldViewProps): boolean {
  const within = ({ messages, path }: FieldViewProps): string =>
    JSON.stringify([...messages].filter(([one]) => one === path || one.startsWith(`${path}.`)));
  return within(before) === within(after);
}

function OneField({ field, path, value, messages, onChange }: FieldViewProps): ReactNode {
  const id = idOfField(path);
  const message = messages.get(path);
  const noteId = `${id}-note`;
  const errorId = `${id}-error`;
  const hasNote = notes(field);
  const describedBy = [hasNote ? noteId : '', message === undefined ? '' : errorId]
    .filter((one) => one !== '')
    .join(' ');
  const control = {
    ...{ field, id, value, onChange, invalid: message !== undefined },
    describedBy: describedBy === '' ? undefined : describedBy,
  };
  const draw: DrawField = (part) => <FieldView key={part.path} {...part} messages={messages} />;
  const group = isGroup(field);
  const content = (
    <>
      {hasNote ? <Note field={field} id={noteId} /> : null}
      {message === undefined ? null : (
        <p id={errorId} className="field-error">
          {message}
        </p>
      )}
      <div className="field-control">
        {field.kind === 'rows' ? <RowsControl {...control} path={path} draw={draw} /> : controlOf(control)}
      </div>
    </>
  );
  const optional = field.optional ? (
    <span className="small second"> {field.conditional === true ? '视情况填写' : '选填'}</span>
  ) : null;
  if (group)
    return (
      <fieldset id={id} className={message === undefined ? 'field' : 'field field-wrong'} tabIndex={-1}>
        <legend>{field.label}</legend>
        {optional}
        {content}
      </fieldset>
    );
  return (
    <div className={message === undefined ? 'field' : 'field field-wrong'}>
      <label htmlFor={id}>{field.label}</label>
      {optional}
      {content}
    </div>
  );
}

/** The element a message at `path` leads to. */
export function idOfField(path: string): string {
  return `field-${path}`;
}

function controlOf(props: ControlProps): ReactNode {
  switch (props.field.kind) {
    case 'day':
    case 'moment':
      return <DateControl {...props} />;
    case 'bool':
      return <ChoicesControl {...props} />;
    case 'code':
    case 'ref':
    case 'refs':
      return isGroup(props.field) ? <ChoicesControl {...props} /> : <SelectControl {...props} />;
    case 'attachment':
    case 'attachments':
      return <AttachmentsControl {...props} />;
    default:
      return <TextControl {...props} />;
  }
}

/** Is the field a group of controls rather than one? Then its label is the legend of the group. */
function isGroup(field: Field): boolean {
  if (field.kind === 'bool' || field.kind === 'rows') return true;
  if (field.spelledOut === true && field.options.length > 0) return true;
  if (field.kind === 'code')
    return field.options.length > 0 && field.options.length <= FEW_CODES && !field.optional;
  if (field.kind === 'refs') return field.options.length > 0 && field.options.length <= FEW_REFERENCES;
  return false;
}

function notes(field: Field): boolean {
  return (
    field.hint !== undefined || field.secret || field.clauses.length > 0 || field.minLength !== undefined
  );
}

function Note({ field, id }: { readonly field: Field; readonly id: string }): ReactNode {
  const { drafts } = useSession();
  return (
    <p id={id} className="field-note small second">
      {field.hint === undefined ? null : <span>{field.hint} </span>}
      {field.minLength === undefined ? null : <span>不少于 {field.minLength} 字 </span>}
      {field.secret ? (
        <span className="secret">{drafts.safe ? '加密保存 ' : '加密保存，不留在本机草稿里 '}</span>
      ) : null}
      {field.clauses.length === 0 ? null : (
        <span>
          {field.borrowed === true ? '参照' : '依据'} <Clauses clauses={field.clauses} />
        </span>
      )}
    </p>
  );
}
