import type { CalendarReading } from '@zhaozhang/api/contract';
import { Button, Input } from 'antd';
import type { ReactNode } from 'react';
import type { NoticeForm } from './notice-draft.ts';

type Faults = CalendarReading['faults'];

interface Props {
  readonly form: NoticeForm;
  readonly faults: Faults;
  readonly onChange: (form: NoticeForm) => void;
}

/** A notice copied line by line: which one it is, what is off, what is worked for it. */
export function NoticeFields({ form, faults, onChange }: Props): ReactNode {
  const { off, work } = form;
  const line = (name: 'year' | 'number' | 'title' | 'issued', label: string, hint?: string): ReactNode => (
    <Line
      {...{ id: `notice-${name}`, label, faults, hint }}
      field={name}
      value={form[name]}
      onChange={(text) => onChange({ ...form, [name]: text })}
    />
  );
  const inOff = (index: number, part: Partial<NoticeForm['off'][number]>): void =>
    onChange({ ...form, off: off.map((row, at) => (at === index ? { ...row, ...part } : row)) });
  return (
    <>
      {line('year', '年份')}
      {line('number', '文号', '如 国办发明电〔2025〕7号')}
      {line('title', '标题')}
      {line('issued', '成文日期', '如 2025 年 11 月 4 日')}
      <fieldset className="field">
        <legend>放假</legend>
        <p className="small second">照通知逐条填写首日和末日，只放一日的两处相同；法定节假日由系统认出。</p>
        <Told faults={faults.filter((one) => one.field === 'off')} id="notice-off-fault" />
        <div className="rows">
          {off.map((row, index) => (
            <fieldset key={placeOf('off', index)} className="row notice-row" aria-label={`放假 ${index + 1}`}>
              <Line
                {...{ id: `off-${index}-name`, label: '节日', faults, field: `off.${index}.name` }}
                value={row.name}
                onChange={(name) => inOff(index, { name })}
              />
              <Line
                {...{ id: `off-${index}-first`, label: '首日', faults, field: `off.${index}.first` }}
                value={row.first}
                onChange={(first) => inOff(index, { first })}
              />
              <Line
                {...{ id: `off-${index}-last`, label: '末日', faults, field: `off.${index}.last` }}
                value={row.last}
                onChange={(last) => inOff(index, { last })}
              />
              <Button
                aria-label={`删除放假 ${index + 1}`}
                onClick={() => onChange({ ...form, off: off.filter((_, at) => at !== index) })}
              >
                删除
              </Button>
            </fieldset>
          ))}
          <Button onClick={() => onChange({ ...form, off: [...off, { name: '', first: '', last: '' }] })}>
            添加放假
          </Button>
        </div>
      </fieldset>
      <fieldset className="field">
        <legend>调休上班</legend>
        <p className="small second">上班的周六、周日，一行一日；没有的删去。</p>
        <Told faults={faults.filter((one) => one.field === 'work')} id="notice-work-fault" />
        <div className="rows">
          {work.map((row, index) => (
            <fieldset
              key={placeOf('work', index)}
              className="row notice-row"
              aria-label={`调休上班 ${index + 1}`}
            >
              <Line
                {...{ id: `work-${index}`, label: '上班日', faults, field: `work.${index}.day` }}
                value={row.day}
                onChange={(day) =>
                  onChange({ ...form, work: work.map((one, at) => (at === index ? { day } : one)) })
                }
              />
              <Button
                aria-label={`删除调休上班 ${index + 1}`}
                onClick={() => onChange({ ...form, work: work.filter((_, at) => at !== index) })}
              >
                删除
              </Button>
            </fieldset>
          ))}
          <Button onClick={() => onChange({ ...form, work: [...work, { day: '' }] })}>添加上班日</Button>
        </div>
      </fieldset>
    </>
  );
}

/** Rows have nothing of their own to be told apart by: what is typed stands at its place. */
function placeOf(list: string, index: number): string {
  return `${list} ${index}`;
}

interface LineProps {
  readonly id: string;
  readonly label: string;
  readonly field: string;
  readonly faults: Faults;
  readonly hint?: string | undefined;
  readonly value: string;
  readonly onChange: (text: string) => void;
}

function Line({ id, label, field, faults, hint, value, onChange }: LineProps): ReactNode {
  const mine = faults.filter((one) => one.field === field);
  const wrong = mine.length > 0;
  return (
    <div className={`field${wrong ? ' field-wrong' : ''}`}>
      <label htmlFor={id}>{label}</label>
      <div className="field-control">
        <Input
          {...{ id, value }}
          autoComplete="off"
          maxLength={120}
          {...(hint === undefined ? {} : { placeholder: hint })}
          {...(wrong
            ? { status: 'error' as const, 'aria-invalid': true, 'aria-describedby': `${id}-fault` }
            : {})}
          onChange={(event) => onChange(event.target.value)}
        />
      </div>
      <Told faults={mine} id={`${id}-fault`} />
    </div>
  );
}

function Told({ faults, id }: { readonly faults: Faults; readonly id: string }): ReactNode {
  if (faults.length === 0) return null;
  return (
    <p id={id} className="field-error">
      {faults.map((one) => one.says).join('；')}
    </p>
  );
}
