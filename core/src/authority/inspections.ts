import type { DrawnObject, DrawTerms } from '../drawing/draw.ts';
import type { Day, Instant } from '../time/index.ts';
import { inForceOn } from './in-force.ts';
import type { AgencyState } from './state.ts';

/** 行政检查 as the agency keeps it: what may be inspected, what is planned for the year, and who was drawn by lot. */

/** 检查事项: one line of the published list. */
export interface InspectionItem {
  readonly id: string;
  readonly name: string;
  /** The statute or regulation that lets it be inspected, with its article. */
  readonly basis: string;
  readonly rank: string;
  /** Whom it concerns. */
  readonly objects: string;
  readonly content: string;
  /** Code of the set `inspection-way`. */
  readonly way: string;
  readonly publishedOn?: Day | undefined;
  readonly publishedIn?: string | undefined;
  readonly from: Day;
  readonly until?: Day | undefined;
}

/** One line of a yearly plan: an item, whom, what share of them, how often, when. */
export interface PlanLine {
  readonly id: string;
  readonly item: string;
  readonly objects: string;
  /** Of a hundred; absent where all are inspected or those named. */
  readonly share?: number | undefined;
  readonly times: number;
  readonly from: Day;
  readonly until: Day;
  /** Other agencies that go along (联合检查). */
  readonly joint?: string | undefined;
}

/** 年度检查计划. `yearlyCap` is how often one enterprise may be inspected in that year, as published. */
export interface InspectionPlan {
  readonly id: string;
  readonly year: number;
  readonly title: string;
  readonly yearlyCap?: number | undefined;
  readonly publishedOn?: Day | undefined;
  readonly publishedIn?: string | undefined;
  readonly lines: readonly PlanLine[];
}

/** Terms laid down for a draw, and what was drawn once the public number was known. */
export interface Draw {
  readonly id: string;
  /** `plan/line`. */
  readonly line: string;
  readonly terms: DrawTerms;
  readonly commitment: string;
  /** From when on the public number is known. */
  readonly knownAt: Instant;
  readonly committedAt: Instant;
  /** Names and certificates of the inspectors when the pool was closed. */
  readonly names: Readonly<Record<string, { readonly name: string; readonly certificate?: string }>>;
  readonly result?: DrawResult;
}

export interface DrawResult {
  readonly number: string;
  /** Where the number can be looked up. */
  readonly proof: string;
  readonly seed: string;
  readonly results: readonly DrawnObject[];
  readonly at: Instant;
}

export interface InspectionRecords {
  readonly items: readonly InspectionItem[];
  readonly plans: readonly InspectionPlan[];
  readonly draws: readonly Draw[];
}

export function inspectionsOf(agency: AgencyState): InspectionRecords {
  return agency.inspections ?? { items: [], plans: [], draws: [] };
}

export function inspectionItem(agency: AgencyState, id: string | undefined): InspectionItem | undefined {
  return inspectionsOf(agency).items.find((one) => one.id === id);
}

/** In the published list on that day, in the version that is in force then. */
export function isPublished(item: InspectionItem | undefined, on: Day): boolean {
  return item?.publishedOn !== undefined && item.publishedOn <= on && inForceOn(item, on);
}

/** The line of a plan by its address `plan/line`. */
export function planLine(
  agency: AgencyState,
  address: string | undefined,
): { readonly plan: InspectionPlan; readonly line: PlanLine } | undefined {
  for (const plan of inspectionsOf(agency).plans)
    for (const line of plan.lines) if (lineAddress(plan, line) === address) return { plan, line };
  return undefined;
}

export function lineAddress(plan: Pick<InspectionPlan, 'id'>, line: Pick<PlanLine, 'id'>): string {
  return `${plan.id}/${line.id}`;
}

/** How often one enterprise may be inspected that year, as published by that day: of several plans the strictest. */
export function yearlyCap(agency: AgencyState, on: Day): number | undefined {
  const caps = inspectionsOf(agency)
    .plans.filter(({ year, publishedOn }) => String(year) === on.slice(0, 4) && (publishedOn ?? on) <= on)
    .flatMap(({ yearlyCap: cap, publishedOn }) =>
      cap === undefined || publishedOn === undefined ? [] : [cap],
    );
  return caps.length === 0 ? undefined : Math.min(...caps);
}

export function drawById(agency: AgencyState, id: string | undefined): Draw | undefined {
  return inspectionsOf(agency).draws.find((one) => one.id === id);
}

/** An object that was drawn, by its address `draw/code`. */
export function drawnLot(
  agency: AgencyState,
  address: string | undefined,
):
  | { readonly draw: Draw; readonly object: DrawTerms['objects'][number]; readonly drawn: DrawnObject }
  | undefined {
  for (const draw of inspectionsOf(agency).draws)
    for (const drawn of draw.result?.results ?? []) {
      const object = draw.terms.objects.find(({ code }) => code === drawn.object);
      if (object !== undefined && lotAddress(draw, drawn) === address) return { draw, object, drawn };
    }
  return undefined;
}

export function lotAddress(draw: Pick<Draw, 'id'>, drawn: Pick<DrawnObject, 'object'>): string {
  return `${draw.id}/${drawn.object}`;
}

/** Lots of other draws of the same year that took the same enterprise: two visits that one could make. */
export function otherLots(
  agency: AgencyState,
  code: string | undefined,
  draw: string,
  year: string,
): readonly Draw[] {
  return code === undefined
    ? []
    : inspectionsOf(agency).draws.filter(
        (one) =>
          one.id !== draw &&
          one.committedAt.slice(0, 4) === year &&
          one.result?.results.some(({ object }) => object === code) === true,
      );
}
