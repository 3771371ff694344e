import { entryTitle, formerRefusal, leadTold, stageOf } from '@zhaozhang/core';
import type { CaseState, Law } from '@zhaozhang/core';
import type { Store } from '@zhaozhang/store';
import type { CaseView } from '../contract/index.ts';
import { shownRecord } from './shown-fields.ts';

type FormerRefusals = NonNullable<CaseView['formerRefusals']>;

/** Nobody reads on beyond; the newest come first. */
const lookedAt = 50;
/** Enough to find the same words by; what is compared afterwards is the whole. */
const askedFor = 60;

/**
 * Decisions not to open a case on the same lead, told of before, with what was looked into and why: whoever is handed
 * the same report again begins where the former examination ended (《武汉市民政系统行政执法全过程记录办法》第十条第二款).
 */
export async function formerRefusals(store: Store, state: CaseState, law: Law): Promise<FormerRefusals> {
  // Once a case is opened, whether to open one is no longer asked.
  if (stageOf(state) !== 'initiation') return [];
  const { code, party, summary } = leadTold(state);
  const pages = await Promise.all(
    [code, party, summary]
      .filter((text) => text !== undefined)
      .map((text) =>
        store.listCases(state.agency, {
          text: [...text].slice(0, askedFor).join(''),
          limit: lookedAt,
          whole: true,
        }),
      ),
  );
  const others = new Map(
    pages.flatMap(({ rows }) => rows.map((row) => [row.stream, row.state as unknown as CaseState] as const)),
  );
  return [...others.values()].flatMap((other) => {
    const refusal = formerRefusal(state, other);
    return refusal === undefined
      ? []
      : [
          {
            stream: other.stream,
            title: entryTitle(other, refusal),
            fields: shownRecord(refusal.record, law),
          },
        ];
  });
}
