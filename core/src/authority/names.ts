import type { Day } from '../time/index.ts';
import type { AgencyState } from './state.ts';

/** What an agency is called: in full, and the word its document numbers begin with (机关代字). */
export interface AgencyName {
  readonly name: string;
  readonly shortName: string;
}

/** 更名: the name borne from a day on, and the paper that gave it. */
export interface Renaming extends AgencyName {
  readonly from: Day;
  readonly document: string;
}

type Named = AgencyName & Pick<AgencyState, 'renamings'>;

/** Its name on a day. What was made before a renaming keeps the name of its own day, on paper and in every list. */
export function nameOn(agency: Named, on: Day): AgencyName {
  const { name, shortName } = (agency.renamings ?? []).findLast(({ from }) => from <= on) ?? agency;
  return { name, shortName };
}

/** Every name it has borne or will bear: a regulation that names one of them names this agency. */
export function allNamesOf(agency: Pick<Named, 'name' | 'renamings'>): readonly string[] {
  return [agency.name, ...(agency.renamings ?? []).map(({ name }) => name)];
}

/** Its renamings with the name each put an end to, the latest first. */
export function renamingsOf(agency: Named): readonly (Renaming & { readonly former: string })[] {
  const all = agency.renamings ?? [];
  return all.map((one, index) => ({ ...one, former: all[index - 1]?.name ?? agency.name })).toReversed();
}
