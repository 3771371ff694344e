import { DatePicker, Input, Select } from 'antd';
import dayjs from 'dayjs';
import type { ReactNode } from 'react';
import type { ControlProps } from './control.ts';

/** Controls that are one element, tied to their label by its id. */

export function TextControl({ field, id, describedBy, invalid, value, onChange }: ControlProps): ReactNode {
  const text = typeof value === 'string' ? value : '';
  const common = {
    id,
    value: text,
    'aria-describedby': describedBy,
    'aria-invalid': invalid,
    ...(invalid ? { status: 'error' as const } : {}),
  };
  if (field.kind === 'longtext')
    return (
      <Input.TextArea
        {...common}
        autoSize={{ minRows: 3, maxRows: 24 }}
        onChange={(event) => onChange(event.target.value)}
      />
    );
  const numeric = field.kind === 'int' ? 'numeric' : field.kind === 'money' ? 'decimal' : undefined;
  return (
    <Input
      {...common}
      autoComplete="off"
      className={numeric === undefined ? '' : 'short'}
      {...(numeric === undefined ? {} : { inputMode: numeric })}
      {...(field.kind === 'money' ? { suffix: '元' } : {})}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}

const DAY = 'YYYY-MM-DD';
const MOMENT = 'YYYY-MM-DD HH:mm';

export function DateControl({ field, id, describedBy, invalid, value, onChange }: ControlProps): ReactNode {
  const moment = field.kind === 'moment';
  const held = typeof value === 'string' && value !== '' ? dayjs(value) : null;
  return (
    <DatePicker
      id={id}
      className="short"
      value={held?.isValid() === true ? held : null}
      format={moment ? MOMENT : DAY}
      showTime={moment ? { format: 'HH:mm' } : false}
      needConfirm={false}
      placeholder={moment ? '如 2026-03-12 09:10' : '如 2026-03-12'}
      aria-describedby={describedBy}
      aria-invalid={invalid}
      {...(invalid ? { status: 'error' as const } : {})}
      onChange={(picked) =>
        onChange(picked?.isValid() === true ? picked.format(moment ? 'YYYY-MM-DDTHH:mm' : DAY) : undefined)
      }
    />
  );
}

export function SelectControl({ field, id, describedBy, invalid, value, onChange }: ControlProps): ReactNode {
  const many = field.kind === 'refs';
  const chosen = many
    ? Array.isArray(value)
      ? [...(value as readonly string[])]
      : []
    : typeof value === 'string'
      ? value
      : undefined;
  return (
    <Select
      id={id}
      className="wide"
      value={chosen ?? null}
      {...(many ? { mode: 'multiple' as const } : {})}
      allowClear={field.optional}
      showSearch={{ optionFilterProp: 'label' }}
      placeholder="请选择"
      notFoundContent="没有可以选择的项"
      options={field.options.map((one) => ({
        value: one.value,
        label: one.note === undefined ? one.label : `${one.label}（${one.note}）`,
      }))}
      aria-describedby={describedBy}
      aria-invalid={invalid}
      {...(invalid ? { status: 'error' as const } : {})}
      onChange={(picked: string | string[] | null | undefined) => onChange(picked ?? undefined)}
    />
  );
}
