import { emptyCase } from '../case/state.ts';
import { cite } from '../explain.ts';
import { checkGates } from '../rules/gates.ts';
import type { Law } from '../rules/law.ts';
import { sceneOf } from '../rules/scene.ts';
import type { Instant } from '../time/index.ts';
import type { Unfit } from './assumptions.ts';
import type { AgencyState, LawBinding } from './state.ts';

/**
 * What packs themselves ask of the act that binds them: their own gates on it, read before they are law here. Gates of
 * packs that bind already are asked by the law in force and not a second time.
 */
export function bindingConditions(
  agency: AgencyState,
  coming: Law,
  binding: LawBinding,
  { already, now }: { readonly already: ReadonlySet<string>; readonly now: Instant },
): readonly Unfit[] {
  const law = { ...coming, gates: coming.gates.filter(({ pack }) => !already.has(pack)) };
  // Whoever binds is another question: here nobody in particular does.
  const context = { actor: { account: '', name: '' }, refs: { agency, series: {} }, law, now };
  const act = {
    id: '',
    name: 'agency.bind-law',
    agency: agency.id,
    stream: agency.stream,
    input: binding,
    record: {},
    occurredAt: now,
  };
  const scene = sceneOf(emptyCase(agency.stream, agency.id), context, act, now);
  return checkGates(act.name, scene)
    .map(({ refusal }) => refusal)
    .filter(({ effect }) => effect !== 'advise')
    .map(({ code, because, remedy, clauses }) => ({
      code,
      // Cited here: the law in force, by which the refusal will be read, does not know these clauses yet.
      because: `${because}（${cite(clauses, coming)}）`,
      remedy: remedy ?? { says: '' },
    }));
}
