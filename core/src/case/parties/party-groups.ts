import { applicationOf } from '../licensing/applying.ts';
import { kindOf } from '../kind.ts';
import type { CaseKind } from '../kind.ts';
import type { CaseState } from '../state.ts';
import { presentParties } from './present-parties.ts';

/** What they are called where they are all of one side. */
function called(state: CaseState): string {
  if (applicationOf(state) !== undefined) return '申请人';
  const kind = kindOf(state);
  return (kind === undefined ? undefined : ownNames[kind]) ?? '当事人';
}

const ownNames: Readonly<Partial<Record<CaseKind, string>>> = {
  execution: '被执行人',
  inspection: '被检查人',
};

/** The parties as they stand to each other in this kind of file, each group by what it is called there. */
export function partyGroups(
  state: CaseState,
): readonly { readonly label: string; readonly names: readonly string[] }[] {
  const parties = presentParties(state);
  const onSide = (role: string) =>
    parties.filter(({ data }) => data.role === role).map(({ data }) => data.name);
  if (kindOf(state) === 'adjudication')
    return [
      { label: '申请人', names: onSide('applicant') },
      { label: '被申请人', names: onSide('respondent') },
      ...(onSide('third-party').length === 0 ? [] : [{ label: '第三人', names: onSide('third-party') }]),
    ];
  const names = parties.map(({ data }) => data.name);
  return [{ label: called(state), names }];
}
