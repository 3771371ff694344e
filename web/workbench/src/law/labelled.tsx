import { DatePicker, Input } from 'antd';
import dayjs from 'dayjs';
import type { ReactNode } from 'react';

const DAY = 'YYYY-MM-DD';

interface LabelledProps {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** A line of text under its label, in the forms of the law that no act generates. */
export function Line({ longest = 100, ...told }: LabelledProps & { readonly longest?: number }): ReactNode {
  const { id, label, value, onChange } = told;
  return (
    <Labelled id={id} label={label}>
      <Input id={id} value={value} maxLength={longest} onChange={(event) => onChange(event.target.value)} />
    </Labelled>
  );
}

/** Reasons, in as many lines as they take. */
export function Reasons({ id, label, value, onChange }: LabelledProps): ReactNode {
  return (
    <Labelled id={id} label={label}>
      <Input.TextArea
        id={id}
        value={value}
        maxLength={500}
        autoSize={{ minRows: 2, maxRows: 6 }}
        onChange={(event) => onChange(event.target.value)}
      />
    </Labelled>
  );
}

/** A day that is always one: what cannot be read changes nothing. */
export function OnDay({ id, label, value, onChange }: LabelledProps): ReactNode {
  return (
    <Labelled id={id} label={label}>
      <DatePicker
        id={id}
        className="short"
        allowClear={false}
        value={dayjs(value)}
        format={DAY}
        onChange={(picked) => {
          if (picked?.isValid() === true) onChange(picked.format(DAY));
        }}
      />
    </Labelled>
  );
}

function Labelled({
  id,
  label,
  children,
}: {
  readonly id: string;
  readonly label: string;
  readonly children: ReactNode;
}): ReactNode {
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <div className="field-control">{children}</div>
    </div>
  );
}
