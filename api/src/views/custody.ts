import { entriesOf, entryTitle, heldThings, liftingOf, thingTitle, yuanText } from '@zhaozhang/core';
import type { CaseState, HeldThing, Obligation } from '@zhaozhang/core';
import type { Instant } from '@zhaozhang/core/time';
import type { CaseView } from '../contract/index.ts';

type Line = NonNullable<CaseView['custody']>[number];

/**
 * 财物台账: every thing that was sealed or impounded and all money that was frozen, where it is and what became of it.
 * Told as soon as somebody asked for a measure, though there may be nothing in it yet.
 */
export function custodyOf(state: CaseState, owed: readonly Obligation[], now: Instant): CaseView['custody'] {
  const begun =
    entriesOf(state, 'measure-request').length > 0 ||
    entriesOf(state, 'measure-decision').length > 0 ||
    entriesOf(state, 'measure').length > 0;
  if (!begun) return undefined;
  const overdue = new Set(
    owed
      .filter((one) => one.per === 'measure' && one.duty === term && one.met === undefined)
      .filter((one) => !one.suspended && now > one.lawfulDue)
      .map(({ subject }) => subject),
  );
  return [
    ...heldThings(state).map((one) => thingLine(state, one, overdue.has(one.measure.id))),
    ...entriesOf(state, 'measure').flatMap((measure) =>
      (measure.data.funds ?? []).map((fund, index): Line => {
        const lifting = liftingOf(state, measure.id);
        return {
          id: `${measure.id}/${index + 1}`,
          name: `${fund.institution} ${fund.account} ${yuanText(fund.amount)}`,
          measure: entryTitle(state, measure),
          place: fund.institution,
          moves: 0,
          fate: lifting === undefined ? (overdue.has(measure.id) ? '依法已失效' : '冻结中') : '已解除',
          ...(lifting === undefined ? {} : { ended: lifting.at }),
        };
      }),
    ),
  ];
}

/** The limit within which a measure has to be decided on or lifted. */
const term = 'settle-measure';

function thingLine(state: CaseState, one: HeldThing, overdue: boolean): Line {
  return {
    id: one.id,
    name: thingTitle(one),
    measure: entryTitle(state, one.measure),
    place: one.place ?? '没有写明的地方',
    ...(one.keeper === undefined ? {} : { keeper: one.keeper }),
    moves: one.moves.length,
    fate: fateText(one, overdue),
    ...(one.fate === undefined ? {} : { ended: one.fate.entry.at }),
  };
}

const fates = {
  confiscation: '已没收',
  destruction: '已销毁',
  transferred: '已随案移送',
} as const;

function fateText({ fate, sale, measure }: HeldThing, overdue: boolean): string {
  if (fate?.kind === 'returned') return sale === undefined ? '已退还' : '已变卖，价款已退还';
  if (fate !== undefined) return fates[fate.kind];
  if (overdue) return '期限已满，应当解除并退还';
  if (sale !== undefined) return '已变卖，价款待处理';
  return measure.data.kind === 'sealing-up' ? '查封中' : '扣押中';
}
