import { actDefinitions, canonical, decide, emptySeries, evolve, inPlaceOf } from '@zhaozhang/core';
import type {
  Act,
  ActContext,
  Actor,
  AgencyState,
  CaseState,
  Decision,
  Defect,
  DomainEvent,
  FineShelf,
  Law,
  Refs,
  SeriesState,
  State,
  StreamEvents,
} from '@zhaozhang/core';
import { dayOf, parseDay } from '@zhaozhang/core/time';
import { PackUnknown } from '@zhaozhang/law';
import type { Instant } from '@zhaozhang/core/time';
import type { Store } from '@zhaozhang/store';
import type { AgencyKey } from './agency-key.ts';
import { keyedDigest } from './agency-key.ts';
import type { LawTrials } from '../trying/law-trials.ts';
import type { LawBook } from './law-book.ts';
import { notKept } from './not-kept.ts';
import { originOf, sealedAgain } from './origin.ts';
import { payloadOf } from './payload.ts';
import { sealAct } from './seal.ts';
import { othersOf, statesAtHand, statesOf, statesOfAll } from './stored-states.ts';
import { waitingLine } from './waiting-line.ts';

export interface Performing {
  readonly store: Store;
  readonly lawBook: LawBook;
  /** What is done here binds nobody. */
  readonly demonstration: boolean;
  readonly lawTrials: Pick<LawTrials, 'finished'>;
  keyOf(agency: string): AgencyKey;
  now(): Instant;
}

/** How an act ended. */
export type Performed =
  | {
      readonly outcome: 'done' | 'possible';
      readonly version: number;
      readonly decision: Accepted;
      readonly law: Law;
    }
  | {
      readonly outcome: 'replayed';
      readonly version: number;
      readonly defects: readonly Defect[];
      readonly law: Law;
    }
  | {
      readonly outcome: 'refused';
      readonly refusals: Extract<Decision, { refusals: unknown }>['refusals'];
      readonly law: Law;
      readonly state: State;
    }
  | { readonly outcome: 'unknown-stream' }
  /** An act on the agency's own records, asked by somebody whose post it is not. */
  | { readonly outcome: 'not-keeper'; readonly remedy: string }
  | { readonly outcome: 'reused' }
  | { readonly outcome: 'unbound' }
  | { readonly outcome: 'unknown-pack' }
  | { readonly outcome: 'busy' };

export type Accepted = Extract<Decision, { streams: unknown }>;

/** How an act is asked for. */
export interface Asking {
  readonly sent: unknown;
  /** What would come of it is asked, and nothing is done. */
  readonly dryRun: boolean;
  /** The delegation under which it is done in somebody's place. */
  readonly delegation?: string | undefined;
}

const attempts = 5;

/**
 * Acts on one file, or drawing from one series, wait for each other here instead of colliding in the database: ten
 * decisions at once would lose more rounds than they have attempts. Those remain for other processes.
 */
const line = waitingLine();

/** Acts being done at this moment, each by the law that stood when it was begun. */
const underWay = new Set<Promise<unknown>>();

/** Settles when every act begun before this call has ended: after a change of law, none by the old one comes behind. */
export async function actsUnderWay(): Promise<void> {
  await Promise.allSettled([...underWay]);
}

/**
 * Does an act, or with `dryRun` says what would come of it. Decides on what was last read where that is at hand, since
 * writing checks every version the act was decided on; only what comes of it is taken from that, never a refusal.
 * Otherwise reads in one query, decides, writes in one call; when another act came in between, decides again on the
 * newest state, so that two people may work on one case at once.
 */
export async function perform(
  world: Performing,
  act: Act,
  actor: Actor,
  { sent, dryRun, delegation }: Asking,
): Promise<Performed> {
  const definition = actDefinitions.get(act.name);
  const agencyStream = `agency/${act.agency}`;
  const touched = [...new Set([act.stream, ...(definition?.reads?.(act) ?? [])])];
  const wanted = [...new Set([...touched, agencyStream])];
  const key = world.keyOf(act.agency);
  // Over what was sent, not over what we made of it: a repetition without a time of its own is the same act.
  const digest = keyedDigest(key, canonical(sent));
  const once = async (read: ReadonlyMap<string, State>): Promise<Performed | undefined> => {
    const states = new Map(read);
    const origin = await originOf(world, act, states);
    if (origin !== undefined) states.set(act.stream, origin.state);
    const state = states.get(act.stream);
    const agency = states.get(agencyStream) as AgencyState;
    if (state === undefined || isMissing(state, act)) return { outcome: 'unknown-stream' };
    // On the newest state too: a post that has just ended keeps nothing any more.
    const unkept = notKept(act.name, { actor, refs: { agency, series: {} }, now: world.now() }, act.input);
    if (unkept !== undefined) return { outcome: 'not-keeper', remedy: unkept.remedy?.says ?? '' };
    const more = definition?.reads?.(act, state as CaseState & AgencyState) ?? [];
    const unread = more.filter((stream) => !states.has(stream));
    if (unread.length > 0)
      for (const [stream, read] of await statesOfAll(world.store, act.agency, unread))
        states.set(stream, read);
    const { law } = await world.lawBook.forAgency(agency, dayOf(world.now()));
    if (law.packs.length === 0 && definition?.aggregate === 'case') return { outcome: 'unbound' };
    const context: ActContext = {
      // Resolved on the newest state like everything else: what was withdrawn a moment ago lends nothing.
      actor: inPlaceOf(actor, agency, delegation),
      refs: {
        ...refsOf(world, act, agency, states),
        ...(await othersOf(world.store, definition?.agencies?.(act) ?? [])),
      },
      ...{ law, now: world.now() },
    };
    const decision = decide(state as CaseState, act, context);
    if ('refusals' in decision) {
      const done = dryRun ? undefined : await alreadyDone(world.store, act, digest, law);
      return done ?? { outcome: 'refused', refusals: decision.refusals, law, state };
    }
    if (dryRun) return { outcome: 'possible', version: state.version, decision, law };
    const hidden = sealAct(act, law, key);
    // Decided once more on what will be stored, so that deciding the event again later gives the very same event.
    const final = hidden.sealed.length === 0 ? decision : decide(state as CaseState, hidden.act, context);
    if ('refusals' in final) return { outcome: 'refused', refusals: final.refusals, law, state };
    const ownLaw = await ownLawAfter(world.lawBook, final.streams, agency, law).catch((error: unknown) => {
      // Bound to a pack that is not there, nobody of the agency could do anything any more.
      if (error instanceof PackUnknown) return undefined;
      throw error;
    });
    if (ownLaw === undefined) return { outcome: 'unknown-pack' };
    const appended = await world.store.append(
      payloadOf({
        act: hidden.act,
        digest,
        law,
        ownLaw,
        refs: context.refs,
        before: states,
        streams: final.streams,
        sealed: [
          ...hidden.sealed,
          ...(origin === undefined ? [] : await sealedAgain(world, act, origin, actor)),
        ],
        ...(origin === undefined ? {} : { origin: origin.place }),
      }),
    );
    if (appended.outcome === 'reused') return { outcome: 'reused' };
    if (appended.outcome === 'conflict') return undefined;
    if (appended.outcome === 'replayed') return alreadyDone(world.store, act, digest, law);
    const version = appended.streams.find((one) => one.stream === act.stream)?.version ?? state.version;
    return { outcome: 'done', version, decision: final, law };
  };
  const tried = async (): Promise<Performed> => {
    const atHand = dryRun ? undefined : statesAtHand(world.store, act.agency, wanted, unborn(act));
    const first = atHand === undefined ? undefined : await once(atHand);
    if (first?.outcome === 'done' || first?.outcome === 'replayed') return first;
    for (let attempt = 0; attempt < attempts; attempt++) {
      const performed = await once(await statesOf(world.store, act.agency, wanted));
      if (performed !== undefined) return performed;
    }
    return { outcome: 'busy' };
  };
  if (dryRun) return tried();
  const doing = line(
    touched.map((stream) => `${act.agency} ${stream}`),
    tried,
  );
  underWay.add(doing);
  return doing.finally(() => underWay.delete(doing));
}

/**
 * The law by which an act leaves the agency's own duties: the act may itself have bound packs or ruled on a
 * contradiction. What it was decided by stays the law from before it.
 */
async function ownLawAfter(
  lawBook: LawBook,
  streams: readonly StreamEvents[],
  agency: AgencyState,
  law: Law,
): Promise<Law> {
  const own = streams.find((one) => one.stream === agency.stream);
  if (own === undefined) return law;
  const after = own.events.reduce<State>(evolve, agency) as AgencyState;
  return (await lawBook.foreseen(after)).law;
}

/**
 * An act that has been done is refused when it is decided again on what it made ("already filed"). Sent twice, it
 * must answer as done: the events of the stream tell.
 */
async function alreadyDone(store: Store, act: Act, digest: string, law: Law): Promise<Performed | undefined> {
  const events = await store.events(act.agency, act.stream);
  const mine = events.filter((event) => event.actId === act.id);
  const last = mine.at(-1);
  if (last === undefined) return undefined;
  if (last.actDigest !== digest) return { outcome: 'reused' };
  // The first answer may have been lost on its way: what it said of defects has to be in this one.
  const { defects = [] } = JSON.parse(last.data) as DomainEvent;
  return { outcome: 'replayed', version: last.version, defects, law };
}

function isMissing(state: State, act: Act): boolean {
  if (state.version > 0) return false;
  if (act.stream.startsWith('agency/')) return false;
  return !unborn(act).includes(act.stream);
}

/** The file an act founds: only one named by the act itself, since a wrong address must not found a second one. */
function unborn({ id, name, stream }: Act): readonly string[] {
  return actDefinitions.get(name)?.opens === true && stream === `case/${id}` ? [stream] : [];
}

function refsOf(world: Performing, act: Act, agency: AgencyState, states: ReadonlyMap<string, State>): Refs {
  const series: Record<string, SeriesState> = {};
  for (const [stream, state] of states)
    if (stream.startsWith('series/'))
      series[stream] = state.version === 0 ? emptySeries(stream) : (state as SeriesState);
  const fines: Record<string, FineShelf> = {};
  for (const [stream, state] of states) if (stream.startsWith('fines/')) fines[stream] = state as FineShelf;
  const cases = [...states].filter(([stream]) => stream !== act.stream && stream.startsWith('case/'));
  return {
    agency,
    series,
    fines,
    ...(cases.length === 0 ? {} : { cases: Object.fromEntries(cases) as Record<string, CaseState> }),
    ...restingOf(world, act, agency),
    ...trialOf(world, act, agency),
  };
}

/** What a binding rests on; whether the packs it names are named rightly is not asked here. */
function restingOf(world: Performing, act: Act, agency: AgencyState): Pick<Refs, 'resting'> {
  if (act.name !== 'agency.bind-law') return {};
  const { packs, from, modules } = (act.input ?? {}) as Readonly<Record<string, unknown>>;
  const named = textsOf(packs);
  const { lawBook, demonstration } = world;
  const binding = {
    packs: named,
    from: parseDay(String(from)) ?? dayOf(world.now()),
    ...(modules === undefined ? {} : { modules: textsOf(modules) }),
  };
  return {
    resting: {
      assumptions: lawBook.assumptionsOf(named),
      // A demonstration demands nothing, so that nothing has to be compiled to ask.
      unfit: demonstration ? [] : lawBook.unfitFor(agency, binding, world.now()),
      demanded: !demonstration,
      ...(demonstration ? {} : { second: true as const }),
    },
  };
}

function textsOf(list: unknown): readonly string[] {
  return Array.isArray(list) ? list.filter((one): one is string => typeof one === 'string') : [];
}

/** The dry run a proposal names the packs and the day of; none where nobody has made one since the server started. */
function trialOf(world: Performing, act: Act, agency: AgencyState): Pick<Refs, 'trial'> {
  if (act.name !== 'agency.propose-law') return {};
  const trial = world.lawTrials.finished(agency, act.input);
  return trial === undefined ? {} : { trial };
}
