import type { EntryView } from '@zhaozhang/api/contract';
import { momentText } from '@zhaozhang/kit';
import type { ReactNode } from 'react';
import { hrefOf } from '../route/route.ts';
import { Paper } from '../originals/paper.tsx';
import { Fields } from './fields.tsx';
import { shortTitle } from './short-title.ts';

interface EntryProps {
  readonly entry: EntryView;
  readonly id: string;
  readonly now: string;
  /** Shown whole; else what it holds is folded under its title. */
  readonly open: boolean;
}

/** One thing that happened: when, who, what it holds, its defects, how it was before each correction, its proof. */
export function Entry({ entry, id, now, open }: EntryProps): ReactNode {
  return (
    <div className="entry">
      <div className="entry-line">
        <time dateTime={entry.at}>{momentText(entry.at, now)}</time>
        {entry.late ? (
          <span className="chip chip-plain" title={`录入时刻 ${momentText(entry.enteredAt, now)}`}>
            补录 · {momentText(entry.enteredAt, now)} 录入
          </span>
        ) : null}
        {entry.proof === 'logged' ? (
          <a
            className="proof proof-logged"
            href={`/api/cases/${encodeURIComponent(id)}/proofs/${encodeURIComponent(entry.id)}`}
            download
            title="下载存证凭证：一个网页文件，可以交给当事人，断网也能核验"
            aria-label={`已入链，下载${entry.title}的存证凭证`}
          >
            已入链
          </a>
        ) : (
          <span className="proof">待入链</span>
        )}
      </div>
      <h3>{shortTitle(entry.title, entry.at)}</h3>
      <p className="small second">
        {entry.actLabel} · {entry.by}
      </p>
      {entry.defects.map((defect) => (
        <p key={`${defect.because} ${defect.cite}`} className="notice notice-warn">
          <strong>瑕疵</strong> {defect.because}（{defect.cite}）。原因：{defect.reason}
        </p>
      ))}
      {entry.departures.map((departure) => (
        <p key={`${departure.because} ${departure.cite}`} className="notice">
          <strong>未照参照的规定办理</strong> {departure.because}（{departure.cite}）。理由：
          {departure.reason}
        </p>
      ))}
      {open ? (
        <Fields fields={entry.fields} id={id} />
      ) : entry.fields.length === 0 ? null : (
        <details>
          <summary>
            查看内容<span className="unseen">：{entry.title}</span>
          </summary>
          <Fields fields={entry.fields} id={id} />
        </details>
      )}
      {entry.corrections.map((correction) => (
        <div key={correction.at} className="correction">
          <p>
            {momentText(correction.at, now)} {correction.by}更正：{correction.reason}
          </p>
          <ul>
            {correction.changes.map((change) => (
              <li key={change.label}>
                {change.label}：<del>{change.before === '' ? '未填' : change.before}</del> 改为{' '}
                <ins>{change.after}</ins>
              </li>
            ))}
          </ul>
        </div>
      ))}
      {entry.document ? (
        <Paper
          title={entry.title}
          href={`/api/cases/${encodeURIComponent(id)}/documents/${encodeURIComponent(entry.id)}`}
        />
      ) : null}
      {entry.correctable ? (
        <a
          className="small"
          href={hrefOf({ page: 'case', id, act: 'case.correct-entry', entry: entry.id })}
          aria-label={`更正${entry.title}`}
        >
          更正
        </a>
      ) : null}
    </div>
  );
}
