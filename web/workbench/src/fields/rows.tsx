import { Button, Input } from 'antd';
import { type ReactNode, useId, useState } from 'react';
import type { ControlProps, DrawField } from './control.ts';
import { emptyRow } from './from-wire.ts';
import { canPaste, pastedRows } from './pasted-rows.ts';
import { shownIn } from './to-wire.ts';
import type { Typed, TypedMap } from './typed.ts';

interface RowsProps extends ControlProps {
  readonly path: string;
  /** Draws a field inside a row: rows hold any field, and fields may hold rows. */
  readonly draw: DrawField;
}

/** Rows of fields, such as parties or sanctions: each a group of its own with a number. */
export function RowsControl({ field, path, value, onChange, draw }: RowsProps): ReactNode {
  const rows = Array.isArray(value) ? (value as readonly TypedMap[]) : [];
  const change = (index: number, name: string, to: Typed | undefined): void =>
    onChange(rows.map((row, at) => (at === index ? withValue(row, name, to) : row)));

  return (
    <div className="rows">
      {rows.map((row, index) => {
        const name = `${field.label} ${index + 1}`;
        return (
          // rows without an id of their own are told apart by place
          <fieldset key={typeof row['id'] === 'string' ? row['id'] : index} className="row" aria-label={name}>
            <div className="row-head">
              <span className="row-name">{name}</span>
              <Button
                size="small"
                aria-label={`删除${name}`}
                onClick={() => onChange(rows.filter((_, at) => at !== index))}
              >
                删除
              </Button>
            </div>
            {shownIn(field.parts, row).map((part) => {
              if (part.kind === 'local-id') return null;
              if (part.kind !== 'record')
                return draw({
                  ...{ field: part, path: `${path}.${index}.${part.name}`, value: row[part.name] },
                  onChange: (to) => change(index, part.name, to),
                });
              const record = (row[part.name] ?? {}) as TypedMap;
              return shownIn(part.parts, row).map((own) =>
                draw({
                  ...{
                    field: own,
                    path: `${path}.${index}.${part.name}.${own.name}`,
                    value: record[own.name],
                  },
                  onChange: (to) => change(index, part.name, withValue(record, own.name, to)),
                }),
              );
            })}
          </fieldset>
        );
      })}
      <div className="rows-more">
        <Button onClick={() => onChange([...rows, emptyRow(field.parts)])}>添加{field.label}</Button>
        {canPaste(field.parts) ? (
          <Paste field={field} onRows={(more) => onChange([...rows.filter(isFilled), ...more])} />
        ) : null}
      </div>
    </div>
  );
}

/** A list of hundreds is pasted, not typed line by line. */
function Paste({
  field,
  onRows,
}: Pick<RowsProps, 'field'> & { readonly onRows: (rows: readonly TypedMap[]) => void }): ReactNode {
  const id = useId();
  const [text, setText] = useState<string>();
  if (text === undefined) return <Button onClick={() => setText('')}>粘贴{field.label}</Button>;
  const rows = pastedRows(text, field.parts);
  const columns = field.parts.filter(({ kind }) => kind !== 'local-id').map(({ label }) => label);
  return (
    <div className="rows-paste">
      <label htmlFor={id}>每行一项{columns.length > 1 ? `，依次是${columns.join('、')}` : ''}</label>
      <Input.TextArea id={id} rows={6} value={text} onChange={(event) => setText(event.target.value)} />
      <div className="rows-more">
        <Button
          disabled={rows.length === 0}
          onClick={() => {
            onRows(rows);
            setText(undefined);
          }}
        >
          {rows.length === 0 ? '加入' : `加入 ${rows.length} 项`}
        </Button>
        <Button onClick={() => setText(undefined)}>取消</Button>
      </div>
    </div>
  );
}

/** A row nobody has written in gives way to what is pasted. */
function isFilled(row: TypedMap): boolean {
  return Object.entries(row).some(([name, value]) => name !== 'id' && value !== undefined && value !== '');
}

/** The map with one value changed, or taken out. */
export function withValue(map: TypedMap, name: string, to: Typed | undefined): TypedMap {
  if (to !== undefined) return { ...map, [name]: to };
  return Object.fromEntries(Object.entries(map).filter(([other]) => other !== name));
}
