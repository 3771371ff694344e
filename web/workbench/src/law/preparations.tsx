import type { OwnLawView } from '@zhaozhang/api/contract';
import { Button, Select } from 'antd';
import { type ReactNode, useState } from 'react';
import { Line, OnDay } from './labelled.tsx';
import { Refused } from './refused.tsx';
import { useAgencyAct } from './use-agency-act.ts';

type Group = OwnLawView['preparations'][number];

/** What packs want ready before they bind: what is there, what is lacking, and the form that enters it. */
export function Preparations({
  view,
  done,
}: {
  readonly view: OwnLawView;
  readonly done: () => void;
}): ReactNode {
  const [open, setOpen] = useState<string>();
  return (
    <section className="panel" aria-labelledby="preparations">
      <h2 id="preparations">启用准备</h2>
      <p className="second">有的规定要求这些备妥才能启用；登记由{view.preparers}办理。</p>
      {view.preparations.length === 0 ? <p className="second">现在适用的规则包没有要准备的事项。</p> : null}
      {view.preparations.map((group) => (
        <section key={group.kind} className="preparation-group" aria-label={group.label}>
          <h3>
            {group.label}
            <span className={`chip ${group.lacking === 0 ? 'chip-good' : 'chip-warn'}`}>
              {group.lacking === 0 ? '齐全' : `欠缺 ${group.lacking} 项`}
            </span>
          </h3>
          <ul className="binding-turns">
            {group.items.map((one) => (
              <li key={one.item}>
                <div className="preparation-row">
                  <span>{one.label}</span>
                  {one.ready ? (
                    <span className="second">{one.says}</span>
                  ) : (
                    <span>
                      <span className="chip chip-warn">{one.says}</span>
                    </span>
                  )}
                  {view.mayPrepare && open !== one.item ? (
                    <Button
                      aria-label={`${one.ready ? '变更' : '登记'}${one.label}`}
                      onClick={() => setOpen(one.item)}
                    >
                      {one.ready ? '变更' : '登记'}
                    </Button>
                  ) : null}
                </div>
                {open === one.item ? (
                  <PreparationForm
                    kind={group.kind}
                    {...{ item: one.item, label: one.label, view }}
                    close={() => setOpen(undefined)}
                    done={() => {
                      setOpen(undefined);
                      done();
                    }}
                  />
                ) : null}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </section>
  );
}

function PreparationForm({
  kind,
  item,
  label,
  view,
  close,
  done,
}: {
  readonly kind: Group['kind'];
  readonly item: string;
  readonly label: string;
  readonly view: OwnLawView;
  readonly close: () => void;
  readonly done: () => void;
}): ReactNode {
  const [texts, setTexts] = useState<Readonly<Record<string, string>>>({});
  const [post, setPost] = useState<string>();
  const [from, setFrom] = useState(view.today);
  const { busy, failure, send } = useAgencyAct();
  const id = item.replace('/', '-');

  async function register(): Promise<void> {
    const written = Object.fromEntries(
      Object.entries(texts)
        .map(([name, text]) => [name, text.trim()] as const)
        .filter(([, text]) => text !== ''),
    );
    const input = { item, from, ...written, ...(post === undefined ? {} : { post }) };
    if (await send('agency.register-preparation', input)) done();
  }

  function line(name: string, title: string): ReactNode {
    return (
      <Line
        id={`${id}-${name}`}
        label={title}
        longest={200}
        value={texts[name] ?? ''}
        onChange={(text) => setTexts((all) => ({ ...all, [name]: text }))}
      />
    );
  }

  return (
    <section className="act-form" aria-label={`登记${label}`}>
      {kind === 'step' ? (
        <div className="field">
          <label htmlFor={`${id}-post`}>责任岗位</label>
          <div className="field-control">
            <Select
              id={`${id}-post`}
              className="wide"
              placeholder={
                view.posts.length === 0 ? '还没有登记岗位，先在机关事务登记' : '从登记的岗位中选择'
              }
              value={post ?? null}
              options={view.posts}
              onChange={(picked: string) => setPost(picked)}
            />
          </div>
        </div>
      ) : null}
      {kind === 'policy' ? line('document', '制度的文号') : null}
      {kind === 'policy' ? line('scope', '适用范围') : null}
      {kind === 'chart' ? line('document', '流程图的名称或者文号') : null}
      {kind === 'chart' ? line('inapplicable', '没有这类职权的，写明不适用的理由') : null}
      <OnDay id={`${id}-from`} label="自哪一日起" value={from} onChange={setFrom} />
      <Refused failure={failure} />
      <div className="actions">
        <Button type="primary" loading={busy} onClick={() => void register()}>
          登记
        </Button>
        <Button onClick={close}>取消</Button>
      </div>
    </section>
  );
}
