import type { ReactNode } from 'react';
import { hrefOf, type Route } from '../route/route.ts';
import { AgencyIcon, CaseIcon, DutyIcon, FoldIcon, LawIcon, PublicIcon } from './icons.tsx';

interface RailProps {
  readonly page: Route['page'];
  readonly narrow: boolean;
  readonly onNarrow: (narrow: boolean) => void;
}

/** Where one can go: at the left on a desk, at the bottom on a telephone. */
export function Rail({ page, narrow, onNarrow }: RailProps): ReactNode {
  const inCases = ['cases', 'case', 'new-case', 'batch', 'register-many'].includes(page);
  return (
    <nav className="rail" aria-label="主导航">
      <a href={hrefOf({ page: 'worklist' })} aria-current={page === 'worklist' ? 'page' : undefined}>
        <DutyIcon />
        <span>待办</span>
      </a>
      <a href={hrefOf({ page: 'cases' })} aria-current={inCases ? 'page' : undefined}>
        <CaseIcon />
        <span>案件</span>
      </a>
      <a
        href={hrefOf({ page: 'agency' })}
        aria-current={
          page.startsWith('agency') || page === 'accounts' || page === 'inspections' ? 'page' : undefined
        }
      >
        <AgencyIcon />
        <span>机关事务</span>
      </a>
      <a href={hrefOf({ page: 'law' })} aria-current={page.startsWith('law') ? 'page' : undefined}>
        <LawIcon />
        <span>律例</span>
      </a>
      <a href="/">
        <PublicIcon />
        <span>公开页</span>
      </a>
      <button type="button" className="rail-fold" aria-pressed={narrow} onClick={() => onNarrow(!narrow)}>
        <FoldIcon />
        <span>收起导航</span>
      </button>
    </nav>
  );
}
