import { explain } from '@zhaozhang/core';
import type { CaseSummary, Law } from '@zhaozhang/core';
import { wholeSpan } from '@zhaozhang/core/time';
import type { ObligationRow, Recomputation, RecomputedDuty } from '@zhaozhang/store';
import type { RecomputationView } from '../../contract/index.ts';
import { obligationOf } from '../obligation.ts';

/** The change of the calendar that touched a year, the latest first in the list; changed rules touch no year. */
export function recomputationOf(all: readonly Recomputation[], year: number): Recomputation | undefined {
  return all.find(
    ({ firstDay, lastDay }) =>
      firstDay !== undefined &&
      lastDay !== undefined &&
      firstDay !== wholeSpan.first &&
      firstDay <= `${year}-12-31` &&
      lastDay >= `${year}-01-01`,
  );
}

/** The latest change of the rules themselves. */
export function ruleChangeOf(all: readonly Recomputation[]): Recomputation | undefined {
  return all.find(({ firstDay }) => firstDay === wholeSpan.first);
}

/** How far a recomputation has come; what came of it once it is done. */
export function recomputationViewOf(
  found: Recomputation | undefined,
  busy: boolean,
  result: { readonly moved: readonly RecomputedDuty[]; readonly movedCases: number; readonly atMost: number },
  law: Law,
): RecomputationView {
  const running = found?.finishedAt === undefined ? found : undefined;
  // What is being begun has not been written down yet; an earlier one that is finished is not what is asked about.
  if (busy) return { ...nothing, state: 'running', total: running?.total ?? 0, cases: running?.cases ?? 0 };
  if (found === undefined) return nothing;
  const { total, cases, finishedAt } = found;
  if (finishedAt === undefined) return { ...nothing, state: 'interrupted', total, cases };
  return {
    ...{ state: 'done', total: Math.max(total, cases), cases, movedCases: result.movedCases },
    changes: result.moved.slice(0, result.atMost).map((one) => changeView(one, law)),
    more: result.moved.length > result.atMost,
  };
}

const nothing: RecomputationView = {
  ...{ state: 'none', total: 0, cases: 0, movedCases: 0, changes: [], more: false },
};

function changeView(moved: RecomputedDuty, law: Law): RecomputationView['changes'][number] {
  const summary = moved.summary as unknown as CaseSummary;
  const [before, after] = [moved.before, moved.after].map((row) =>
    row === undefined
      ? undefined
      : obligationOf({ ...(row as unknown as ObligationRow), stream: moved.stream }),
  );
  const one = after ?? before;
  const dates = (owed: typeof before) =>
    owed === undefined
      ? undefined
      : { due: owed.due, lawfulDue: owed.lawfulDue, sentences: [...explain(owed, law)] };
  const [was, is] = [dates(before), dates(after)];
  return {
    stream: moved.stream,
    title: summary.title,
    ...(summary.number === undefined ? {} : { number: summary.number }),
    label: one?.label ?? '',
    subject: one === undefined || one.per === 'case' ? '' : one.subjectLabel,
    ...(was === undefined ? {} : { before: was }),
    ...(is === undefined ? {} : { after: is }),
  };
}
