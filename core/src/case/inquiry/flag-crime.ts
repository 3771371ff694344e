import { z } from 'zod';
import { defineAct } from '../../act.ts';
import { openCrimeFlag } from './crime.ts';
import { withEntry } from '../state.ts';

/** 登记涉嫌犯罪 (处罚法第二十七条): what is being looked into may be a crime. From here on it is not for the agency alone. */
export const flagCrime = defineAct({
  name: 'case.flag-crime',
  event: 'case.crime-flagged',
  label: '登记涉嫌犯罪',
  aggregate: 'case',
  nature: 'factual',
  stage: 'investigation',
  creates: 'crime-flag',
  input: z.strictObject({
    offence: z.string().trim().min(2, '请写明涉嫌的罪名').max(60).meta({ label: '涉嫌的罪名' }),
  }),
  standing: (state) =>
    openCrimeFlag(state) === undefined
      ? []
      : [{ code: 'ALREADY_FLAGGED', because: '本案已登记涉嫌犯罪，尚未移送或者认定' }],
  apply: (state, event) => withEntry(state, event, 'crime-flag', event.input),
});
