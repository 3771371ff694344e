import { inForceOn } from './in-force.ts';
import type { Absence } from './absence.ts';
import type { OwnValueKept } from './own-values.ts';
import type { Preparation } from './preparations.ts';
import type { Renaming } from './names.ts';
import type { Cession, Predecessor } from './succession.ts';
import type { LawProposal } from './law-proposals.ts';
import type { InspectionRecords } from './inspections.ts';
import type { Delegation } from './delegation.ts';
import type { Settlement } from '../rules/settlement.ts';
import type { Competence } from './competence.ts';
import type { Entrustment } from './entrustment.ts';
import type { CalendarYear, Day, Instant } from '../time/index.ts';
import type { DiscretionBenchmark, LegalBasis } from './legal-basis.ts';
import type { ReceiptRange, VoidReceipt } from './receipts.ts';
import type { MonitoringBreak, WindowMonitoring } from './windows.ts';

/** Closed list of legal roles. Agencies map persons to them; packs map a regulation's offices to them. */
export const roles = [
  'agency-head',
  'unit-head',
  'legal-reviewer',
  'handler',
  'clerk',
  'administrator',
] as const;
export type Role = (typeof roles)[number];

export const roleLabels: Readonly<Record<Role, string>> = {
  'agency-head': '机关负责人',
  'unit-head': '部门主要负责人',
  'legal-reviewer': '法制审核人员',
  handler: '承办人',
  clerk: '内勤',
  administrator: '管理员',
};

export interface Unit {
  readonly id: string;
  readonly name: string;
  /** Code of the set `unit-type`: what a regulation calls a unit like this one. */
  readonly type?: string | undefined;
  /** Code of the set `unit-level`; absent of units registered before it was asked. */
  readonly level?: string | undefined;
  /** What gives it the power to enforce: document number and article. */
  readonly authorityDocument?: string | undefined;
  readonly authorityArticle?: string | undefined;
  /** The unit that reviews what it proposes, where the unit itself has one. */
  readonly reviewedBy?: string | undefined;
}

export interface EnforcementCertificate {
  readonly number: string;
  readonly from: Day;
  readonly until: Day;
}

export interface EnforcementOfficer {
  readonly id: string;
  readonly name: string;
  readonly unit: string;
  readonly certificates: readonly EnforcementCertificate[];
  /** The national legal qualification, and the day it was obtained. */
  readonly qualification?: string | undefined;
  readonly qualifiedFrom?: Day | undefined;
  /** When the examination and the assessment of those who enforce were passed. */
  readonly examinedOn?: Day | undefined;
  readonly assessedOn?: Day | undefined;
  /** A statute or regulation asks something else of them, and which one does. */
  readonly excepted?: boolean | undefined;
  readonly exceptionBasis?: string | undefined;
  /** Of a predecessor, who did not come along: known because its files name them, and chosen for nothing. */
  readonly elsewhere?: true;
}

export interface Appointment {
  readonly officer: string;
  readonly role: Role;
  readonly unit?: string;
  /** Of the table of posts. */
  readonly post?: string;
  /** 主持工作: nobody holds the post, and they do its work until somebody does. */
  readonly acting?: true;
  readonly from: Day;
  readonly until?: Day;
}

/** One version of an entry of the table of posts: a post, its duties, and what lays them down. */
export interface Post {
  readonly id: string;
  readonly name: string;
  readonly unit?: string | undefined;
  readonly duties: string;
  readonly basis: string;
  readonly from: Day;
  readonly until?: Day | undefined;
}

/** Which rule packs bind the agency from which day. */
export interface LawBinding {
  readonly packs: readonly string[];
  readonly from: Day;
  /** Codes of the set `law-module`: which systems it begins; absent = all the packs speak of. */
  readonly modules?: readonly string[] | undefined;
}

export interface PublishedBatch {
  readonly list: string;
  readonly period: string;
  readonly count: number;
  readonly at: Instant;
}

export interface InformationChange {
  readonly id: string;
  /** Code of the set `change-kind`. */
  readonly kind: string;
  readonly what: string;
  readonly at: Instant;
  /** When what is published was put right. */
  readonly updated?: Instant;
}

/** Rules that contradict each other, put before the legal office by somebody whom they stopped. */
export interface Contradiction {
  readonly id: string;
  readonly rules: readonly string[];
  readonly by: string;
  readonly at: Instant;
}

/** A ruling as the agency keeps it: what is followed, and who said so, when and why. */
export interface Ruling extends Settlement {
  readonly reason: string;
  readonly by: string;
  readonly at: Instant;
}

/** A year of the calendar entered from its notice, with what stood before it. */
export interface EnteredCalendar {
  /** Id of the act: names the entry wherever its content would be too long a name. */
  readonly act: string;
  /** The legal clock at which it was entered: until then the other stood. */
  readonly at: Instant;
  readonly arrangement: CalendarYear;
  /** Absent where the year was computed from the statute. */
  readonly replaced?: CalendarYear;
}

/** Measures against an emergency, and the period in which they apply (处罚法第四十九条). */
export interface Emergency {
  readonly id: string;
  readonly title: string;
  readonly document: string;
  readonly article: string;
  readonly from: Day;
  readonly until: Day;
}

export interface AgencyState {
  readonly stream: string;
  readonly version: number;
  readonly id: string;
  readonly name: string;
  readonly shortName: string;
  /** Names borne since, in the order of their days; absent while it bears the one it was set up with. */
  readonly renamings?: readonly Renaming[];
  readonly units: Readonly<Record<string, Unit>>;
  readonly officers: Readonly<Record<string, EnforcementOfficer>>;
  readonly appointments: readonly Appointment[];
  readonly bindings: readonly LawBinding[];
  /** What has been published by the month, quarter or year. */
  readonly batches: readonly PublishedBatch[];
  /** Changes that make published information out of date. */
  readonly changes: readonly InformationChange[];
  /** Rulings of its legal office on rules that contradict each other. */
  readonly settlements: readonly Ruling[];
  readonly contradictions: readonly Contradiction[];
  /** In the order in which they were entered; absent while none is. */
  readonly calendars?: readonly EnteredCalendar[];
  /** What it may punish, where and when; absent while nothing is entered. */
  readonly competences?: readonly Competence[];
  /** Organisations that punish in its name; absent while none does. */
  readonly entrustments?: readonly Entrustment[];
  /** Measures against emergencies; absent while none is entered. */
  readonly emergencies?: readonly Emergency[];
  /** Its table of posts in all its versions; absent while nothing is entered. */
  readonly posts?: readonly Post[];
  /** What its penalties may be founded on, by id; absent while none is registered. */
  readonly bases?: Readonly<Record<string, LegalBasis>>;
  readonly benchmarks?: Readonly<Record<string, DiscretionBenchmark>>;
  /** Ranges of receipts for fines, by id, and those that were spoilt; absent while there are none. */
  readonly receipts?: Readonly<Record<string, ReceiptRange>>;
  readonly voidReceipts?: readonly VoidReceipt[];
  /** Packs proposed to bind by, also those confirmed or withdrawn; absent while none is. */
  readonly proposals?: readonly LawProposal[];
  /** What may be inspected, the plans and the draws; absent while nothing is entered. */
  readonly inspections?: InspectionRecords;
  /** In the order in which they were entered; absent while none is. */
  readonly absences?: readonly Absence[];
  /** What it has made ready for packs to bind, in the order of entry; absent while nothing is. */
  readonly preparations?: readonly Preparation[];
  /** Values it has set for itself, those that later ones replace included; absent while none is. */
  readonly ownValues?: readonly OwnValueKept[];
  /** Which service windows are filmed, and when that broke off; absent while none is. */
  readonly windows?: readonly WindowMonitoring[];
  readonly breaks?: readonly MonitoringBreak[];
  /** All ever given, those over and withdrawn included; absent while none is. */
  readonly delegations?: readonly Delegation[];
  /** Powers given to other agencies, in the order of entry; absent while none is. */
  readonly cessions?: readonly Cession[];
  /** Agencies whose power it goes on exercising; absent while there are none. */
  readonly predecessors?: readonly Predecessor[];
}

export function emptyAgency(stream: string): AgencyState {
  const id = stream.slice(stream.indexOf('/') + 1);
  return {
    stream,
    version: 0,
    id,
    name: '',
    shortName: '',
    units: {},
    officers: {},
    appointments: [],
    bindings: [],
    batches: [],
    changes: [],
    settlements: [],
    contradictions: [],
  };
}

/** Is one of the officer's certificates valid on that day, first and last day included? (处罚法第四十二条) */
export function holdsCertificate(agency: AgencyState, officer: string, on: Day): boolean {
  return certificateOn(agency, officer, on) !== undefined;
}

/** The certificate that was valid that day; of several, the one that came last. */
export function certificateOn(
  agency: AgencyState,
  officer: string,
  on: Day,
): EnforcementCertificate | undefined {
  // An id nobody has may still name something every object has: it holds no certificate.
  const held = Object.hasOwn(agency.officers, officer) ? agency.officers[officer]?.certificates : undefined;
  return held?.findLast((one) => inForceOn(one, on));
}

/** The unit an officer belongs to; undefined also for somebody who is no officer. */
export function unitOf(agency: AgencyState, officer: string | undefined): string | undefined {
  return officer === undefined ? undefined : agency.officers[officer]?.unit;
}

/** Roles the officer holds on that day. */
export function rolesOn(agency: AgencyState, officer: string | undefined, on: Day): readonly Role[] {
  if (officer === undefined) return [];
  return agency.appointments
    .filter((post) => post.officer === officer && inForceOn(post, on))
    .map((post) => post.role);
}

/** Units for which the officer holds the role on that day. */
export function postsOn(
  agency: AgencyState,
  officer: string | undefined,
  role: Role,
  on: Day,
): readonly Appointment[] {
  return agency.appointments.filter(
    (post) => post.officer === officer && post.role === role && inForceOn(post, on),
  );
}

/**
 * Posts held on that day and still held, for the same unit, on the day it is entered. An act may be dated back; an
 * office somebody has lost since opens nothing any more.
 */
export function postsKept(
  agency: AgencyState,
  officer: string | undefined,
  on: Day,
  entered: Day,
): readonly Appointment[] {
  if (officer === undefined) return [];
  const own = agency.appointments.filter((post) => post.officer === officer);
  const still = own.filter((post) => inForceOn(post, entered));
  return own.filter(
    (post) => inForceOn(post, on) && still.some(({ role, unit }) => role === post.role && unit === post.unit),
  );
}
