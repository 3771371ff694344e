import { z } from 'zod';
import { defineAct } from '../../act.ts';
import { code } from '../inputs.ts';
import { licenseApplicationOf, turnedAway } from './applying.ts';
import { withEntry } from '../state.ts';

/**
 * 报送上级机关 (行政许可法第四十三条): what this agency found, and everything the applicant handed in, go to the agency above,
 * which decides. Nothing more is examined here; the applicant hands nothing in twice.
 */
export const forwardApplication = defineAct({
  name: 'case.forward-application',
  event: 'case.application-forwarded',
  label: '报送上级机关',
  aggregate: 'case',
  nature: 'constitutive',
  stage: 'decision',
  kinds: ['license'],
  creates: 'forwarding',
  restsOn: ['application', 'supplement', 'examination'],
  input: z.strictObject({
    to: z.string().trim().min(4, '请写明上级机关的全称').max(100).meta({ label: '决定的上级机关' }),
    opinion: code('first-opinion', '初审意见'),
  }),
  standing: (state) => {
    const faults = turnedAway(state);
    if (faults.length > 0) return faults;
    return licenseApplicationOf(state)?.data.way === 'first-examination'
      ? []
      : [
          {
            code: 'WAY_MISMATCH',
            because: '本申请登记为由本机关决定，不是先经本机关审查再报上级的事项',
            remedy: { says: '由本机关作出决定' },
          },
        ];
  },
  apply: (state, event) => withEntry(state, event, 'forwarding', event.input),
});
