import {
  codeLabel,
  nameOn,
  notBegun,
  obligations,
  openBreaks,
  openContradictions,
  renamingsOf,
} from '@zhaozhang/core';
import type { ActContext, Law } from '@zhaozhang/core';
import { dayOf, periodNamed } from '@zhaozhang/core/time';
import type { AgencyView } from '../contract/index.ts';
import { actView } from './acts.ts';
import { absenceViews } from './agency-absence.ts';
import { contradictingRule } from './law/contradicting-rule.ts';
import { obligationView } from './obligation.ts';

/** What an agency's people do on its records day by day. Setting it up (units, officers, packs) is no part of it. */
export const agencyPageActs = [
  'agency.publish-batch',
  'agency.update-published',
  'agency.register-change',
  'agency.settle-conflict',
  'agency.register-absence',
  'agency.end-absence',
  'agency.delegate',
  'agency.revoke-delegation',
  'agency.entrust-penalty',
  'agency.publish-entrustment',
  'agency.register-other-filing',
  'agency.register-window-monitoring',
  'agency.record-monitoring-break',
  'agency.mend-monitoring',
  'agency.rename',
  'agency.cede',
  'agency.withdraw-cession',
  'agency.take-over',
];

/**
 * The agency's own page. `foreseen` is the law with the bindings yet to begin: the rows in the worklist stand by it.
 */
export function agencyView(context: ActContext, foreseen: Law): AgencyView {
  const { refs, law, now } = context;
  const { agency } = refs;
  const owed = [...obligations(agency, foreseen)].sort((a, b) => (a.due < b.due ? -1 : 1));
  const open = openContradictions(agency);
  const absences = absenceViews(context);
  const words = (rule: string): string => {
    const { cite, sentence } = contradictingRule(rule, law);
    return `${cite}：${sentence}`;
  };
  return {
    stream: agency.stream,
    version: agency.version,
    now,
    name: nameOn(agency, dayOf(now)).name,
    renamings: renamingsOf(agency).map((one) => ({ ...one, begun: one.from <= dayOf(now) })),
    acts: agencyPageActs
      // Where another agency has given its power to this one, that stands on the page with the way to take it over.
      .filter((name) => name !== 'agency.take-over')
      .filter((name) => name !== 'agency.withdraw-cession' || notBegun(agency, dayOf(now)).length > 0)
      // Nobody has to be told of rulings as long as nothing is contradictory.
      .filter((name) => name !== 'agency.settle-conflict' || open.length > 0)
      // Windows need not be filmed: where none is, there is nothing to break off.
      .filter((name) => name !== 'agency.record-monitoring-break' || (agency.windows ?? []).length > 0)
      .filter((name) => name !== 'agency.mend-monitoring' || openBreaks(agency).length > 0)
      .filter((name) => name !== 'agency.end-absence' || absences.away.length > 0)
      .filter((name) => name !== 'agency.revoke-delegation' || absences.delegations.length > 0)
      .map((name) => actView(agency, name, context)),
    obligations: owed.map((one) => obligationView(one, agency.stream, foreseen, agency, now)),
    batches: agency.batches
      .map(({ list, period, count, at }) => ({
        list: codeLabel(law, 'periodic-list', list),
        period: periodNamed(period)?.label ?? '',
        count,
        at,
      }))
      .toReversed(),
    changes: agency.changes
      .map(({ kind, what, at, updated }) => ({
        kind: codeLabel(law, 'change-kind', kind),
        what,
        at,
        ...(updated === undefined ? {} : { updated }),
      }))
      .toReversed(),
    ...absences,
    contradictions: open.map(({ id, rules, by, at }) => ({
      id,
      rules: rules.map((rule) => {
        const { cite, sentence } = contradictingRule(rule, law);
        return { cite, sentence };
      }),
      by,
      at,
    })),
    rulings: agency.settlements
      .map(({ prevails, over, reason, by, at }) => ({
        prevails: words(prevails),
        over: over.map(words),
        reason,
        by,
        at,
      }))
      .toReversed(),
  };
}
