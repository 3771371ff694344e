import type { Marks, OwnLawView } from '@zhaozhang/api/contract';
import { type ReactNode, useState } from 'react';
import { useLoaded } from '../http/use-loaded.ts';
import { Failed } from '../parts/failed.tsx';
import { Loading } from '../parts/loading.tsx';
import { useTitle } from '../parts/use-title.ts';
import { hrefOf } from '../route/route.ts';
import { LawTabs } from './law-tabs.tsx';
import { OwnValueForm } from './own-value-form.tsx';
import { OwnValues } from './own-values.tsx';
import { Preparations } from './preparations.tsx';

/** 自定: values the agency sets itself, what it readies before packs bind, and what is counted apart. */
export function OwnLawPage(): ReactNode {
  useTitle('自定取值和启用准备');
  const { value, failure, reload } = useLoaded<OwnLawView>('/api/law/own');
  // The form begins anew when something has been entered with it.
  const [round, setRound] = useState(0);
  const done = (): void => {
    setRound((before) => before + 1);
    reload();
  };
  return (
    <>
      <div className="page-head">
        <h1>自定取值和启用准备</h1>
        {value === undefined ? null : <span className="second">{value.agency}</span>}
      </div>
      <LawTabs at="law-own" />
      {body()}
    </>
  );

  function body(): ReactNode {
    if (failure !== undefined) return <Failed failure={failure} retry={reload} />;
    if (value === undefined) return <Loading what="自定的取值" />;
    return (
      <div className="binding">
        <OwnValues values={value.values} />
        {value.mayAdopt ? (
          <OwnValueForm key={round} view={value} done={done} />
        ) : (
          <section className="notice">
            <h2>自定取值由{value.adopters}办理</h2>
            <p>认为需要另定的，请他们报批准之后登记。</p>
          </section>
        )}
        <Preparations view={value} done={done} />
        <CountedApart />
      </div>
    );
  }
}

/** How many files each kind counted apart has, with the way to them. */
function CountedApart(): ReactNode {
  const { value, failure, reload } = useLoaded<Marks>('/api/marks');
  return (
    <section className="panel" aria-labelledby="counted-apart">
      <h2 id="counted-apart">单列的案件</h2>
      {failure !== undefined ? <Failed failure={failure} retry={reload} /> : null}
      {value === undefined && failure === undefined ? <Loading what="单列的案件" /> : null}
      {value?.marks.length === 0 ? (
        <p className="second">现在适用的规则包没有要求单列的案件。</p>
      ) : (
        <ul className="binding-turns">
          {value?.marks.map(({ mark, label, count, more }) => (
            <li key={mark}>
              <a href={hrefOf({ page: 'cases', mark })}>
                {label}案件 {count} 件{more ? '以上' : ''}
              </a>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
