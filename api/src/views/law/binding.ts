import { keeperOf, keeperWords, mayKeep, namesOf, openProposals, packsOn } from '@zhaozhang/core';
import type { ActContext, LawBinding } from '@zhaozhang/core';
import { dayOf } from '@zhaozhang/core/time';
import { withParents } from '@zhaozhang/law';
import type { Library } from '@zhaozhang/law';
import type { LawBook } from '../../acts/law-book.ts';
import type { LawBindingView } from '../../contract/index.ts';

type PackName = LawBindingView['bindings'][number]['packs'][number];

/** The page on which packs are tried, proposed and confirmed. */
export function lawBindingView(
  { actor, refs, now }: ActContext,
  library: Library,
  lawBook: Pick<LawBook, 'assumptionsOf' | 'unfitFor'>,
  demonstration: boolean,
): LawBindingView {
  const { agency } = refs;
  const today = dayOf(now);
  const present = packsOn(agency.bindings, today);
  const names = namesOf(actor);
  const keeper = keeperOf(agency, actor, today);
  const nameOf = (id: string): PackName => ({
    id,
    title: library.packs.get(id)?.text.title ?? '没有安装的规则包',
  });
  return {
    today,
    demonstration,
    bindings: inTurn(agency.bindings).map(({ from, packs, modules }, index, all) => ({
      from,
      packs: packs.map(nameOf),
      modules: (modules ?? []).map(
        (id) => library.codes['law-module']?.find((one) => one.id === id)?.label ?? '已经没有的一项',
      ),
      standing:
        from > today ? 'to-come' : all.findIndex((one) => one.from <= today) === index ? 'present' : 'past',
    })),
    proposals: openProposals(agency).map(({ id, at, by, from, packs, modules, trial }) => {
      const before = packsOn(agency.bindings, from);
      return {
        ...{ id, at, by: by.name, own: by.persons.some((one) => names.includes(one)), from, trial },
        packs: packs.map(nameOf),
        added: packs.filter((one) => !before.includes(one)).map(nameOf),
        dropped: before.filter((one) => !packs.includes(one)).map(nameOf),
        modules: [...(modules ?? [])],
        unfit: demonstration
          ? []
          : lawBook.unfitFor(agency, { packs, from, modules }, now).map((one) => one.because),
        assumptions: lawBook
          .assumptionsOf(packs)
          .map((one) => ({ id: one.id, label: one.label, reason: one.reason })),
      };
    }),
    installed: [...library.packs.values()]
      .map(({ text }) => ({
        ...{ id: text.id, title: text.title, issuer: text.issuer, from: text.inForce.from },
        ...(text.inForce.until === undefined ? {} : { until: text.inForce.until }),
        bound: present.includes(text.id),
        carried: withParents(library, [text.id])
          .filter((one) => one.text.id !== text.id)
          .map((one) => one.text.shortTitle ?? `《${one.text.title}》`),
      }))
      .sort((a, b) => Number(b.bound) - Number(a.bound) || a.issuer.localeCompare(b.issuer, 'zh')),
    modules: (library.codes['law-module'] ?? []).map(({ id, label }) => ({ value: id, label })),
    officers: Object.values(agency.officers).map(({ id, name }) => ({ id, name })),
    mayPropose: mayKeep('agency.propose-law', keeper),
    mayConfirm: mayKeep('agency.bind-law', keeper),
    keepers: keeperWords('agency.propose-law'),
  };
}

/** The latest first; of two from one day, the one entered later stands. */
function inTurn(bindings: readonly LawBinding[]): readonly LawBinding[] {
  const byDay = new Map(bindings.map((one) => [one.from, one]));
  return [...byDay.values()].sort((a, b) => (a.from < b.from ? 1 : -1));
}
