import type { CalendarView } from '@zhaozhang/api/contract';
import { fullDayText } from '@zhaozhang/kit';
import { type ReactNode, useEffect, useState } from 'react';
import { useLoaded } from '../http/use-loaded.ts';
import { Failed } from '../parts/failed.tsx';
import { Loading } from '../parts/loading.tsx';
import { useTitle } from '../parts/use-title.ts';
import { hrefOf } from '../route/route.ts';
import { useSession } from '../session/session.ts';
import { dayMarks } from './day-marks.ts';
import { LawTabs } from './law-tabs.tsx';
import { MonthGrid } from './month.tsx';
import { NoticeEntry } from './notice-entry.tsx';
import { Recomputed } from './recomputed.tsx';

/** 日历: the days by which limits are counted, year by year. */
export function CalendarPage({
  year,
  entering,
}: {
  readonly year: string | undefined;
  readonly entering: boolean;
}): ReactNode {
  useTitle('日历');
  const { me } = useSession();
  const asked = year ?? me.now.slice(0, 4);
  const { value, failure, reload } = useLoaded<CalendarView>(
    `/api/law/calendar/${encodeURIComponent(asked)}`,
  );
  // The years stay while another one is read: the switch must not vanish under the hand.
  const [years, setYears] = useState<CalendarView['years']>([]);
  useEffect(() => {
    if (value !== undefined) setYears(value.years);
  }, [value]);
  return (
    <>
      <div className="page-head">
        <h1>日历</h1>
        {value === undefined ? null : (
          <span className="second">
            {value.year} 年 {value.counts.workdays} 个工作日
          </span>
        )}
      </div>
      <LawTabs at="law-calendar" />
      {entering ? entry() : yearView()}
    </>
  );

  function entry(): ReactNode {
    if (failure !== undefined) return <Failed failure={failure} retry={reload} />;
    if (value === undefined) return <Loading what={`${asked} 年的日历`} />;
    return <NoticeEntry key={asked} year={asked} offered={value.offered} done={reload} />;
  }

  function yearView(): ReactNode {
    return (
      <>
        <nav className="law-years" aria-label="年份">
          {years.map((one) => (
            <a
              key={one.year}
              href={hrefOf({ page: 'law-calendar', year: String(one.year) })}
              aria-current={String(one.year) === asked ? 'true' : undefined}
            >
              {one.year}
              {one.provisional ? ' 暂定' : ''}
            </a>
          ))}
        </nav>
        {body()}
      </>
    );
  }

  function body(): ReactNode {
    if (failure !== undefined) return <Failed failure={failure} retry={reload} />;
    if (value === undefined) return <Loading what={`${asked} 年的日历`} rows={10} />;
    return (
      <>
        <Basis view={value} />
        {me.administrator ? (
          <p className="law-enter">
            <a href={hrefOf({ page: 'law-calendar', year: asked, entering: true })}>
              {value.provisional ? `录入 ${value.year} 年的放假通知` : `更换 ${value.year} 年的放假安排`}
            </a>
          </p>
        ) : null}
        <Recomputed key={asked} path={`/api/law/calendar/${encodeURIComponent(asked)}/recomputation`} />
        <Legend view={value} />
        <div className="law-months">
          {value.months.map((month) => (
            <MonthGrid key={month.month} month={month} today={value.today} />
          ))}
        </div>
      </>
    );
  }
}

function Basis({ view }: { readonly view: CalendarView }): ReactNode {
  if (view.provisional)
    return (
      <section className="notice notice-warn">
        <h2>{view.year} 年的日历是暂定的</h2>
        <p>
          这一年的放假通知还没有录入。本页按{view.basis}
          和周末推算，没有调休；算到这一年的期限都标「暂定」，录入通知之后重新计算。
        </p>
      </section>
    );
  return (
    <section className="law-notices" aria-label="依据">
      <ul>
        {view.notices.map((notice) => (
          <li key={notice.number}>
            {notice.title}
            <span className="second">
              {' '}
              {notice.number}，{fullDayText(notice.issued).replace(/ 周.$/, '')}
            </span>
          </li>
        ))}
        <li className="second">法定节假日依据{view.basis}</li>
      </ul>
    </section>
  );
}

function Legend({ view }: { readonly view: CalendarView }): ReactNode {
  const { counts } = view;
  const rows = [
    ['workday', counts.workdays - counts.makeup],
    ['makeup', counts.makeup],
    ['weekend', counts.weekend],
    ['statutory', counts.statutory],
    ['bridge', counts.bridge],
  ] as const;
  return (
    <dl className="law-legend small" aria-label="图例和全年天数">
      {rows.map(([kind, n]) => (
        <div key={kind}>
          <dt>
            <span className={`day day-${kind}`} aria-hidden="true">
              {dayMarks[kind].letter}
            </span>
            {dayMarks[kind].means}
          </dt>
          <dd>{n} 天</dd>
        </div>
      ))}
      <div>
        <dt>全年</dt>
        <dd>{counts.days} 天</dd>
      </div>
    </dl>
  );
}
