import type { CaseView } from '@zhaozhang/api/contract';
import { momentText } from '@zhaozhang/kit';
import type { ReactNode } from 'react';

/** Things that were sealed or impounded and money that was frozen: where each is, who keeps it, what became of it. */
export function Custody({ view }: { readonly view: CaseView }): ReactNode {
  const { custody } = view;
  if (custody === undefined) return null;
  const held = custody.filter((one) => one.ended === undefined);
  return (
    <section className="custody" aria-labelledby="custody-title">
      <h2 id="custody-title">
        查封、扣押、冻结的财物 <span className="second">{custody.length}</span>
      </h2>
      {custody.length === 0 ? (
        <p className="second">还没有查封、扣押、冻结。</p>
      ) : (
        <>
          <p className="small second">
            {held.length === 0 ? '都有了去向。' : `还有 ${held.length} 项没有去向。`}
          </p>
          <ul>
            {custody.map((one) => (
              <li key={one.id} className="custody-thing">
                <p className="custody-what">
                  {one.name}{' '}
                  <span className={one.ended === undefined ? 'chip chip-warn' : 'chip chip-good'}>
                    {one.fate}
                  </span>
                </p>
                {one.ended === undefined ? (
                  <p>
                    在{one.place}
                    {one.keeper === undefined ? null : `，由${one.keeper}保管`}
                    {one.moves === 0 ? null : `，移过 ${one.moves} 次`}
                  </p>
                ) : (
                  <p>{momentText(one.ended)}</p>
                )}
                <p className="small second">{one.measure}</p>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
