import type { CaseFilter, MarkNames, People } from '@zhaozhang/api/contract';
import { Button, Checkbox, DatePicker, Select } from 'antd';
import dayjs from 'dayjs';
import { type ReactNode, useId, useState } from 'react';
import { useLoaded } from '../http/use-loaded.ts';
import { kindChoices } from '../pages/kind-choices.ts';
import { filterTexts } from '../route/route.ts';
import { useSession } from '../session/session.ts';

interface FiltersProps {
  readonly filter: CaseFilter;
  readonly onChange: (filter: CaseFilter) => void;
}

/** How the list is narrowed beside words and stage; each change is a new list at once, with an address of its own. */
export function Filters({ filter, onChange }: FiltersProps): ReactNode {
  const { me } = useSession();
  const id = useId();
  const [open, setOpen] = useState(false);
  const people = useLoaded<People>('/api/people').value?.people ?? [];
  const marks = useLoaded<MarkNames>('/api/marks/names').value?.marks ?? [];
  const narrowed = ['enforcement', 'mark', 'handler', 'since', 'until', 'late', 'flawed', 'exempted'].filter(
    (part) => part in filterTexts(filter),
  );
  const handlers = [
    { value: '', label: '全部承办人' },
    ...(me.officer === undefined ? [] : [{ value: 'me', label: '本人承办' }]),
    ...people.map(({ id: value, name, unit }) => ({
      value,
      label: unit === '' ? name : `${name}（${unit}）`,
    })),
  ];

  function change(part: CaseFilter): void {
    const next = { ...filter, ...part };
    onChange(
      Object.fromEntries(Object.entries(next).filter(([, value]) => value !== undefined && value !== '')),
    );
  }

  return (
    <div className={open ? 'filters filters-open' : 'filters'}>
      <Button className="filters-fold" aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
        筛选{narrowed.length === 0 ? '' : `（${narrowed.length}）`}
      </Button>
      <div id={id} className="filters-all">
        <Select
          aria-label="执法的种类"
          value={filter.enforcement ?? ''}
          options={[...kindChoices]}
          popupMatchSelectWidth={false}
          onChange={(enforcement) => change({ enforcement })}
        />
        {marks.length === 0 ? null : (
          <Select
            aria-label="单列"
            value={filter.mark ?? ''}
            options={[
              { value: '', label: '不分单列' },
              ...marks.map(({ mark, label }) => ({ value: mark, label })),
            ]}
            popupMatchSelectWidth={false}
            onChange={(mark) => change({ mark })}
          />
        )}
        <Select
          aria-label="承办人"
          value={filter.handler ?? ''}
          options={handlers}
          showSearch={{ optionFilterProp: 'label' }}
          popupMatchSelectWidth={false}
          onChange={(handler) => change({ handler })}
        />
        <OpenedOn label="开案自" value={filter.since} onChange={(since) => change({ since })} />
        <OpenedOn label="开案至" value={filter.until} onChange={(until) => change({ until })} />
        <Checkbox
          checked={filter.late === '1'}
          onChange={(event) => change({ late: event.target.checked ? '1' : undefined })}
        >
          有逾期
        </Checkbox>
        <Checkbox
          checked={filter.flawed === '1'}
          onChange={(event) => change({ flawed: event.target.checked ? '1' : undefined })}
        >
          有瑕疵
        </Checkbox>
        <Checkbox
          checked={filter.exempted === '1'}
          onChange={(event) => change({ exempted: event.target.checked ? '1' : undefined })}
        >
          免审
        </Checkbox>
        {narrowed.length === 0 ? null : (
          <Button
            type="text"
            onClick={() =>
              onChange({
                ...(filter.text === undefined ? {} : { text: filter.text }),
                ...(filter.stage === undefined ? {} : { stage: filter.stage }),
              })
            }
          >
            清除筛选
          </Button>
        )}
      </div>
    </div>
  );
}

interface OpenedOnProps {
  readonly label: string;
  readonly value: string | undefined;
  readonly onChange: (day: string | undefined) => void;
}

function OpenedOn({ label, value, onChange }: OpenedOnProps): ReactNode {
  return (
    <DatePicker
      className="filters-day"
      aria-label={label}
      placeholder={label}
      value={value === undefined ? null : dayjs(value)}
      format="YYYY-MM-DD"
      onChange={(picked) => onChange(picked?.isValid() === true ? picked.format('YYYY-MM-DD') : undefined)}
    />
  );
}
