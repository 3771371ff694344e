import type { LawBindingView } from '@zhaozhang/api/contract';
import { Button, Checkbox, Input } from 'antd';
import { type ReactNode, useState } from 'react';
import { Failed } from '../parts/failed.tsx';
import { OnDay } from './labelled.tsx';
import { Refused } from './refused.tsx';
import { Trial } from './trial.tsx';
import { useAgencyAct } from './use-agency-act.ts';
import { useTrial } from './use-trial.ts';

/** Chooses packs and a day, tries them, proposes them. What is chosen stays while it is tried. */
export function BindingForm({
  view,
  done,
}: {
  readonly view: LawBindingView;
  readonly done: () => void;
}): ReactNode {
  const [chosen, setChosen] = useState<readonly string[]>(() =>
    view.installed.filter(({ bound }) => bound).map(({ id }) => id),
  );
  const [from, setFrom] = useState(view.today);
  const [words, setWords] = useState('');
  const [modules, setModules] = useState<readonly string[]>(() => view.modules.map(({ value }) => value));
  const { trial, failure, begin, forget } = useTrial();
  const { busy, failure: refused, send } = useAgencyAct();
  const shown = view.installed.filter(({ title, issuer }) => `${issuer}${title}`.includes(words.trim()));

  const choose = (id: string, on: boolean): void => {
    setChosen((before) => (on ? [...before, id] : before.filter((one) => one !== id)));
    // What was tried is no longer what is chosen.
    forget();
  };

  async function propose(): Promise<void> {
    // All of them is what is meant where nothing is said.
    const only = modules.length === view.modules.length ? {} : { modules };
    if (await send('agency.propose-law', { packs: chosen, from, ...only })) done();
  }

  return (
    <section className="panel act-form" aria-labelledby="binding-form">
      <h2 id="binding-form">试算并提出</h2>
      <p className="second">
        先看会改变什么，再提出；
        {view.demonstration ? '正式使用时由另一人确认才启用。' : '由另一人确认之后才启用。'}
      </p>
      <OnDay
        id="binding-from"
        label="自哪一日起"
        value={from}
        onChange={(day) => {
          setFrom(day);
          forget();
        }}
      />
      <fieldset className="field binding-packs">
        <legend>规则包（已选 {chosen.length} 个）</legend>
        <Input
          aria-label="查找规则包"
          placeholder="机关或者名称里的字"
          value={words}
          maxLength={40}
          onChange={(event) => setWords(event.target.value)}
        />
        {shown.length === 0 ? <p className="second">没有这样的规则包。</p> : null}
        <ul>
          {shown.map((one) => (
            <li key={one.id}>
              <Checkbox
                checked={chosen.includes(one.id)}
                onChange={(event) => choose(one.id, event.target.checked)}
              >
                {one.title}
                <span className="second small">
                  {' '}
                  {one.issuer}
                  {one.bound ? '，现在适用' : ''}
                </span>
              </Checkbox>
              {one.carried.length === 0 || !chosen.includes(one.id) ? null : (
                <p className="small second binding-carried">一并适用：{one.carried.join('、')}</p>
              )}
            </li>
          ))}
        </ul>
      </fieldset>
      <fieldset className="field binding-modules">
        <legend>启用哪几项制度</legend>
        {view.modules.map(({ value, label }) => (
          <Checkbox
            key={value}
            checked={modules.includes(value)}
            onChange={(event) =>
              setModules((all) =>
                event.target.checked ? [...all, value] : all.filter((one) => one !== value),
              )
            }
          >
            {label}
          </Checkbox>
        ))}
        <p className="small second">规定里缺某一项制度的规则时，先启用其余的。</p>
      </fieldset>
      {failure === undefined ? null : <Failed failure={failure} retry={() => begin(chosen, from)} />}
      {trial === undefined ? null : <Trial trial={trial} />}
      <Refused failure={refused} />
      <div className="actions">
        {trial?.state === 'done' ? (
          <Button
            type="primary"
            loading={busy}
            disabled={modules.length === 0}
            onClick={() => void propose()}
          >
            提出启用
          </Button>
        ) : (
          <Button
            type="primary"
            loading={trial?.state === 'running'}
            disabled={chosen.length === 0 || modules.length === 0}
            onClick={() => begin(chosen, from)}
          >
            试算会改变什么
          </Button>
        )}
      </div>
    </section>
  );
}
