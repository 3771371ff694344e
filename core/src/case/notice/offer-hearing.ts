import { z } from 'zod';
import { defineAct } from '../../act.ts';
import { localId } from '../inputs.ts';
import { turnedAway } from '../licensing/applying.ts';
import { decisionOf } from '../reading.ts';
import { withEntry } from '../state.ts';
import { offeredTo } from './hearing.ts';
import { notHeard, participantsOf } from './participants.ts';
import { alreadyDecided } from '../deciding/already-decided.ts';

/**
 * 告知听证权利 (行政许可法第四十七条): the applicant and whoever's interests stand against the application learn that they
 * may ask for a hearing. A penalty tells of it in its prior notice; a license has none, so it has this paper.
 */
export const offerHearing = defineAct({
  name: 'case.offer-hearing',
  event: 'case.hearing-offered',
  label: '制作听证告知书',
  aggregate: 'case',
  nature: 'constitutive',
  stage: 'decision',
  kinds: ['license'],
  creates: 'hearing-offer',
  input: z.strictObject({
    parties: z
      .array(localId)
      .min(1, '请选择被告知的人')
      .max(200)
      .meta({ label: '被告知的申请人、利害关系人', ref: 'participant' }),
    days: z.number().int().min(1).max(365).meta({ label: '提出听证申请的期限（送达后的工作日）' }),
  }),
  standing: (state) => {
    const faults = turnedAway(state);
    if (faults.length > 0) return faults;
    return alreadyDecided(decisionOf(state));
  },
  invariants: (state, act) => notHeard(state, act.input.parties, 'input.parties'),
  apply: (state, event) => withEntry(state, event, 'hearing-offer', event.input),
  prefill: (state, context) => {
    const days = context.law.params['licenseHearing.requestDays']?.value;
    return {
      input: {
        parties: participantsOf(state)
          .map(({ id }) => id)
          .filter((id) => offeredTo(state, id) === undefined),
        ...(typeof days === 'number' ? { days } : {}),
      },
    };
  },
});
