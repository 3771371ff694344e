import type { ActContext } from '../act.ts';
import { isEntrusted } from '../authority/entrustment.ts';
import { nameOn } from '../authority/names.ts';
import type { FieldMap } from '../canonical.ts';
import { dayOf } from '../time/index.ts';
import { handlingUnit } from './facts/of-unit.ts';
import type { CaseState } from './state.ts';

/** In whose name a paper is issued, known already where an organisation acts for the agency (处罚法第二十条). */
export function signature(state: CaseState, { refs, now }: ActContext): FieldMap {
  const unit = handlingUnit({ state, asOf: now, refs })?.id;
  return isEntrusted(refs.agency, unit) ? { 'document.signed-as': nameOn(refs.agency, dayOf(now)).name } : {};
}
