import { isDeepStrictEqual } from 'node:util';
import { aggregateOf, emptyState, foldEdition } from '@zhaozhang/core';
import type { CaseState, Law, State } from '@zhaozhang/core';
import { normalise } from '@zhaozhang/store';
import type {
  LedgerEvent,
  NewPublication,
  Recomputation,
  SearchEntry,
  StandingRow,
  StreamPlace,
} from '@zhaozhang/store';
import { derivedOf } from '../acts/derived.ts';
import type { Derived } from '../acts/derived.ts';
import { isSealedAs } from '../acts/seal.ts';
import type { Check, Discrepancy } from './discrepancy.ts';
import { foldedUpTo } from './history.ts';
import { namedIn } from '../acts/named-in.ts';
import type { Named } from '../acts/named-in.ts';
import { pageMoved, publishedAgain } from './published-again.ts';
import { standingLaw } from './standing-law.ts';
import type { Findings, Verified } from './verified.ts';

const pageSize = 50;

/**
 * Goes through every stream: its events in an unbroken row, the state, list line, duties, searchable text and public page
 * as they come out of the events again, the sealed texts and files it names. Yields after each how far it has come.
 */
export async function* checkStreams(
  verified: Verified,
  findings: Findings,
  after: StreamPlace,
): AsyncGenerator<StreamPlace> {
  const looking = new StreamCheck(verified, findings);
  for (let place = after; ; ) {
    const page = await verified.ledger.standing(place, pageSize);
    for (const row of page) {
      await looking.at(row);
      place = { agency: row.agency, stream: row.stream };
      yield place;
    }
    if (page.length < pageSize) break;
  }
  for (const { agency, stream } of await verified.ledger.withoutState(1000))
    findings.discrepancies.push({ check: 'state', where: `${agency} ${stream}`, what: '有事件而状态缺失' });
}

class StreamCheck {
  readonly #verified: Verified;
  readonly #findings: Findings;
  readonly #recomputations = new Map<string, readonly Recomputation[]>();
  /** What was found of files read already: one file may be named by many. */
  readonly #blobs = new Map<string, 'sound' | 'missing' | 'altered'>();

  constructor(verified: Verified, findings: Findings) {
    this.#verified = verified;
    this.#findings = findings;
  }

  async at(row: StandingRow): Promise<void> {
    const { counts } = this.#findings;
    counts.streams += 1;
    const events = await this.#verified.ledger.eventsOf(row);
    // An installation goes on meanwhile: what came after the row was read is looked at another time.
    const told = events.filter((event) => event.version <= row.version);
    this.#found(row, 'event', rowFaults(told));
    if (told.length !== row.version) return this.#found(row, 'state', ['状态的版本与事件数不符']);
    if (row.kind === 'access') return;
    await this.#derived(row, told);
    const named = namedIn(told.map((event) => event.data));
    await this.#sealed(row, named);
    await this.#files(row, named);
  }

  async #derived(row: StandingRow, events: readonly LedgerEvent[]): Promise<void> {
    const states = foldedUpTo(events, row, row.version);
    const state = states.at(-1) ?? emptyState(row.stream, row.agency);
    if (row.fold !== foldEdition) {
      this.#findings.notes.add('有由旧版程序折叠的状态，没有比对；用 npm run rebuild 重建之后可以比对');
      return;
    }
    if (!isDeepStrictEqual(row.state, plain(state)))
      this.#found(row, 'state', ['状态与事件重新折叠的结果不符']);
    const last = events.at(-1);
    if (last === undefined) return;
    const law = await standingLaw(state, last, await this.#changes(row.agency), this.#verified.lawBook);
    if (law === undefined) return this.#found(row, 'state', ['所依据的规则包没有留存']);
    // An agency's own duties are written by the law foreseen when it last acted: where the packs have changed since, that
    // law is not among those that were kept.
    if (row.kind === 'agency' && (await this.#verified.ledger.bundle(law.digest)) === undefined) {
      this.#findings.notes.add('机关最近一次行为之后规则包换过版本，机关自己的待办没有比对');
      return;
    }
    this.#compare(row, state, law);
    if (aggregateOf(row.stream) !== 'case') return;
    const gone = await pageMoved(state as CaseState, this.#verified.ledger);
    const page = gone ? undefined : await publishedAgain(events, states, this.#verified.lawBook);
    if (!isDeepStrictEqual(publicColumns(row.published), publicColumns(asStored(page))))
      this.#found(row, 'published', ['公示页与案卷得出的不符']);
  }

  #compare(row: StandingRow, state: State, law: Law): void {
    const derived = derivedOf(state, law);
    const wanted = derived.obligations ?? [];
    this.#findings.counts.duties += wanted.length;
    if (!isDeepStrictEqual(listed(row.summary, row), listed(plain(derived.summary ?? {}), inLists(derived))))
      this.#found(row, 'state', ['列表所示与案卷得出的不符']);
    this.#found(row, 'duty', dutyFaults(row.obligations, wanted));
    if (!isDeepStrictEqual(searchable(row.search), searchable(derived.search)))
      this.#found(row, 'search', ['检索的文字与案卷得出的不符']);
  }

  async #changes(agency: string): Promise<readonly Recomputation[]> {
    const known = this.#recomputations.get(agency) ?? (await this.#verified.ledger.recomputations(agency));
    this.#recomputations.set(agency, known);
    return known;
  }

  async #sealed(row: StandingRow, { sealed }: Named): Promise<void> {
    if (sealed.size === 0) return;
    const kept = new Map((await this.#verified.ledger.sealedOf(row)).map((one) => [one.ref, one]));
    const key = this.#verified.keyOf(row.agency);
    for (const [ref, digest] of sealed) {
      this.#findings.counts.sealed += 1;
      const one = kept.get(ref);
      if (one === undefined) this.#found(row, 'sealed', [`加密信息 ${ref} 缺失`]);
      else if (key === undefined || key.id !== one.keyId)
        this.#findings.notes.add(`${row.agency} 的密钥不在这里，加密信息只核对了有无`);
      else if (!isSealedAs(ref, digest, one.ciphertext, key))
        this.#found(row, 'sealed', [`加密信息 ${ref} 被改动或者调换过`]);
    }
  }

  async #files(row: StandingRow, { blobs }: Named): Promise<void> {
    for (const digest of blobs) {
      const found = this.#blobs.get(digest) ?? (await this.#verified.blobs.check(digest));
      if (!this.#blobs.has(digest)) this.#findings.counts.blobs += 1;
      this.#blobs.set(digest, found);
      if (found === 'missing') this.#found(row, 'blob', [`附件 ${digest.slice(0, 16)}… 缺失`]);
      if (found === 'altered') this.#found(row, 'blob', [`附件 ${digest.slice(0, 16)}… 的内容被改动过`]);
    }
  }

  #found(place: StreamPlace, check: Check, faults: readonly string[]): void {
    const where = `${place.agency} ${place.stream}`;
    const found = faults.map((what): Discrepancy => ({ check, where, what }));
    this.#findings.discrepancies.push(...found);
  }
}

/** Events of one stream: numbered from one without a gap, written and logged in that order. */
function rowFaults(events: readonly LedgerEvent[]): readonly string[] {
  for (const [at, event] of events.entries())
    if (event.version !== at + 1) return [`事件不连续：应为第 ${at + 1} 号，却是第 ${event.version} 号`];
  for (const [at, event] of events.entries()) {
    const before = events[at - 1];
    if (before === undefined) continue;
    const logged = before.logIndex !== undefined && event.logIndex !== undefined;
    if (before.position > event.position || (logged && (before.logIndex ?? 0) > (event.logIndex ?? 0)))
      return [`第 ${before.version} 号与第 ${event.version} 号事件的先后被调换过`];
  }
  return [];
}

function dutyFaults(
  stored: readonly unknown[],
  wanted: readonly { readonly id: string }[],
): readonly string[] {
  const left = new Map(
    stored.map((one) => {
      const told = withoutNulls(one);
      return [String(told['id']), told] as const;
    }),
  );
  const faults: string[] = [];
  for (const one of wanted) {
    const found = left.get(one.id);
    left.delete(one.id);
    if (found === undefined) faults.push(`待办缺失：${labelOf(one)}`);
    else if (!isDeepStrictEqual(found, withoutNulls(plain(one))))
      faults.push(`待办与重新计算的不符：${labelOf(one)}`);
  }
  return [...faults, ...[...left.values()].map((one) => `多出的待办：${labelOf(one)}`)];
}

function labelOf(one: object): string {
  const { label, id } = one as { readonly label?: unknown; readonly id?: unknown };
  return `${String(label ?? '')}（${String(id ?? '')}）`;
}

/** As it comes back from the database. */
function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}

function withoutNulls(value: unknown): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(value as object).filter(([, item]) => item !== null));
}

/**
 * Lines and pairs without their order: a file is found by them, and the order in which fields were typed is not kept in
 * its events.
 */
function searchable(entry: SearchEntry | undefined): unknown {
  return entry && [normalise(entry.text).split('\n').sort(), [...(entry.grams ?? [])].sort()];
}

/** What lists are kept by, beside the line itself. */
function listed(
  summary: unknown,
  { lateFrom, handledBy }: Pick<StandingRow, 'lateFrom' | 'handledBy'>,
): unknown {
  return { summary, lateFrom, handledBy: [...handledBy].sort() };
}

/** The first of its open duties, owed by somebody other than a party, whose clock runs; and those who handle it. */
function inLists({ summary, obligations = [] }: Derived): Pick<StandingRow, 'lateFrom' | 'handledBy'> {
  const running = obligations.flatMap((one) => {
    const { lapses, suspended } = one.derivation as { lapses?: boolean; suspended?: boolean };
    const counts = one.metAt === undefined && one.owedBy !== 'party' && lapses !== true && suspended !== true;
    return counts && one.lawfulDueAt !== undefined ? [one.lawfulDueAt] : [];
  });
  const { handlers } = (summary ?? {}) as { readonly handlers?: readonly string[] };
  return { lateFrom: running.toSorted()[0], handledBy: [...new Set(handlers ?? [])] };
}

function asStored(page: NewPublication | undefined): unknown {
  return page && plain({ ...page, text: normalise(page.text) });
}

function publicColumns(row: unknown): unknown {
  if (row === undefined) return undefined;
  const { grams, ...rest } = withoutNulls(row);
  return { ...rest, grams: [...((grams as string[] | undefined) ?? [])].sort() };
}
