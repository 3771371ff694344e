import type { LawBindingView } from '@zhaozhang/api/contract';
import { fullDayText } from '@zhaozhang/kit';
import { type ReactNode, useState } from 'react';
import { useLoaded } from '../http/use-loaded.ts';
import { Failed } from '../parts/failed.tsx';
import { Loading } from '../parts/loading.tsx';
import { useTitle } from '../parts/use-title.ts';
import { BindingForm } from './binding-form.tsx';
import { BindingProposal } from './binding-proposal.tsx';
import { LawTabs } from './law-tabs.tsx';
import { Recomputed } from './recomputed.tsx';

/** 启用: which packs bind since when, what is proposed, and the form in which the next are tried. */
export function BindingPage(): ReactNode {
  useTitle('启用规则包');
  const { value, failure, reload } = useLoaded<LawBindingView>('/api/law/binding');
  // The form begins anew when something has been done with it.
  const [round, setRound] = useState(0);
  const done = (): void => {
    setRound((before) => before + 1);
    reload();
  };
  return (
    <>
      <div className="page-head">
        <h1>启用规则包</h1>
      </div>
      <LawTabs at="law-binding" />
      {body()}
    </>
  );

  function body(): ReactNode {
    if (failure !== undefined) return <Failed failure={failure} retry={reload} />;
    if (value === undefined) return <Loading what="启用的规则包" />;
    return (
      <div className="binding">
        {value.proposals.map((one) => (
          <BindingProposal key={one.id} proposal={one} view={value} done={done} />
        ))}
        <Recomputed path="/api/law/recomputation" quiet key={`recomputed ${round}`} />
        <Bindings view={value} />
        {value.mayPropose ? (
          <BindingForm key={round} view={value} done={done} />
        ) : (
          <section className="notice">
            <h2>试算和提出由{value.keepers}办理</h2>
            <p>需要启用或者停用规定的，请他们试算之后提出。</p>
          </section>
        )}
      </div>
    );
  }
}

const standings = { present: '现在适用', 'to-come': '尚未到起日', past: '已被后来的启用代替' } as const;

function Bindings({ view }: { readonly view: LawBindingView }): ReactNode {
  return (
    <section className="panel" aria-labelledby="bindings">
      <h2 id="bindings">启用过的</h2>
      {view.bindings.length === 0 ? (
        <p className="second">本机关还没有启用规则包。</p>
      ) : (
        <ul className="binding-turns">
          {view.bindings.map((one) => (
            <li key={one.from}>
              <p>
                自 {fullDayText(one.from)} 起
                <span className={`chip ${one.standing === 'present' ? 'chip-good' : 'chip-plain'}`}>
                  {standings[one.standing]}
                </span>
              </p>
              <p className="small second">{one.packs.map(({ title }) => title).join('、')}</p>
              {one.modules.length === 0 ? null : (
                <p className="small">只启用：{one.modules.join('、')}；其余的规则缺失，没有启用。</p>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
