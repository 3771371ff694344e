import type { OwnLawView } from '@zhaozhang/api/contract';
import { Button, Input, InputNumber, Radio, Select } from 'antd';
import { type ReactNode, useState } from 'react';
import { Line, OnDay, Reasons } from './labelled.tsx';
import { Refused } from './refused.tsx';
import { useAgencyAct } from './use-agency-act.ts';

type Settable = OwnLawView['settable'][number];
type Value = number | string | boolean | string[];

/** Sets a parameter from a day on; which way it may go is told as soon as it is chosen. */
export function OwnValueForm({
  view,
  done,
}: {
  readonly view: OwnLawView;
  readonly done: () => void;
}): ReactNode {
  const [param, setParam] = useState<string>();
  const [value, setValue] = useState<Value>();
  const [from, setFrom] = useState(view.today);
  const [approvedBy, setApprovedBy] = useState('');
  const [approvedOn, setApprovedOn] = useState(view.today);
  const [paper, setPaper] = useState('');
  const [reason, setReason] = useState('');
  const [confirmedIn, setConfirmedIn] = useState('');
  const [confirmedOn, setConfirmedOn] = useState(view.today);
  const { busy, failure, send } = useAgencyAct();
  const chosen = view.settable.find((one) => one.param === param);

  async function adopt(): Promise<void> {
    const confirmation = { document: confirmedIn.trim(), on: confirmedOn };
    const input = {
      ...{ param, value, from, approvedBy: approvedBy.trim(), approvedOn, reason: reason.trim() },
      ...(paper.trim() === '' ? {} : { document: paper.trim() }),
      ...(confirmation.document === '' ? {} : { confirmation }),
    };
    if (await send('agency.adopt-parameter', input)) done();
  }

  return (
    <section className="panel act-form" aria-labelledby="own-value-form">
      <h2 id="own-value-form">自定一项取值</h2>
      <p className="second">只能比上位规定更紧；自起日起适用，不管以前的案件。</p>
      {view.settable.length === 0 ? (
        <p className="second">现在适用的规则包没有可以自定的取值。</p>
      ) : (
        <div className="field">
          <label htmlFor="own-param">参数</label>
          <div className="field-control">
            <Select
              id="own-param"
              className="wide"
              placeholder="输入名称里的字查找"
              value={param ?? null}
              showSearch={{ optionFilterProp: 'label' }}
              options={view.settable.map((one) => ({ value: one.param, label: one.label }))}
              onChange={(picked: string) => {
                setParam(picked);
                setValue(view.settable.find((one) => one.param === picked)?.items);
              }}
            />
            {chosen === undefined ? null : (
              <p className="small second">
                现在：{chosen.value}。{chosen.rule}
                {chosen.cites.length === 0 ? '' : `（${chosen.cites.join('、')}）`}
              </p>
            )}
          </div>
        </div>
      )}
      {chosen === undefined ? null : (
        <>
          <div className="field">
            <label htmlFor="own-value">取值{chosen.unit === undefined ? '' : `（${chosen.unit}）`}</label>
            <div className="field-control">
              <ValueControl of={chosen} value={value} onChange={setValue} />
            </div>
          </div>
          <OnDay id="own-from" label="自哪一日起" value={from} onChange={setFrom} />
          <Line id="own-approved-by" label="批准人" value={approvedBy} onChange={setApprovedBy} />
          <OnDay id="own-approved-on" label="批准之日" value={approvedOn} onChange={setApprovedOn} />
          <Line id="own-paper" label="文号（有的填写）" value={paper} onChange={setPaper} />
          {chosen.confirmedBy === undefined ? null : (
            <>
              <Line
                id="own-confirmed-in"
                label={`${chosen.confirmedBy}确认的文号（与其不一致的填写）`}
                value={confirmedIn}
                onChange={setConfirmedIn}
              />
              {confirmedIn.trim() === '' ? null : (
                <OnDay id="own-confirmed-on" label="确认之日" value={confirmedOn} onChange={setConfirmedOn} />
              )}
            </>
          )}
          <Reasons id="own-reason" label="理由" value={reason} onChange={setReason} />
        </>
      )}
      <Refused failure={failure} />
      <div className="actions">
        <Button
          type="primary"
          loading={busy}
          disabled={chosen === undefined || value === undefined}
          onClick={() => void adopt()}
        >
          登记取值
        </Button>
      </div>
    </section>
  );
}

/** A control for the type the parameter has; of a list, those known by name are chosen and others may be added. */
function ValueControl({
  of,
  value,
  onChange,
}: {
  readonly of: Settable;
  readonly value: Value | undefined;
  readonly onChange: (value: Value | undefined) => void;
}): ReactNode {
  if (of.type === 'int')
    return (
      <InputNumber
        id="own-value"
        min={0}
        precision={0}
        value={typeof value === 'number' ? value : null}
        onChange={(entered) => onChange(entered ?? undefined)}
      />
    );
  if (of.type === 'bool')
    return (
      <Radio.Group
        id="own-value"
        value={value}
        options={[
          { value: true, label: '是' },
          { value: false, label: '否' },
        ]}
        onChange={(event) => onChange(event.target.value as boolean)}
      />
    );
  if (of.type === 'list')
    return (
      <Select
        id="own-value"
        className="wide"
        mode={of.choices === undefined ? 'tags' : 'multiple'}
        value={Array.isArray(value) ? value : []}
        {...(of.choices === undefined ? {} : { options: of.choices })}
        showSearch={{ optionFilterProp: 'label' }}
        onChange={(picked: string[]) => onChange(picked)}
      />
    );
  return (
    <Input
      id="own-value"
      maxLength={200}
      value={typeof value === 'string' ? value : ''}
      onChange={(event) => onChange(event.target.value === '' ? undefined : event.target.value)}
    />
  );
}
