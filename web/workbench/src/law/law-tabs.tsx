import type { ReactNode } from 'react';
import { hrefOf } from '../route/route.ts';
import './law.css';

const tabs = [
  { page: 'law', label: '条款' },
  { page: 'law-params', label: '参数' },
  { page: 'law-calendar', label: '日历' },
  { page: 'law-comparison', label: '比较' },
  { page: 'law-binding', label: '启用' },
  { page: 'law-own', label: '自定' },
] as const;

/** The pages of 律例. */
export function LawTabs({ at }: { readonly at: (typeof tabs)[number]['page'] }): ReactNode {
  return (
    <nav className="tabs" aria-label="律例的各页">
      {tabs.map(({ page, label }) => (
        <a key={page} href={hrefOf({ page })} aria-current={page === at ? 'page' : undefined}>
          {label}
        </a>
      ))}
    </nav>
  );
}
