import type { InspectionsView } from '@zhaozhang/api/contract';
import { momentText } from '@zhaozhang/kit';
import type { ReactNode } from 'react';
import { hrefOf } from '../route/route.ts';

/** Every draw, the latest first: one that waits for its number, and those anybody can draw again. */
export function Draws({ view }: { readonly view: InspectionsView }): ReactNode {
  return (
    <section className="own-past" aria-labelledby="draws-title">
      <h2 id="draws-title">
        双随机抽查 <span className="second">{view.draws.length}</span>
      </h2>
      {view.draws.length === 0 ? (
        <p className="second">
          还没有抽查。先封存对象和人员两份名单并约定一期公开号码，号码公布之后抽取；谁都可以照着重算。
        </p>
      ) : (
        <ul>
          {view.draws.map((draw) => (
            <li key={draw.id}>
              <p className="own-what">
                <a data-item href={hrefOf({ page: 'inspections', draw: draw.id })}>
                  {draw.terms.purpose}
                </a>{' '}
                <span className={draw.result === undefined ? 'chip chip-warn' : 'chip chip-good'}>
                  {draw.result === undefined ? '等待号码' : '已抽取'}
                </span>
              </p>
              <p className="small second">
                {draw.terms.objects.length} 家抽 {draw.terms.count} 家，{draw.terms.officers.length}{' '}
                名检查人员，每家 {draw.terms.each} 名 · {momentText(draw.committedAt)} 封存 ·{' '}
                {draw.result === undefined
                  ? `${draw.source}${draw.terms.issue}，${momentText(draw.knownAt)} 公布`
                  : `${momentText(draw.result.at)} 抽取`}
              </p>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
