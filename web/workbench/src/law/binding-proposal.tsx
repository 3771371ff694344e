import type { LawBindingView } from '@zhaozhang/api/contract';
import { fullDayText, momentText } from '@zhaozhang/kit';
import { Button, Checkbox, Select } from 'antd';
import { type ReactNode, useState } from 'react';
import { Failed } from '../parts/failed.tsx';
import { Reasons } from './labelled.tsx';
import { Refused } from './refused.tsx';
import { Trial } from './trial.tsx';
import { useAgencyAct } from './use-agency-act.ts';
import { useTrial } from './use-trial.ts';

type Proposal = LawBindingView['proposals'][number];

interface ProposalProps {
  readonly proposal: Proposal;
  readonly view: LawBindingView;
  readonly done: () => void;
}

/** What somebody proposes, for somebody else to confirm or to turn down. */
export function BindingProposal({ proposal, view, done }: ProposalProps): ReactNode {
  const { by, at, from, added, dropped, packs, trial: before, own, unfit, assumptions } = proposal;
  const { trial, failure, begin } = useTrial();
  const { busy, failure: refused, send } = useAgencyAct();
  const [agreed, setAgreed] = useState<readonly string[]>([]);
  const [witnesses, setWitnesses] = useState<readonly string[]>([]);
  const [declining, setDeclining] = useState(false);
  const [reason, setReason] = useState('');
  const ids = packs.map(({ id }) => id);
  const asked = view.demonstration ? [] : assumptions;
  const ready =
    asked.every(({ id }) => agreed.includes(id)) && (asked.length === 0 || witnesses.length === 2);

  async function confirm(): Promise<void> {
    const confirmed = asked.map(({ id }) => ({ item: id, by: witnesses }));
    const input = {
      packs: ids,
      from,
      ...(proposal.modules.length === 0 ? {} : { modules: proposal.modules }),
      proposal: proposal.id,
      ...(confirmed.length === 0 ? {} : { confirmed }),
    };
    if (await send('agency.bind-law', input)) done();
  }
  async function decline(): Promise<void> {
    if (await send('agency.withdraw-law-proposal', { proposal: proposal.id, reason: reason.trim() })) done();
  }

  return (
    <section className="panel act-form" aria-labelledby={`proposal-${proposal.id}`}>
      <h2 id={`proposal-${proposal.id}`}>待确认：自 {fullDayText(from)} 起</h2>
      <ul className="notice-facts">
        <li>
          {by}于 {momentText(at)} 提出。当时试算 {before.cases} 件在办案件：{before.changed} 件会变，
          {before.moved} 个日期变动。
        </li>
        {proposal.modules.length === 0 ? null : (
          <li>
            只启用：
            {view.modules
              .filter(({ value }) => proposal.modules.includes(value))
              .map(({ label }) => label)
              .join('、')}
          </li>
        )}
        {added.length === 0 ? null : <li>增加：{added.map(({ title }) => title).join('、')}</li>}
        {dropped.length === 0 ? null : <li>不再适用：{dropped.map(({ title }) => title).join('、')}</li>}
        {added.length + dropped.length === 0 ? <li>规则包与那一日适用的相同。</li> : null}
      </ul>
      {unfit.length === 0 ? null : (
        <section className="notice notice-warn">
          <h2>还不能启用</h2>
          <ul>
            {unfit.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
        </section>
      )}
      {failure === undefined ? null : <Failed failure={failure} retry={() => begin(ids, from)} />}
      {trial === undefined ? null : <Trial trial={trial} />}
      {own || !view.mayConfirm || asked.length === 0 ? null : assumptionsAsked()}
      <Refused failure={refused} />
      {declining ? (
        <Reasons id={`reason-${proposal.id}`} label="不启用的理由" value={reason} onChange={setReason} />
      ) : null}
      {own ? <p className="second">是您提出的，由另一人登录后确认。</p> : null}
      <div className="actions">
        {own || !view.mayConfirm || declining ? null : (
          <Button type="primary" loading={busy} disabled={!ready} onClick={() => void confirm()}>
            确认启用
          </Button>
        )}
        <Button loading={trial?.state === 'running'} onClick={() => begin(ids, from)}>
          重新试算
        </Button>
        {declining ? (
          <Button danger loading={busy} disabled={reason.trim().length < 4} onClick={() => void decline()}>
            {own ? '确定撤回' : '确定不启用'}
          </Button>
        ) : (
          <Button onClick={() => setDeclining(true)}>{own ? '撤回' : '不启用'}</Button>
        )}
      </div>
    </section>
  );

  function assumptionsAsked(): ReactNode {
    return (
      <fieldset className="field binding-packs">
        <legend>
          没有条款依据的取值和理解，两人对照原文逐项确认（{agreed.length}/{asked.length}）
        </legend>
        <Select
          mode="multiple"
          maxCount={2}
          aria-label="确认的两名人员"
          placeholder="确认的两名人员"
          className="wide"
          value={[...witnesses]}
          options={view.officers.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(picked: string[]) => setWitnesses(picked)}
        />
        <ul>
          {asked.map((one) => (
            <li key={one.id}>
              <Checkbox
                checked={agreed.includes(one.id)}
                onChange={(event) =>
                  setAgreed((all) =>
                    event.target.checked ? [...all, one.id] : all.filter((id) => id !== one.id),
                  )
                }
              >
                {one.label}
              </Checkbox>
              <p className="small second binding-carried">{one.reason}</p>
            </li>
          ))}
        </ul>
      </fieldset>
    );
  }
}
