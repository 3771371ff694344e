import type { Structural } from '../act.ts';
import type { Day } from '../time/index.ts';
import type { AgencyState } from './state.ts';

/** A period that ends before it begins is none. `what` names it: 「离岗」 */
export function periodReversed(
  { from, until }: { readonly from: Day; readonly until: Day },
  what: string,
): readonly Structural[] {
  return until < from
    ? [
        {
          code: 'INPUT_INVALID',
          because: '终止日早于起始日',
          field: 'input.until',
          remedy: { says: `核对${what}的起止日` },
        },
      ]
    : [];
}

/** Only somebody of the agency's register can be away, sign, or be signed for. */
export function officerUnknown(agency: AgencyState, officer: string, field: string): readonly Structural[] {
  return Object.hasOwn(agency.officers, officer)
    ? []
    : [
        {
          code: 'OFFICER_UNKNOWN',
          because: '所选人员不在本机关人员名录中',
          field,
          remedy: { says: '先在机关名录中登记该人员', act: 'agency.register-officer' },
        },
      ];
}
