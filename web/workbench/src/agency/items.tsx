import type { ItemsView } from '@zhaozhang/api/contract';
import { fullDayText } from '@zhaozhang/kit';
import type { ReactNode } from 'react';
import { useLoaded } from '../http/use-loaded.ts';
import { Failed } from '../parts/failed.tsx';
import { Loading } from '../parts/loading.tsx';
import { useTitle } from '../parts/use-title.ts';
import { hrefOf } from '../route/route.ts';
import { Bases, Benchmarks, Posts } from './items-behind.tsx';
import './items.css';

/** 权责清单: what the agency may do, on what, by whom. Read off the register, never typed a second time. */
export function ItemsPage({ done }: { readonly done: string | undefined }): ReactNode {
  useTitle('权责清单');
  const { value, failure, reload } = useLoaded<ItemsView>('/api/agency/items');
  return (
    <>
      <div className="page-head">
        <h1>权责清单</h1>
        {value === undefined ? null : (
          <span className="second">
            {value.name} · {fullDayText(value.on)}
          </span>
        )}
        <div className="page-acts">
          <a className="act" href={hrefOf({ page: 'agency' })}>
            机关事务
          </a>
          {value === undefined ? null : (
            <button type="button" className="act" onClick={() => window.print()}>
              打印
            </button>
          )}
        </div>
      </div>
      {body()}
    </>
  );

  function body(): ReactNode {
    if (failure !== undefined) return <Failed failure={failure} retry={reload} />;
    if (value === undefined) return <Loading what="权责清单" />;
    const label = value.acts.find((act) => act.name === done)?.label;
    return (
      <div className="own items">
        {done === undefined ? null : (
          <p className="notice notice-good" role="status">
            {label === undefined ? '已经办好。' : `「${label}」已经办好。`}
          </p>
        )}
        <Ways view={value} />
        <section className="own-past" aria-labelledby="items-title">
          <h2 id="items-title">
            执法事项 <span className="second">{value.items.length}</span>
          </h2>
          {value.items.length === 0 ? (
            <p className="second">还没有登记执法事项。没有列入清单的事项不能立案。</p>
          ) : (
            <ul>
              {value.items.map((item) => (
                <Item key={item.id} item={item} mayChange={isOffered(value, 'agency.register-competence')} />
              ))}
            </ul>
          )}
        </section>
        <Bases view={value} mayChange={isOffered(value, 'agency.register-basis')} />
        <Benchmarks view={value} mayChange={isOffered(value, 'agency.register-benchmark')} />
        <Posts view={value} />
      </div>
    );
  }
}

/** What can be done about the list by whoever looks at it, and who does it where they may not. */
function Ways({ view }: { readonly view: ItemsView }): ReactNode {
  const offered = view.acts.filter((act) => act.status !== 'refused');
  const refused = view.acts.find((act) => act.status === 'refused');
  if (offered.length === 0)
    return refused === undefined ? null : (
      <p className="second items-others">
        {refused.refusals.map(({ because, remedy }) => `${because}。${remedy?.says ?? ''}`).join('')}
      </p>
    );
  return (
    <p className="own-ways">
      {offered.map((act) => (
        <a key={act.name} className="act" href={hrefOf({ page: 'agency', act: act.name })}>
          {act.label}
        </a>
      ))}
    </p>
  );
}

function isOffered(view: ItemsView, name: string): boolean {
  return view.acts.some((act) => act.name === name && act.status !== 'refused');
}

function Item({
  item,
  mayChange,
}: {
  readonly item: ItemsView['items'][number];
  readonly mayChange: boolean;
}): ReactNode {
  const facts: readonly (readonly [string, string | undefined])[] = [
    ['执法类别', item.enforcement],
    ['执法对象', item.object],
    ['执法区域', item.region],
    ['由谁行使', item.unit],
    ['职权来源', item.source],
    ['执法依据', item.bases.length === 0 ? undefined : item.bases.join('；')],
    ['职责分工', item.division],
    ['报请确定', item.asked],
    ['确定文件', item.settled],
  ];
  return (
    <li>
      <p className="own-what">
        {item.item}{' '}
        <span className={item.state === 'unsettled' ? 'chip chip-danger' : 'chip'}>{item.stateLabel}</span>
        {mayChange ? (
          <a
            className="items-change small"
            href={hrefOf({ page: 'agency', act: 'agency.register-competence', of: item.id })}
            aria-label={`更改${item.item}`}
          >
            更改
          </a>
        ) : null}
      </p>
      <dl className="items-facts">
        {facts.map(([name, text]) =>
          text === undefined ? null : (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{text}</dd>
            </div>
          ),
        )}
        <div>
          <dt>起止</dt>
          <dd>
            {fullDayText(item.from)}起{item.until === undefined ? '' : `，至 ${fullDayText(item.until)}`}
          </dd>
        </div>
      </dl>
      {item.review.length === 0 ? null : (
        <p className="items-review">
          <strong>依据待复核</strong>：{item.review.join('；')}已经不在有效期内。
        </p>
      )}
      {item.state === 'unsettled' ? (
        <p className="items-review">本级政府确定由谁负责之前，这一事项不能立案、受理。</p>
      ) : null}
    </li>
  );
}
