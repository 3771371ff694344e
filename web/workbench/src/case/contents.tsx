import type { CaseView } from '@zhaozhang/api/contract';
import { dayText } from '@zhaozhang/kit';
import type { ReactNode } from 'react';
import { hrefOf } from '../route/route.ts';
import { shortTitle } from './short-title.ts';

interface ContentsProps {
  readonly view: CaseView;
  readonly id: string;
  /** The act whose form is open: what is opened then stands beside it. */
  readonly act: string | undefined;
  readonly open: string | undefined;
}

/** 卷内目录: everything in the file, in its order. */
export function Contents({ view, id, act, open }: ContentsProps): ReactNode {
  const entries = view.entries.filter((entry) => entry.kind !== 'party');
  return (
    <nav className="contents" aria-labelledby="contents-title">
      <h2 id="contents-title">卷内目录</h2>
      <ol>
        {entries.map((entry) => (
          <li key={entry.id}>
            <a
              href={hrefOf({ page: 'case', id, entry: entry.id, ...(act === undefined ? {} : { act }) })}
              aria-current={entry.id === open ? 'true' : undefined}
            >
              {shortTitle(entry.title, entry.at)}
            </a>{' '}
            <span className="small second">
              {dayText(entry.at)}
              {entry.defects.length > 0 ? <span className="chip chip-warn">有瑕疵</span> : null}
            </span>
          </li>
        ))}
      </ol>
    </nav>
  );
}
