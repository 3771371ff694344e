import type { ActView, CaseView } from '@zhaozhang/api/contract';
import type { ReactNode } from 'react';
import { fullDayText } from '@zhaozhang/kit';
import { Bar } from '../frame/bar.tsx';
import { numbersOf } from '../parts/numbers-of.ts';
import { Names } from '../parts/names.tsx';
import { hrefOf } from '../route/route.ts';
import { PathBar } from './path.tsx';

interface CaseHeadProps {
  readonly view: CaseView;
  readonly id: string;
  readonly act: string | undefined;
}

/** Number, parties, cause, handlers, how far it has come, and the one thing to do next. */
export function CaseHead({ view, id, act }: CaseHeadProps): ReactNode {
  const { row } = view;
  const next = view.acts.find((one) => one.next && one.status !== 'refused');
  // On a desk beside the heading, on a telephone in the bar: the style sheet shows one of them.
  const linkTo = (one: ActView): ReactNode => (
    <a className="button-link" href={hrefOf({ page: 'case', id, act: one.name })}>
      {one.label}
    </a>
  );
  return (
    <header className="case-head">
      <div className="case-head-words">
        <p className="small second">{numbersOf(row)}</p>
        <h1>{row.title}</h1>
        <dl className="case-facts">
          {row.kindLabel === undefined ? null : (
            <div>
              <dt>种类</dt>
              <dd>{row.kindLabel}</dd>
            </div>
          )}
          {view.partyGroups.map(({ label, names }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>
                <Names names={names} none="尚未确定" />
              </dd>
            </div>
          ))}
          {row.partners === undefined ? null : (
            <div>
              <dt>联合执法</dt>
              <dd>
                <Names names={row.partners} none="" />
              </dd>
            </div>
          )}
          <div>
            <dt>承办人</dt>
            <dd>
              <Names names={row.handlers} none="尚未指派" />
            </dd>
          </div>
          <div>
            <dt>阶段</dt>
            <dd>
              {row.stageLabel}
              {(row.marks ?? []).map((mark) => (
                <span key={mark} className="chip chip-plain">
                  {mark}
                </span>
              ))}
            </dd>
          </div>
          {view.cededTo === undefined ? null : (
            <div>
              <dt>移交</dt>
              <dd>
                {fullDayText(view.cededTo.on)}移交{view.cededTo.name}，由其接着办理；这里只供查阅
              </dd>
            </div>
          )}
          {view.cededBy === undefined ? null : (
            <div>
              <dt>承继</dt>
              <dd>{view.cededBy.map(({ name, on }) => `${fullDayText(on)}自${name}接收`).join('；')}</dd>
            </div>
          )}
          {view.publicId === undefined ? null : (
            <div>
              <dt>公示</dt>
              <dd>
                <a href={`/decisions/${encodeURIComponent(view.publicId)}`}>查看公开页</a>
              </dd>
            </div>
          )}
        </dl>
      </div>
      {next === undefined || act !== undefined ? null : (
        <>
          <div className="next-act">{linkTo(next)}</div>
          <Bar>
            <div className="next-act-bar">{linkTo(next)}</div>
          </Bar>
        </>
      )}
      <PathBar view={view} />
    </header>
  );
}
