import type { Act } from '../../act.ts';
import type { FieldMap } from '../../canonical.ts';
import { entriesOf } from '../state.ts';
import type { CaseState } from '../state.ts';

/** A party as the act at hand names it, before it is an entry of the file. */
export interface BroughtParty {
  readonly id: string;
  readonly name: string;
  readonly record?: FieldMap;
}

/** The file as it is, and the act at hand; either may be missing. */
export interface FileAndAct {
  readonly state?: CaseState | undefined;
  readonly act?: Pick<Act, 'input'> | undefined;
}

/** Parties that the act at hand brings into the file: what binds a party binds them as well. */
export function partiesBrought({ state, act }: FileAndAct): readonly BroughtParty[] {
  const { parties } = (act?.input ?? {}) as { readonly parties?: readonly unknown[] };
  const known = new Set(state === undefined ? [] : entriesOf(state, 'party').map(({ id }) => id));
  return (Array.isArray(parties) ? parties : []).filter(isNamed).filter(({ id }) => !known.has(id));
}

/** While it is being typed a row may still be of any shape; other acts only point at parties, by their ids. */
function isNamed(party: unknown): party is BroughtParty {
  const { id, name } = (party ?? {}) as { readonly id?: unknown; readonly name?: unknown };
  return typeof id === 'string' && typeof name === 'string';
}
