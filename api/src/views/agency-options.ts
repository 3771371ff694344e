import {
  absencesOf,
  basesOf,
  basisTitle,
  breakTitle,
  benchmarksOf,
  benchmarkTitle,
  codeLabel,
  delegationsOf,
  hasFactors,
  inspectionsOf,
  levelRange,
  lineAddress,
  lotAddress,
  isUnsettled,
  openBreaks,
  openContradictions,
  nameOn,
  notBegun,
  offeredTo,
  openPeriods,
  predecessorsOf,
} from '@zhaozhang/core';
import type { ActContext, AgencyState, Cession, Delegation } from '@zhaozhang/core';
import { formatDay, formatInstant, dayOf } from '@zhaozhang/core/time';
import { planLineText } from '@zhaozhang/documents';
import type { FormView } from '../contract/index.ts';
import { contradictingRule } from './law/contradicting-rule.ts';

type Option = NonNullable<FormView['input'][number]['options']>[number];

/** Choices among the agency's own records; undefined for references to anything else. */
export function agencyOptions(ref: string, context: ActContext): Option[] | undefined {
  if (ref === 'unit')
    return Object.values(context.refs.agency.units).map(({ id, name }) => ({ value: id, label: name }));
  if (ref === 'other-agency')
    return otherAgencies(context).map((other) => ({
      value: other.id,
      label: nameOn(other, dayOf(context.now)).name,
    }));
  if (ref === 'ceding-agency')
    return offeredTo(context.refs.agency, otherAgencies(context)).map(({ other, cession }) => ({
      value: other.id,
      label: nameOn(other, cession.from).name,
      note: cessionNote(cession),
    }));
  if (ref === 'cession-to-come')
    return notBegun(context.refs.agency, dayOf(context.now)).map((cession) => ({
      value: cession.id,
      label: `划给${cession.name}`,
      note: cessionNote(cession),
    }));
  if (ref === 'predecessor')
    return predecessorsOf(context.refs.agency).map(({ agency, name }) => ({ value: agency, label: name }));
  if (ref === 'enforcement-item')
    return [...new Set((context.refs.agency.competences ?? []).map(({ item }) => item))].map((item) => ({
      value: item,
      label: item,
    }));
  if (ref === 'unsettled-item')
    return (context.refs.agency.competences ?? []).filter(isUnsettled).map(({ id, item, asked }) => ({
      value: id,
      label: item,
      ...(asked === undefined
        ? {}
        : { note: `${asked.document}，${formatDay(asked.on, { withYear: true })}报送` }),
    }));
  if (ref === 'penalty-entrustment')
    return (context.refs.agency.entrustments ?? []).map(({ id, document, organisation, from, until }) => ({
      value: id,
      label: `${document}（${context.refs.agency.units[organisation]?.name ?? '受托组织'}）`,
      note: `${formatDay(from)} 至 ${formatDay(until)}`,
    }));
  if (ref === 'emergency')
    return (context.refs.agency.emergencies ?? []).map(({ id, title, document, from, until }) => ({
      value: id,
      label: `${title}（${document}）`,
      note: `${formatDay(from)} 至 ${formatDay(until)}`,
    }));
  if (ref === 'inspection-item')
    return inspectionsOf(context.refs.agency).items.map(({ id, name, publishedOn }) => ({
      value: id,
      label: name,
      note: publishedOn === undefined ? '尚未公布' : `${formatDay(publishedOn, { withYear: true })}公布`,
    }));
  if (ref === 'inspection-plan')
    return inspectionsOf(context.refs.agency).plans.map(({ id, title, year }) => ({
      value: id,
      label: title,
      note: `${year} 年`,
    }));
  if (ref === 'plan-line')
    return inspectionsOf(context.refs.agency).plans.flatMap((plan) =>
      plan.lines.map((line) => ({
        value: lineAddress(plan, line),
        label: planLineText(context.refs.agency, lineAddress(plan, line)) ?? '',
        note: plan.title,
      })),
    );
  if (ref === 'open-draw')
    return inspectionsOf(context.refs.agency)
      .draws.filter(({ result }) => result === undefined)
      .map(({ id, terms, knownAt }) => ({
        value: id,
        label: terms.purpose,
        note: `${codeLabel(context.law, 'draw-source', terms.source)}${terms.issue}，${formatInstant(knownAt)}公布`,
      }));
  if (ref === 'lot')
    return inspectionsOf(context.refs.agency)
      .draws.toReversed()
      .flatMap((draw) =>
        (draw.result?.results ?? []).map((one) => ({
          value: lotAddress(draw, one),
          label: draw.terms.objects.find(({ code }) => code === one.object)?.name ?? '',
          note: `${one.object}，${draw.terms.purpose}`,
        })),
      );
  if (ref === 'basis')
    return basesOf(context.refs.agency).map((basis) => ({
      value: basis.id,
      label: basisTitle(basis),
      note: codeLabel(context.law, 'basis-rank', basis.rank),
    }));
  if (ref === 'benchmark-level')
    return benchmarksOf(context.refs.agency).flatMap((benchmark) =>
      benchmark.levels.map((level) => ({
        value: `${benchmark.id}/${level.id}`,
        label: `${benchmarkTitle(benchmark)}${level.label}`,
        note: `${levelRange(level)}${level.when === undefined ? '' : `；适用于${level.when}`}`,
      })),
    );
  if (ref === 'factor-benchmark')
    return benchmarksOf(context.refs.agency)
      .filter(hasFactors)
      .map((one) => ({
        value: one.id,
        label: benchmarkTitle(one),
        note: `${formatDay(one.from, { withYear: true })}施行${one.until === undefined ? '' : `，至 ${formatDay(one.until, { withYear: true })}`}`,
      }));
  if (ref === 'absence')
    return absencesOf(context.refs.agency)
      .filter(({ until }) => until >= dayOf(context.now))
      .map(({ id, officer, reason, from, until }) => ({
        value: id,
        label: nameOf(officer, context),
        note: `${codeLabel(context.law, 'absence-reason', reason)}，${formatDay(from)} 至 ${formatDay(until)}`,
      }));
  if (ref === 'delegation')
    return delegationsOf(context.refs.agency)
      .filter(({ revokedAt, until }) => revokedAt === undefined && until >= dayOf(context.now))
      .map((one) => delegationOption(one, context));
  if (ref === 'window-monitoring')
    return (context.refs.agency.windows ?? []).map(({ id, window, device, opens, closes }) => ({
      value: id,
      label: `${window} 号窗口（设备 ${device}）`,
      note: `每日 ${opens} 至 ${closes}`,
    }));
  if (ref === 'monitoring-break')
    return openBreaks(context.refs.agency).map((one) => ({ value: one.id, label: breakTitle(one) }));
  if (ref === 'period') return periods(context);
  if (ref === 'change')
    return context.refs.agency.changes
      .filter((change) => change.updated === undefined)
      .map(({ id, what, at }) => ({ value: id, label: what, note: formatDay(dayOf(at)) }));
  if (ref === 'rule') {
    const rules = new Set(openContradictions(context.refs.agency).flatMap((one) => one.rules));
    return [...rules].map((rule) => {
      const { cite, sentence } = contradictingRule(rule, context.law);
      return { value: rule, label: `${cite}：${sentence}` };
    });
  }
  return undefined;
}

function cessionNote({ document, from }: Cession): string {
  return `${document}，自 ${formatDay(from, { withYear: true })}起`;
}

/** Agencies of the installation, where the caller has read them, but for the one whose form it is. */
function otherAgencies({ refs }: ActContext): readonly AgencyState[] {
  return Object.values(refs.others ?? {}).filter(({ id, name }) => id !== refs.agency.id && name !== '');
}

/** A period that several lists wait for is one choice. */
function periods({ refs, law, now }: ActContext): Option[] {
  const found = new Map<string, { label: string; lists: string[]; over: boolean }>();
  for (const { id, label, list, ends } of openPeriods(refs.agency, law)) {
    const lists = [...(found.get(id)?.lists ?? []), codeLabel(law, 'periodic-list', list)];
    found.set(id, { label, lists, over: ends < now });
  }
  return [...found].map(([value, { label, lists, over }]) => ({
    value,
    label,
    note: `${lists.join('、')}${over ? '' : '，尚未结束'}`,
  }));
}

/** 「代吴负责」, with who signs and until when. */
export function delegationOption(delegation: Delegation, context: ActContext): Option {
  const { id, delegator, delegate, document, from, until } = delegation;
  const paper = document === undefined ? '授权书扫描件' : document;
  return {
    value: id,
    label: `${nameOf(delegate, context)}代${nameOf(delegator, context)}`,
    note: `${paper}，${formatDay(from)} 至 ${formatDay(until)}`,
  };
}

function nameOf(officer: string, { refs }: ActContext): string {
  return refs.agency.officers[officer]?.name ?? officer;
}
