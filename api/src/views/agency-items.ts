import {
  basesOf,
  basisById,
  basisTitle,
  benchmarksOf,
  benchmarkTitle,
  codeLabel,
  inForceOn,
  levelRange,
  own,
  nameOn,
  staleBases,
  standingOn,
  yuanText,
} from '@zhaozhang/core';
import type { ActContext, AgencyState, Competence, Law, LegalBasis } from '@zhaozhang/core';
import { dayOf, formatDay } from '@zhaozhang/core/time';
import type { Day } from '@zhaozhang/core/time';
import type { ItemsView } from '../contract/index.ts';
import { actView } from './acts.ts';
import { factorsShown, needsShown } from './factor-editions.ts';

/** Acts that keep the list of powers; what it is made of is entered once, and the list is read off it. */
export const itemActs = [
  'agency.register-competence',
  'agency.settle-division',
  'agency.register-basis',
  'agency.register-benchmark',
];

/** 权责清单 on the day of the legal clock. */
export function itemsView(context: ActContext): ItemsView {
  const { law, now, refs } = context;
  const { agency } = refs;
  const on = dayOf(now);
  const competences = agency.competences ?? [];
  return {
    name: nameOn(agency, on).name,
    on,
    acts: itemActs
      // Nothing waits for an answer of the government as long as nothing was asked.
      .filter(
        (name) =>
          name !== 'agency.settle-division' || competences.some((one) => standingOn(one, on) === 'unsettled'),
      )
      .map((name) => actView(agency, name, context)),
    items: competences.map((one) => itemOf(one, agency, law, on)),
    bases: own(basesOf(agency)).map((basis) => basisOf(basis, agency, law, on)),
    benchmarks: own(benchmarksOf(agency)).map((one) => {
      const { id, basis, from, until, publishedOn, publishedIn, levels } = one;
      const narrowed = basisById(agency, basis);
      return {
        id,
        title: benchmarkTitle(one),
        basis: narrowed === undefined ? '' : basisTitle(narrowed),
        ...publishedText(publishedIn, publishedOn),
        inForce: inForceOn({ from, until }, on),
        review: narrowed !== undefined && !inForceOn(narrowed, on),
        from,
        ...(until === undefined ? {} : { until }),
        factors: factorsShown(one, law),
        levels: levels.map((level) => ({
          ...needsShown(one, level),
          label: level.label,
          range: levelRange(level),
          ...(level.when === undefined ? {} : { when: level.when }),
        })),
      };
    }),
    posts: (agency.posts ?? [])
      .filter((post) => inForceOn(post, on))
      .map(({ id, name, unit, duties, basis }) => ({
        name,
        unit: unitName(agency, unit),
        duties,
        basis,
        holders: [
          ...new Set(
            agency.appointments
              .filter((held) => held.post === id && inForceOn(held, on))
              .map(({ officer }) => agency.officers[officer]?.name ?? ''),
          ),
        ],
      })),
  };
}

function itemOf(one: Competence, agency: AgencyState, law: Law, on: Day): ItemsView['items'][number] {
  const state = standingOn(one, on);
  const { document, article, division, divisionText, asked, settled } = one;
  return {
    id: one.id,
    item: one.item,
    state,
    stateLabel: codeLabel(law, 'item-state', state),
    ...(one.enforcement === undefined
      ? {}
      : { enforcement: codeLabel(law, 'enforcement-kind', one.enforcement) }),
    ...(one.object === undefined ? {} : { object: one.object }),
    region: one.region,
    unit: unitName(agency, one.unit),
    ...(document === undefined ? {} : { source: `${document}${article ?? ''}` }),
    ...(division === undefined
      ? {}
      : {
          division: `${codeLabel(law, 'duty-division', division)}${divisionText === undefined ? '' : `：${divisionText}`}`,
        }),
    ...(asked === undefined
      ? {}
      : { asked: `${asked.document}，${formatDay(asked.on, { withYear: true })}报送` }),
    ...(settled === undefined
      ? {}
      : { settled: `${settled.document}，${formatDay(settled.on, { withYear: true })}` }),
    bases: (one.bases ?? [])
      .map((id) => basisById(agency, id))
      .filter((basis) => basis !== undefined)
      .map(basisTitle),
    review: staleBases(agency, one, on).map(basisTitle),
    from: one.from,
    ...(one.until === undefined ? {} : { until: one.until }),
  };
}

function basisOf(basis: LegalBasis, agency: AgencyState, law: Law, on: Day): ItemsView['bases'][number] {
  const { id, rank, kinds, from, until, fineFrom, fineUpTo } = basis;
  return {
    id,
    title: basisTitle(basis),
    rank: codeLabel(law, 'basis-rank', rank),
    ...publishedText(basis.publishedIn, basis.publishedOn),
    kinds: kinds.map((kind) => codeLabel(law, 'sanction-kind', kind)),
    ...rangeText(fineFrom, fineUpTo),
    inForce: inForceOn(basis, on),
    from,
    ...(until === undefined ? {} : { until }),
    restingOn: [
      ...(agency.competences ?? [])
        .filter(({ bases }) => bases?.includes(id) === true)
        .map(({ item }) => item),
      ...benchmarksOf(agency)
        .filter((benchmark) => benchmark.basis === id)
        .map(benchmarkTitle),
    ],
  };
}

function rangeText(from: number | undefined, upTo: number | undefined): { range?: string } {
  if (upTo === undefined) return from === undefined ? {} : { range: `${yuanText(from)}以上` };
  return { range: from === undefined ? `${yuanText(upTo)}以下` : `${yuanText(from)}至 ${yuanText(upTo)}` };
}

function publishedText(where: string | undefined, on: Day | undefined): { published?: string } {
  return where === undefined || on === undefined
    ? {}
    : { published: `${where}，${formatDay(on, { withYear: true })}` };
}

function unitName(agency: AgencyState, unit: string | undefined): string {
  return unit === undefined ? '本机关' : (agency.units[unit]?.name ?? '');
}

/** What an entry of the list says now, so that whoever changes it does not type it again. */
export function enteredBefore(
  agency: AgencyState,
  act: string,
  id: string,
): { input: Record<string, unknown>; record: Record<string, unknown> } | undefined {
  if (act === 'agency.register-basis') return plain(basisById(agency, id));
  if (act === 'agency.register-benchmark') return plain(benchmarksOf(agency).find((one) => one.id === id));
  const item = (agency.competences ?? []).find((one) => one.id === id);
  if (act !== 'agency.register-competence' || item === undefined) return undefined;
  const { division, divisionText, asked, settled: _settled, ...input } = item;
  return {
    input,
    record: {
      ...(division === undefined ? {} : { 'competence.division': division }),
      ...(divisionText === undefined ? {} : { 'competence.division-text': divisionText }),
      ...(asked === undefined
        ? {}
        : { 'competence.request-number': asked.document, 'competence.requested-on': asked.on }),
    },
  };
}

function plain(entry: object | undefined) {
  return entry === undefined ? undefined : { input: { ...entry }, record: {} };
}
