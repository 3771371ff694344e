import { allNamesOf, bindingConditions, boundOn, canonical, ownValuesOn, packsOn } from '@zhaozhang/core';
import type { AgencyState, Assumption, Law, LawBinding, Unfit } from '@zhaozhang/core';
import { assumptionsOf, compileBundle, openBundle, unfitFor, withParents } from '@zhaozhang/law';
import type { Bundle, Library } from '@zhaozhang/law';
import { dayOf } from '@zhaozhang/core/time';
import type { Day, Instant } from '@zhaozhang/core/time';
import type { Store } from '@zhaozhang/store';

/** The law by which an agency acts on a day, and any law acted under before. */
export interface LawBook {
  /** What the packs rest on that no text says. Packs that do not exist rest on nothing: they are refused elsewhere. */
  assumptionsOf(packs: readonly string[]): readonly Assumption[];
  /**
   * What keeps the packs of a binding from binding the agency in earnest: what their texts leave open, and what they ask, by
   * gates of their own, of the act that binds them; gates of those in force already are not asked here.
   */
  unfitFor(agency: AgencyState, binding: LawBinding, now: Instant): readonly Unfit[];
  /** An agency that has bound nothing yet gets a law without packs: enough to set itself up, never to act on a case. */
  forAgency(agency: AgencyState, on: Day): Promise<Bundle>;
  /**
   * The same with every binding entered so far, also those that have yet to begin, each for its own days: what the
   * agency itself owes is written down when its records change, and the day on which a binding begins changes nothing.
   */
  foreseen(agency: AgencyState): Promise<Bundle>;
  /**
   * The law as it would be on a day with one more binding: only to be tried, so its text is not kept.
   * @throws PackUnknown for a pack that is not installed
   */
  supposing(agency: AgencyState, binding: LawBinding, on: Day): Law;
  byDigest(digest: string): Promise<Law | undefined>;
}

/** Compiles each combination of bindings and entered calendars once, and has its text stored before any event names it. */
export function lawBook(library: Library, store: Pick<Store, 'bundle' | 'putBundle'>): LawBook {
  const compiled = new Map<string, Promise<Bundle>>();
  const opened = new Map<string, Law>();
  /** Each request asks again about the same record of the agency: one object for as long as it stands. */
  const asked = new WeakMap<AgencyState, Map<Day, Promise<Bundle>>>();
  const forAgency: LawBook['forAgency'] = (agency, on) => {
    const days = asked.get(agency) ?? new Map<Day, Promise<Bundle>>();
    const before = days.get(on);
    if (before !== undefined) return before;
    const bundle = compiledFor(agency, on);
    asked.set(agency, days.set(on, bundle));
    bundle.catch(() => days.delete(on));
    return bundle;
  };
  const compiledFor: LawBook['forAgency'] = (agency, on) => {
    const bound = boundOn(agency.bindings, on);
    // The law says what is followed; who ruled so and why is the agency's own record.
    const settlements = agency.settlements.map(({ prevails, over }) => ({ prevails, over }));
    const entered = agency.calendars ?? [];
    const own = ownValuesOn(agency.ownValues, on);
    // An entry is named by its act: its content, some hundred days, would be a long key to make at each request.
    const key = canonical({ bound, settlements, entered: entered.map((one) => one.act), own });
    const known = compiled.get(key);
    if (known !== undefined) return known;
    const bundle = (async () => {
      const made = compileBundle(library, bound, settlements, entered, own);
      await store.putBundle(made.digest, made.text);
      opened.set(made.digest, made.law);
      return made;
    })();
    compiled.set(key, bundle);
    bundle.catch(() => compiled.delete(key));
    return bundle;
  };
  const known = (packs: readonly string[]) => packs.filter((id) => library.packs.has(id));
  return {
    assumptionsOf: (packs) => assumptionsOf(library, known(packs)),
    unfitFor: (agency, binding, now) => {
      const packs = known(binding.packs);
      const present = withParents(library, known(packsOn(agency.bindings, dayOf(now))));
      const already = new Set(present.map(({ text }) => text.id));
      const coming = compileBundle(library, packs).law;
      return [
        ...unfitFor(library, packs, allNamesOf(agency), binding.modules),
        ...bindingConditions(agency, coming, binding, { already, now }),
      ];
    },
    forAgency,
    foreseen: (agency) => forAgency(agency, lastDay),
    supposing: (agency, binding, on) =>
      compileBundle(
        library,
        boundOn([...agency.bindings, binding], on),
        agency.settlements.map(({ prevails, over }) => ({ prevails, over })),
        agency.calendars ?? [],
        ownValuesOn(agency.ownValues, on),
      ).law,
    byDigest: async (digest) => {
      const known = opened.get(digest);
      if (known !== undefined) return known;
      const text = await store.bundle(digest);
      if (text === undefined) return undefined;
      const bundle = openBundle(text);
      if (bundle.digest !== digest) return undefined;
      opened.set(digest, bundle.law);
      return bundle.law;
    },
  };
}

/** Later than any binding. */
const lastDay = '9999-12-31' as Day;
