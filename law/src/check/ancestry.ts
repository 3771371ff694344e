import type { Library, Pack } from '../library.ts';

/** A pack and everything it extends, however far up. A circle ends where it began; the circle itself is told elsewhere. */
export function ancestryOf(library: Library, pack: Pack): readonly Pack[] {
  const found: Pack[] = [];
  const visit = (one: Pack): void => {
    if (found.includes(one)) return;
    found.push(one);
    for (const id of one.text.extends) {
      const parent = library.packs.get(id);
      if (parent !== undefined) visit(parent);
    }
  };
  visit(pack);
  return found;
}

/** Does following `extends` from the pack lead back to it? */
export function isCircular(library: Library, pack: Pack): boolean {
  return pack.text.extends.some((id) => {
    const parent = library.packs.get(id);
    return parent !== undefined && ancestryOf(library, parent).includes(pack);
  });
}

/** The pack and everything that extends it. */
export function descendantsOf(library: Library, pack: Pack): readonly Pack[] {
  return [...library.packs.values()].filter((other) => ancestryOf(library, other).includes(pack));
}
