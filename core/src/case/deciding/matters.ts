import type { ActContext } from '../../act.ts';
import { competencesOf } from '../../authority/competence.ts';
import { unitOf } from '../../authority/state.ts';
import { inForceOn } from '../../authority/in-force.ts';
import { dayOf } from '../../time/index.ts';
import { entriesOf } from '../state.ts';
import type { CaseState } from '../state.ts';

/** Where the unit has one matter or one region, that is the one; what the lead says goes before. */
export function mattersOpen(
  state: CaseState,
  { refs, actor, now }: Pick<ActContext, 'refs' | 'actor' | 'now'>,
): { readonly item?: string | undefined; readonly place?: string | undefined } {
  const lead = entriesOf(state, 'lead')[0];
  const unit = unitOf(refs.agency, lead?.by.officer ?? actor.officer);
  const held = competencesOf(refs.agency, unit).filter((one) => inForceOn(one, dayOf(now)));
  const item = lead?.data.item ?? only(held.map((one) => one.item));
  const place = only(held.filter((one) => item === undefined || one.item === item).map((one) => one.region));
  return { item, place };
}

function only(from: readonly string[]): string | undefined {
  const [one, ...others] = [...new Set(from)];
  return others.length === 0 ? one : undefined;
}
