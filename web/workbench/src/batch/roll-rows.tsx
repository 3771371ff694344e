import { Button, Input, Select } from 'antd';
import { memo, type ReactNode, useState } from 'react';
import type { FieldOption } from '../fields/field.ts';
import { idOfField } from '../fields/field-view.tsx';
import type { TypedMap } from '../fields/typed.ts';
import { Refused } from '../parts/refusals.tsx';
import { caseIdOf, hrefOf } from '../route/route.ts';
import { isFailing, type Item } from './plan.ts';
import { columns, unverified } from './roll.ts';
import { standingOf } from './standing-words.ts';

interface RollRowProps {
  readonly item: Item;
  /** Its line in the table, from one. */
  readonly line: number;
  readonly faults: ReadonlyMap<string, string>;
  readonly kinds: readonly FieldOption[];
  readonly locked: boolean;
  readonly onCell: (id: string, path: string, text: string) => void;
  readonly onDrop: (id: string) => void;
}

/** One line of the table: as text while all is well with it, as fields while it is being mended. */
export const RollRow = memo(function RollRow(props: RollRowProps): ReactNode {
  const { item, line, faults, kinds, locked, onCell, onDrop } = props;
  const [opened, setOpened] = useState(false);
  const row = item.own ?? {};
  const fixed = item.standing === 'done' || item.standing === 'sent';
  // What was once found wrong stays open until it is left: no field vanishes under the hand that mends it.
  const editing = !fixed && (opened || faults.size > 0);
  const name = typeof row['lead.party-name'] === 'string' ? row['lead.party-name'] : '';
  const standing = standingOf(item, undefined);
  return (
    <li className={faults.size > 0 ? 'roll-row field-wrong' : 'roll-row'}>
      <div className="batch-line-head">
        <span className="second nowrap">第 {line} 行</span>
        {item.stream === undefined || item.standing !== 'done' ? (
          <span className="batch-line-title">{name}</span>
        ) : (
          <a
            data-item
            className="batch-line-title"
            href={hrefOf({ page: 'case', id: caseIdOf(item.stream) })}
          >
            {name}
          </a>
        )}
        {item.standing === 'waiting' && item.told === undefined ? null : (
          <span className={`chip ${standing.chip}`}>{standing.word}</span>
        )}
        {faults.size > 0 ? <span className="chip chip-danger">{faults.size} 处要改</span> : null}
        {row['lead.party-code'] === unverified ? <span className="chip chip-warn">代码待核</span> : null}
        {fixed ? null : (
          <span className="roll-deeds">
            {faults.size > 0 ? null : (
              <Button
                size="small"
                disabled={locked}
                aria-expanded={editing}
                aria-label={`${editing ? '收起' : '修改'}第 ${line} 行`}
                onClick={() => setOpened(!editing)}
              >
                {editing ? '收起' : '修改'}
              </Button>
            )}
            <Button
              size="small"
              disabled={locked}
              aria-label={`删去第 ${line} 行`}
              onClick={() => onDrop(item.id)}
            >
              删去
            </Button>
          </span>
        )}
      </div>
      {editing ? (
        <div className="roll-cells">
          {columns.map(({ path, label }) => (
            <Cell
              key={path}
              {...{ path, label, line, kinds, locked }}
              value={typeof row[path] === 'string' ? row[path] : ''}
              fault={faults.get(path)}
              onChange={(text) => {
                setOpened(true);
                onCell(item.id, path, text);
              }}
            />
          ))}
        </div>
      ) : (
        <p className="small second">{words(row, kinds)}</p>
      )}
      {isFailing(item) ? (
        <ul className="refusals">
          {(item.told?.refusals ?? []).length === 0 ? <li>{item.told?.title}</li> : null}
          {(item.told?.refusals ?? []).map((refusal) => (
            <li key={refusal.sentence}>
              <Refused refusal={refusal} />
            </li>
          ))}
        </ul>
      ) : null}
    </li>
  );
});

function words(row: TypedMap, kinds: readonly FieldOption[]): string {
  return columns
    .slice(1)
    .flatMap(({ path }) => {
      const value = row[path];
      if (typeof value !== 'string' || value === '') return [];
      return [
        path === 'lead.party-kind' ? (kinds.find((one) => one.value === value)?.label ?? value) : value,
      ];
    })
    .join(' · ');
}

interface CellProps {
  readonly path: string;
  readonly label: string;
  readonly line: number;
  readonly kinds: readonly FieldOption[];
  readonly locked: boolean;
  readonly value: string;
  readonly fault: string | undefined;
  readonly onChange: (text: string) => void;
}

function Cell({ path, label, line, kinds, locked, value, fault, onChange }: CellProps): ReactNode {
  const id = idOfField(`roll.${line}.${path}`);
  const common = {
    ...{ id, disabled: locked, 'aria-invalid': fault !== undefined },
    'aria-describedby': fault === undefined ? undefined : `${id}-error`,
    ...(fault === undefined ? {} : { status: 'error' as const }),
  };
  return (
    <div className="roll-cell">
      <label htmlFor={id}>{label}</label>
      {path === 'lead.party-kind' ? (
        <Select
          {...common}
          value={value === '' ? null : value}
          placeholder="同下面所选"
          allowClear
          options={kinds.map((kind) => ({ value: kind.value, label: kind.label }))}
          onChange={(picked: string | null | undefined) => onChange(picked ?? '')}
        />
      ) : (
        <Input
          {...common}
          value={value}
          maxLength={200}
          autoComplete="off"
          onChange={(event) => onChange(event.target.value)}
        />
      )}
      {fault === undefined ? null : (
        <p id={`${id}-error`} className="field-error">
          {fault}
        </p>
      )}
    </div>
  );
}
