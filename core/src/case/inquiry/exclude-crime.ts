import { z } from 'zod';
import { defineAct } from '../../act.ts';
import { nothingFlagged } from './crime.ts';
import { withEntry } from '../state.ts';

/** 认定不构成犯罪: the head rules, with an opinion, that the suspicion does not hold. The suspicion stays in the file. */
export const excludeCrime = defineAct({
  name: 'case.exclude-crime',
  event: 'case.crime-excluded',
  label: '认定不构成犯罪',
  aggregate: 'case',
  nature: 'constitutive',
  stage: 'investigation',
  creates: 'crime-exclusion',
  input: z.strictObject({}),
  standing: nothingFlagged,
  apply: (state, event) => withEntry(state, event, 'crime-exclusion', {}),
});
