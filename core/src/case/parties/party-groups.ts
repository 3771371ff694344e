import { applicationOf } from '../licensing/applying.ts';
import type { CaseState } from '../state.ts';
import { presentParties } from './present-parties.ts';

/** The parties as they stand to each other in this kind of file, each group by what it is called there. */
export function partyGroups(
  state: CaseState,
): readonly { readonly label: string; readonly names: readonly string[] }[] {
  const names = presentParties(state).map(({ data }) => data.name);
  return [{ label: applicationOf(state) === undefined ? '当事人' : '申请人', names }];
}
