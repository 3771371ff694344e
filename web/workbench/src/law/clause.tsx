import type { LawClause } from '@zhaozhang/api/contract';
import { type ReactNode, useState } from 'react';
import { hrefOf } from '../route/route.ts';
import { Examples } from './examples.tsx';
import { Marked } from '../parts/marked.tsx';
import { Rules } from './rules.tsx';
import type { Sought } from './search.ts';

interface ClauseProps {
  readonly clause: LawClause;
  /** Title of the pack it stands in. */
  readonly of: string;
  readonly sought: Sought;
}

interface RowProps extends ClauseProps {
  /** On paper everything stands, also what nobody has opened. */
  readonly whole: boolean;
}

/**
 * A clause in the list: its line, and below it, when opened, what carries it. What is closed is not drawn: of a thousand
 * clauses one is read, and drawing all of their rules and examples kept an old machine waiting for many seconds.
 */
export function ClauseRow({ clause, of, sought, whole }: RowProps): ReactNode {
  const [opened, setOpened] = useState(false);
  return (
    <li className="law-clause">
      {/* Opened by a search, for what was found may stand inside; a person may close it again. */}
      <details
        key={sought.flat().join(' ')}
        open={sought.length > 0}
        onToggle={(event) => {
          if (event.currentTarget.open) setOpened(true);
        }}
      >
        <summary data-item>
          <span className="law-article">
            <Marked text={clause.article} sought={sought} />
          </span>
          <span className="law-gist">
            <Marked text={clause.gist} sought={sought} />
          </span>
          <span className="law-marks">
            <StatusChip clause={clause} />
            <span className="small second">{countText(clause)}</span>
          </span>
        </summary>
        {opened || whole || sought.length > 0 ? (
          <>
            <ClauseBody clause={clause} of={of} sought={sought} />
            <a className="law-open" href={hrefOf({ page: 'law-clause', id: clause.id })}>
              单独打开{clause.article}
            </a>
          </>
        ) : null}
      </details>
    </li>
  );
}

export function StatusChip({ clause }: { readonly clause: LawClause }): ReactNode {
  const looks = { rule: 'good', feature: 'good', display: 'plain', later: 'warn' } as const;
  return (
    <span className={`chip chip-${looks[clause.status]}`}>
      {[clause.statusLabel, ...(clause.areaLabel === undefined ? [] : [clause.areaLabel])].join(' · ')}
    </span>
  );
}

/** What carries a clause: rules, examples, or the page on which it stands. */
export function ClauseBody({ clause, of, sought }: ClauseProps): ReactNode {
  return (
    <div className="law-body">
      {clause.where === undefined ? null : <p className="small">见于：{clause.where}</p>}
      {clause.rules.length === 0 ? <p className="small second">{bareText[clause.status]}</p> : null}
      {clause.rules.length === 0 ? null : (
        <Rules rules={clause.rules} of={of} clause={clause.id} sought={sought} />
      )}
      {clause.examples.length === 0 ? null : (
        <>
          <p className="law-part">示例</p>
          <Examples examples={clause.examples} sought={sought} />
        </>
      )}
    </div>
  );
}

const bareText = {
  rule: '这一条还没有规则。',
  feature: '这一条由软件的功能实现，没有单独的规则。',
  display: '这一条是原则或者适用范围，只作展示。',
  later: '这一条还没有编成规则，暂由人工掌握。',
} as const;

function countText({ rules, examples }: LawClause): string {
  const parts = [
    rules.length === 0 ? '' : `${rules.length} 条规则`,
    examples.length === 0 ? '' : `${examples.length} 个示例`,
  ];
  return parts.filter((part) => part !== '').join(' · ');
}
