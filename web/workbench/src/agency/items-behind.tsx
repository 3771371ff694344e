import type { ItemsView } from '@zhaozhang/api/contract';
import { fullDayText } from '@zhaozhang/kit';
import type { ReactNode } from 'react';
import { hrefOf } from '../route/route.ts';

interface PartProps {
  readonly view: ItemsView;
  readonly mayChange: boolean;
}

/** 依据库: the articles penalties and powers rest on, and what rests on each. */
export function Bases({ view, mayChange }: PartProps): ReactNode {
  return (
    <section className="own-past" aria-labelledby="bases-title">
      <h2 id="bases-title">
        执法依据 <span className="second">{view.bases.length}</span>
      </h2>
      {view.bases.length === 0 ? (
        <p className="second">还没有登记依据。决定书只能引用登记过的依据。</p>
      ) : (
        <ul>
          {view.bases.map((basis) => (
            <li key={basis.id}>
              <p className="own-what">
                {basis.title} <Force inForce={basis.inForce} from={basis.from} on={view.on} />
                {mayChange ? <Change act="agency.register-basis" of={basis.id} what={basis.title} /> : null}
              </p>
              <p className="small second">
                {[
                  basis.rank,
                  ...basis.kinds,
                  ...(basis.range === undefined ? [] : [`罚款${basis.range}`]),
                ].join(' · ')}
              </p>
              <p className="small second">
                {fullDayText(basis.from)}施行
                {basis.until === undefined ? '' : `，至 ${fullDayText(basis.until)}`}
                {basis.published === undefined ? ' · 没有登记公布的载体和日期' : ` · ${basis.published}公布`}
              </p>
              {basis.restingOn.length === 0 ? null : (
                <p className={basis.inForce ? 'small second' : 'items-review'}>
                  {basis.inForce ? '以它为依据：' : '依据待复核：'}
                  {basis.restingOn.join('、')}
                </p>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** 裁量基准: each edition with its levels, and whether the public can read it. */
export function Benchmarks({ view, mayChange }: PartProps): ReactNode {
  return (
    <section className="own-past" aria-labelledby="benchmarks-title">
      <h2 id="benchmarks-title">
        裁量基准 <span className="second">{view.benchmarks.length}</span>
      </h2>
      {view.benchmarks.length === 0 ? (
        <p className="second">还没有登记裁量基准。有罚款幅度的依据没有基准的，决定时在法定幅度内说明理由。</p>
      ) : (
        <ul>
          {view.benchmarks.map((one) => (
            <li key={one.id}>
              <p className="own-what">
                {one.title} <Force inForce={one.inForce} from={one.from} on={view.on} />
                {one.published === undefined ? <span className="chip chip-danger">待公布</span> : null}
                {mayChange ? <Change act="agency.register-benchmark" of={one.id} what={one.title} /> : null}
              </p>
              <p className="small second">细化{one.basis}</p>
              <p className="small second">
                {fullDayText(one.from)}施行
                {one.until === undefined ? '' : `，至 ${fullDayText(one.until)}`}
                {one.published === undefined ? '' : ` · ${one.published}公布`}
              </p>
              {one.review ? (
                <p className="items-review">
                  <strong>依据待复核</strong>：所细化的依据已经不在有效期内。
                </p>
              ) : null}
              {one.factors.length === 0 ? null : <Factors title={one.title} factors={one.factors} />}
              <table className="cases items-levels" aria-label={`${one.title}的档次`}>
                <thead>
                  <tr>
                    <th scope="col">档次</th>
                    <th scope="col">罚款幅度</th>
                    {one.factors.length === 0 ? null : <th scope="col">由因素得出</th>}
                    <th scope="col">适用的情形</th>
                  </tr>
                </thead>
                <tbody>
                  {one.levels.map((level) => (
                    <tr key={level.label}>
                      <td data-label="档次">{level.label}</td>
                      <td data-label="罚款幅度">{level.range}</td>
                      {one.factors.length === 0 ? null : <td data-label="由因素得出">{level.needs}</td>}
                      <td data-label="适用的情形">{level.when ?? '没有写明'}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

interface FactorsProps {
  readonly title: string;
  readonly factors: ItemsView['benchmarks'][number]['factors'];
}

/** What a benchmark looks at, each factor with its options or bands. */
function Factors({ title, factors }: FactorsProps): ReactNode {
  return (
    <table className="cases items-levels" aria-label={`${title}的裁量因素`}>
      <thead>
        <tr>
          <th scope="col">裁量因素</th>
          <th scope="col">怎样认定</th>
          <th scope="col">选项、分段</th>
        </tr>
      </thead>
      <tbody>
        {factors.map((factor) => (
          <tr key={factor.label}>
            <td data-label="裁量因素">{factor.label}</td>
            <td data-label="怎样认定">{factor.kind}</td>
            <td data-label="选项、分段">
              {factor.options
                .map(({ label, range, points }) => {
                  const more = [
                    ...(range === undefined ? [] : [range]),
                    ...(points === undefined ? [] : [`${points} 分`]),
                  ];
                  return more.length === 0 ? label : `${label}（${more.join('，')}）`;
                })
                .join('；')}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Posts with their duties, and who holds each today. */
export function Posts({ view }: { readonly view: ItemsView }): ReactNode {
  return (
    <section className="own-past" aria-labelledby="posts-title">
      <h2 id="posts-title">
        岗位责任 <span className="second">{view.posts.length}</span>
      </h2>
      {view.posts.length === 0 ? (
        <p className="second">还没有登记岗位。</p>
      ) : (
        <ul>
          {view.posts.map((post) => (
            <li key={`${post.unit} ${post.name}`}>
              <p className="own-what">
                {post.name}{' '}
                {post.holders.length === 0 ? <span className="chip chip-danger">无人在岗</span> : null}
              </p>
              <p className="small second">
                {post.unit} · {post.duties}
              </p>
              <p className="small second">
                依据：{post.basis}
                {post.holders.length === 0 ? '' : ` · 在岗：${post.holders.join('、')}`}
              </p>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

interface ForceProps {
  readonly inForce: boolean;
  readonly from: string;
  readonly on: string;
}

function Force({ inForce, from, on }: ForceProps): ReactNode {
  if (inForce) return <span className="chip">有效</span>;
  return <span className="chip chip-danger">{from > on ? '尚未施行' : '已经失效'}</span>;
}

interface ChangeProps {
  readonly act: string;
  readonly of: string;
  readonly what: string;
}

function Change({ act, of, what }: ChangeProps): ReactNode {
  return (
    <a className="items-change small" href={hrefOf({ page: 'agency', act, of })} aria-label={`更改${what}`}>
      更改
    </a>
  );
}
