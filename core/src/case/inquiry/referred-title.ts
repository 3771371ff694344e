import { heldThings, thingTitle } from '../measures/held-things.ts';
import { entryById } from '../state.ts';
import type { CaseState } from '../state.ts';
import { entryTitle } from '../title.ts';

/** How one line of the lists of a referral is called: a piece of evidence by its title, a thing by name and number. */
export function referredTitle(state: CaseState, id: string): string {
  const entry = entryById(state, id);
  if (entry !== undefined) return entryTitle(state, entry);
  const thing = heldThings(state).find((one) => one.id === id);
  return thing === undefined ? '已不在卷内' : thingTitle(thing);
}
