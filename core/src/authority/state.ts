import type { Settlement } from '../rules/settlement.ts';
import type { Day, Instant } from '../time/index.ts';

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
}

export interface Appointment {
  readonly officer: string;
  readonly role: Role;
  readonly unit?: string;
  readonly from: Day;
  readonly until?: Day;
}

/** Which rule packs bind the agency from which day. */
export interface LawBinding {
  readonly packs: readonly string[];
  readonly from: Day;
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

export interface AgencyState {
  readonly stream: string;
  readonly version: number;
  readonly id: string;
  readonly name: string;
  readonly shortName: string;
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
  return held?.findLast((one) => one.from <= on && on <= one.until);
}

/** Roles the officer holds on that day. */
export function rolesOn(agency: AgencyState, officer: string | undefined, on: Day): readonly Role[] {
  if (officer === undefined) return [];
  return agency.appointments
    .filter(
      (post) => post.officer === officer && post.from <= on && (post.until === undefined || on <= post.until),
    )
    .map((post) => post.role);
}
