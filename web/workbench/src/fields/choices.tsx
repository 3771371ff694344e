import { Checkbox, Radio } from 'antd';
import type { ReactNode } from 'react';
import type { ControlProps } from './control.ts';
import type { FieldOption } from './field.ts';

const yesNo: readonly FieldOption[] = [
  { value: 'yes', label: '是' },
  { value: 'no', label: '否' },
];

/** Few choices, all in sight. The group is named by the field's label. */
export function ChoicesControl({ field, id, value, onChange, describedBy }: ControlProps): ReactNode {
  if (field.kind === 'refs') {
    const chosen = Array.isArray(value) ? (value as readonly string[]) : [];
    return (
      <Checkbox.Group
        className={field.spelledOut === true ? 'choices choices-long' : 'choices'}
        value={[...chosen]}
        options={field.options.map((one) => ({ value: one.value, label: labelled(one) }))}
        onChange={(picked) =>
          onChange(field.options.map((one) => one.value).filter((one) => picked.includes(one)))
        }
      />
    );
  }
  const options = field.kind === 'bool' ? yesNo : field.options;
  const chosen = typeof value === 'boolean' ? (value ? 'yes' : 'no') : value;
  return (
    <Radio.Group
      className={field.spelledOut === true ? 'choices choices-long' : 'choices'}
      name={id}
      value={chosen ?? null}
      aria-describedby={describedBy}
      options={options.map((one) => ({ value: one.value, label: labelled(one) }))}
      onChange={(event) =>
        onChange(field.kind === 'bool' ? event.target.value === 'yes' : event.target.value)
      }
    />
  );
}

function labelled(one: FieldOption): ReactNode {
  if (one.note === undefined) return one.label;
  return (
    <>
      {one.label} <span className="small second">{one.note}</span>
    </>
  );
}
