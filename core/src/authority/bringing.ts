import { addDays } from '../time/index.ts';
import type { Day } from '../time/index.ts';
import { inForceOn } from './in-force.ts';
import { inheritedId } from './inherited.ts';
import { inspectionsOf } from './inspections.ts';
import type { InspectionItem, InspectionPlan } from './inspections.ts';
import type { DiscretionBenchmark, LegalBasis } from './legal-basis.ts';
import type { Cession } from './succession.ts';
import type { AgencyState, Appointment, Emergency, EnforcementOfficer, Role, Unit } from './state.ts';

/**
 * What comes along from a predecessor: that of its registers which its files name. Its numbers and receipts stay where
 * they were given out, its law and its list of powers are the successor's own affair.
 */
export interface Brought {
  readonly units: readonly Unit[];
  readonly officers: readonly EnforcementOfficer[];
  readonly appointments: readonly Appointment[];
  readonly bases: readonly LegalBasis[];
  readonly benchmarks: readonly DiscretionBenchmark[];
  readonly items: readonly InspectionItem[];
  readonly plans: readonly InspectionPlan[];
  readonly emergencies: readonly Emergency[];
}

/** Who works on files goes on working on them; who leads and who reviews is for the successor to appoint. */
const goOn: readonly Role[] = ['handler', 'clerk'];

/** The registers of a predecessor with the ids its successor will know them by. */
export function brought(from: AgencyState, cessions: readonly Cession[]): Brought {
  const id = (own: string) => inheritedId(own, from.id);
  const maybe = (own: string | undefined) => (own === undefined ? undefined : id(own));
  const whole = cessions.some(({ units }) => units === undefined);
  const ceded = new Set(cessions.flatMap(({ units = [] }) => units));
  const since = cessions.map((one) => one.from).toSorted()[0];
  const comes = (unit: string) => whole || ceded.has(unit);
  const until = (last: Day): Day => (since === undefined ? last : earlier(last, addDays(since, -1)));
  const { items, plans } = inspectionsOf(from);
  return {
    units: inOrder(from.units)
      .filter((unit) => comes(unit.id))
      .map((unit) => ({ ...unit, id: id(unit.id), ...kept('reviewedBy', maybe(unit.reviewedBy)) })),
    officers: inOrder(from.officers).map((one) => ({
      ...one,
      ...{ id: id(one.id), unit: id(one.unit) },
      // What somebody who stays there held is known for the days before; after that it is the other agency's affair.
      ...(comes(one.unit)
        ? {}
        : {
            elsewhere: true as const,
            certificates: one.certificates.map((held) => ({ ...held, until: until(held.until) })),
          }),
    })),
    appointments: from.appointments.flatMap((post) => {
      const { post: _named, ...told } = post;
      const officer = from.officers[post.officer];
      const goes = officer !== undefined && comes(officer.unit) && goOn.includes(post.role);
      const there = { ...told, officer: id(post.officer), ...kept('unit', maybe(post.unit)) };
      // What was signed before is read by the posts of its day, so all of them are kept, up to the last day there.
      if (goes || since === undefined || !inForceOn(post, since)) return [there];
      return post.from >= since ? [] : [{ ...there, until: addDays(since, -1) }];
    }),
    bases: inOrder(from.bases ?? {}).map((one) => ({ ...one, id: id(one.id) })),
    benchmarks: inOrder(from.benchmarks ?? {}).map((one) => ({
      ...one,
      ...{ id: id(one.id), basis: id(one.basis) },
    })),
    items: items.map((one) => ({ ...one, id: id(one.id) })),
    plans: plans.map((one) => ({
      ...one,
      id: id(one.id),
      lines: one.lines.map((line) => ({ ...line, item: id(line.item) })),
    })),
    emergencies: (from.emergencies ?? []).map((one) => ({ ...one, id: id(one.id) })),
  };
}

/**
 * Taken over again after a second cession, who has come already stays as the successor has them now: renewed, appointed.
 * What decisions rest on is replaced by how it stands there.
 */
export function withBrought(state: AgencyState, come: Brought): AgencyState {
  const records = inspectionsOf(state);
  const here = (id: string) => Object.hasOwn(state.officers, id) && state.officers[id]?.elsewhere !== true;
  const arriving = come.officers.filter(({ id }) => !here(id));
  const arrived = new Set(arriving.map(({ id }) => id));
  return {
    ...state,
    units: { ...byId(come.units), ...state.units },
    officers: { ...state.officers, ...byId(arriving) },
    appointments: [
      ...state.appointments.filter(({ officer }) => !arrived.has(officer)),
      ...come.appointments.filter(({ officer }) => arrived.has(officer)),
    ],
    ...withSome('bases', { ...state.bases, ...byId(come.bases) }),
    ...withSome('benchmarks', { ...state.benchmarks, ...byId(come.benchmarks) }),
    ...withSome('emergencies', joined(state.emergencies ?? [], come.emergencies)),
    ...(come.items.length + come.plans.length === 0
      ? {}
      : {
          inspections: {
            ...records,
            items: joined(records.items, come.items),
            plans: joined(records.plans, come.plans),
          },
        }),
  };
}

/** A register has no order of its own, and whoever decides this again has to come to the very same list. */
function inOrder<T extends { readonly id: string }>(register: Readonly<Record<string, T>>): readonly T[] {
  return Object.values(register).toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

function byId<T extends { readonly id: string }>(list: readonly T[]): Readonly<Record<string, T>> {
  return Object.fromEntries(list.map((one) => [one.id, one]));
}

function joined<T extends { readonly id: string }>(before: readonly T[], come: readonly T[]): readonly T[] {
  const ids = new Set(come.map(({ id }) => id));
  return [...before.filter(({ id }) => !ids.has(id)), ...come];
}

/** Registers that are absent while nothing is entered stay so. */
function withSome<K extends string, V extends object>(name: K, register: V): Partial<Record<K, V>> {
  return Object.keys(register).length === 0 ? {} : ({ [name]: register } as Record<K, V>);
}

function kept<K extends string>(name: K, value: string | undefined): Partial<Record<K, string>> {
  return value === undefined ? {} : ({ [name]: value } as Record<K, string>);
}

function earlier(one: Day, other: Day): Day {
  return one < other ? one : other;
}
