import { z } from 'zod';
import { defineAct } from '../../act.ts';
import { code } from '../inputs.ts';
import { turnedAway } from './applying.ts';
import { decisionMade } from '../reading.ts';
import { withEntry } from '../state.ts';
import { alreadyDecided } from '../deciding/already-decided.ts';

/** 延长审查期限 (行政许可法第四十二条): by how many days, who has approved it, and that the applicant was told why. */
export const extendLicensing = defineAct({
  name: 'case.extend-licensing',
  event: 'case.licensing-extended',
  label: '延长审查期限',
  aggregate: 'case',
  nature: 'constitutive',
  stage: 'decision',
  kinds: ['license', 'confirmation'],
  creates: 'licensing-extension',
  input: z.strictObject({
    days: z.number().int().min(1).max(365).meta({ label: '延长的日数（工作日）' }),
    approver: code('extension-approver', '批准人'),
  }),
  standing: (state) => {
    const faults = turnedAway(state);
    if (faults.length > 0) return faults;
    return alreadyDecided(decisionMade(state));
  },
  apply: (state, event) => withEntry(state, event, 'licensing-extension', event.input),
});
