import type { Structural } from '../../act.ts';
import { plainly } from '../../fines/shelf.ts';
import type { Instant } from '../../time/index.ts';
import { entriesOf } from '../state.ts';
import type { CaseState, EntryOf } from '../state.ts';
import type { PersonOfPartner } from './entries.ts';

/**
 * 联合执法的机关: another agency that enforces beside this one, each in its own powers and in its own name. Those named with
 * an inspection's task are the same thing: there is no second way to know whom a file is handled with.
 */
export interface Partner {
  /** Of the first entry that named it. */
  readonly id: string;
  readonly name: string;
  readonly joinedAt: Instant;
  readonly role?: string;
  readonly matters: readonly string[];
  readonly ours: readonly string[];
  readonly people: readonly PersonOfPartner[];
  readonly document?: string;
  readonly left?: EntryOf<'partner-leaving'>;
  /** What stands of it now. */
  readonly result?: EntryOf<'partner-result'>;
}

/** Every one there was, in the order they came; as the file stood at a version, where one is given. */
export function partnersOf(state: CaseState, upTo = state.version): readonly Partner[] {
  const leaving = entriesOf(state, 'partner-leaving').filter(({ version }) => version <= upTo);
  const results = entriesOf(state, 'partner-result').filter(({ version }) => version <= upTo);
  const partners: Partner[] = [];
  for (const told of entriesOf(state, 'partner').filter(({ version }) => version <= upTo)) {
    const at = partners.findIndex((one) => isCompletedBy(one, told));
    const first = partners[at] ?? told;
    const left = leaving.find(({ data }) => data.partner === first.id);
    const result = results.findLast(({ data }) => data.partner === first.id);
    const { name, role, document, matters, ours = [], people = [] } = told.data;
    partners.splice(at < 0 ? partners.length : at, at < 0 ? 0 : 1, {
      id: first.id,
      name,
      joinedAt: partners[at]?.joinedAt ?? told.at,
      matters: matters.map(({ matter }) => matter),
      ours: ours.map(({ matter }) => matter),
      people,
      ...(role === undefined ? {} : { role }),
      ...(document === undefined ? {} : { document }),
      ...(left === undefined ? {} : { left }),
      ...(result === undefined ? {} : { result }),
    });
  }
  return partners;
}

/** What was known of it by name alone is told in full; one that had left by then has come back as another. */
function isCompletedBy(partner: Partner, { data, version }: EntryOf<'partner'>): boolean {
  const gone = partner.left !== undefined && partner.left.version < version;
  return isNamedOnly(partner) && !gone && isSameAgency(partner.name, data.name);
}

/** Those that go along at that moment: they have come, and not left before it. */
export function partnersAt(state: CaseState, at: Instant, upTo?: number): readonly Partner[] {
  return partnersOf(state, upTo).filter(
    ({ joinedAt, left }) => joinedAt <= at && (left === undefined || at < left.at),
  );
}

/** Those that have not left, as far as is known now. */
export function presentPartners(state: CaseState): readonly Partner[] {
  return partnersOf(state).filter(({ left }) => left === undefined);
}

/** Only its name is known: whoever opened the inspection told no more. */
export function isNamedOnly({ matters }: Partner): boolean {
  return matters.length === 0;
}

/** One that has not left and of which the file says neither what came of it there nor why that is not known. */
export function unansweredPartners(state: CaseState): readonly Partner[] {
  return presentPartners(state).filter(({ result }) => result === undefined);
}

/** Said where another agency is named, or asked of, that never joined. */
export function notJoined(code: string, because: string, field?: string): readonly Structural[] {
  const remedy = { says: '参加了联合执法的先登记该机关', act: 'case.join-enforcement' };
  return [{ code, because, ...(field === undefined ? {} : { field }), remedy }];
}

export function isSameAgency(a: string, b: string): boolean {
  return plainly(a) === plainly(b);
}
