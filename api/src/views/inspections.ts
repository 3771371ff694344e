import {
  codeLabel,
  inspectionItem,
  inspectionsOf,
  isPublished,
  lineAddress,
  nameOn,
  own,
} from '@zhaozhang/core';
import type { ActContext, InspectionItem } from '@zhaozhang/core';
import { dayOf } from '@zhaozhang/core/time';
import type { InspectionsView } from '../contract/index.ts';
import { actView } from './acts.ts';

/** What is done about inspections as a whole; each inspection is a file of its own. */
export const inspectionPageActs = [
  'agency.register-inspection-item',
  'agency.adopt-inspection-plan',
  'agency.commit-draw',
  'agency.draw-lots',
];

/**
 * The page of inspections. A draw is told with everything its digest was made of: whoever reads the page can draw again
 * and needs to believe nothing.
 */
export function inspectionsView(context: ActContext): InspectionsView {
  const { refs, law, now } = context;
  const { agency } = refs;
  const { items, plans, draws } = inspectionsOf(agency);
  const on = dayOf(now);
  const standingOf = (item: InspectionItem): InspectionsView['items'][number]['standing'] => {
    if (isPublished(item, on)) return 'published';
    return item.until !== undefined && item.until < on ? 'over' : 'waiting';
  };
  return {
    stream: agency.stream,
    version: agency.version,
    name: nameOn(agency, on).name,
    now,
    acts: inspectionPageActs.map((name) => actView(agency, name, context)),
    items: own(items).map((item) => ({
      ...item,
      rank: codeLabel(law, 'basis-rank', item.rank),
      way: codeLabel(law, 'inspection-way', item.way),
      standing: standingOf(item),
    })),
    plans: own(plans)
      .map((plan) => ({
        ...plan,
        lines: plan.lines.map((line) => ({
          ...line,
          item: inspectionItem(agency, line.item)?.name ?? '',
          draws: draws.filter((one) => one.line === lineAddress(plan, line) && one.result !== undefined)
            .length,
        })),
      }))
      .toReversed(),
    draws: draws
      .map(({ id, terms, commitment, committedAt, knownAt, names, result }) => ({
        id,
        terms: {
          ...terms,
          objects: [...terms.objects],
          officers: [...terms.officers],
          exclusions: [...terms.exclusions],
        },
        source: codeLabel(law, 'draw-source', terms.source),
        commitment,
        committedAt,
        knownAt,
        names: { ...names },
        ...(result === undefined
          ? {}
          : {
              result: {
                ...result,
                results: result.results.map((one) => ({ ...one, officers: [...one.officers] })),
              },
            }),
      }))
      .toReversed(),
  };
}
