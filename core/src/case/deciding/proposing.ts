import type { Structural } from '../../act.ts';
import { decisionOf, filingOf } from '../reading.ts';
import type { CaseState, Sanction } from '../state.ts';
import { presentParties } from '../parties/present-parties.ts';
import { alreadyDecided } from './already-decided.ts';

/** Said of every step on the way to a decision where there is none to come. */
export function nothingToDecide(state: CaseState): readonly Structural[] {
  if (filingOf(state) === undefined)
    return [
      {
        code: 'STAGE_RECORD_MISSING',
        because: '本案尚未立案',
        remedy: { says: '先办理立案', act: 'case.file' },
      },
    ];
  return alreadyDecided(decisionOf(state));
}

/** Nobody is punished who is no party of the case. */
export function strangers(state: CaseState, sanctions: readonly Sanction[]): readonly Structural[] {
  const parties = new Set(presentParties(state).map((party) => party.id));
  return sanctions.every((one) => parties.has(one.party))
    ? []
    : [
        {
          code: 'PARTY_UNKNOWN',
          because: '所选当事人不在本案中',
          field: 'input.sanctions',
          remedy: { says: '从本案当事人中选择' },
        },
      ];
}
