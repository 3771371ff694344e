import type { LawPack } from '@zhaozhang/api/contract';
import { fullDayText } from '@zhaozhang/kit';
import { type ReactNode, useId } from 'react';
import { ClauseRow } from './clause.tsx';
import { Rules } from './rules.tsx';
import type { Sought } from './search.ts';

interface PackProps {
  readonly pack: LawPack;
  readonly sought: Sought;
  readonly whole: boolean;
}

/** A pack: what it is and since when it holds, then its clauses. */
export function Pack({ pack, sought, whole }: PackProps): ReactNode {
  const id = useId();
  return (
    <section className="law-pack" aria-labelledby={id}>
      <h2 id={id}>{pack.title}</h2>
      <PackFacts pack={pack} />
      {pack.clauses.length === 0 ? null : (
        <ul className="law-list">
          {pack.clauses.map((clause) => (
            <ClauseRow key={clause.id} clause={clause} of={pack.title} sought={sought} whole={whole} />
          ))}
        </ul>
      )}
      {pack.rules.length === 0 ? null : (
        <div className="law-list law-own">
          <Rules rules={pack.rules} of={pack.title} sought={sought} />
        </div>
      )}
      {pack.clauses.length + pack.rules.length === 0 ? (
        <p className="second">这个规则包没有条款，也没有规则。</p>
      ) : null}
    </section>
  );
}

const standings = { 'in-force': '施行中', ended: '已失效', 'to-come': '尚未施行' } as const;

/** Issuer, number, edition, and how strictly it binds. */
export function PackFacts({ pack }: { readonly pack: LawPack }): ReactNode {
  return (
    <div className="law-facts small">
      <p className="second">
        {[
          pack.issuer,
          ...(pack.docNo === undefined || pack.docNo === pack.title ? [] : [pack.docNo]),
          `${dateText(pack.issued)}发布`,
          pack.until === undefined
            ? `${dateText(pack.from)}起施行`
            : `${dateText(pack.from)}至 ${dateText(pack.until)}施行`,
        ].join(' · ')}
      </p>
      <p>
        <span className={`chip ${pack.standing === 'in-force' ? 'chip-good' : 'chip-warn'}`}>
          {standings[pack.standing]}
        </span>
        <span className="chip chip-plain">{pack.force === 'direct' ? '直接适用' : '参照'}</span>
        {pack.force === 'direct' ? null : (
          <span className="law-note">不符的只作警告，继续办理须写明理由</span>
        )}
        {pack.pending === undefined ? null : (
          <>
            <span className="chip chip-danger">待补原文</span>
            <span className="law-note">{pack.pending}</span>
          </>
        )}
        {pack.assumption === undefined ? null : (
          <>
            <span className="chip chip-warn">待确认</span>
            <span className="law-note">{pack.assumption}</span>
          </>
        )}
      </p>
    </div>
  );
}

/** `2026 年 3 月 12 日 周四` without the weekday: nobody asks on which weekday a law was made. */
function dateText(day: string): string {
  return fullDayText(day).replace(/ 周.$/, '');
}
