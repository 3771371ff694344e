import { z } from 'zod';
import { defineAct } from '../../act.ts';
import { nothingFlagged } from './crime.ts';
import { withEntry } from '../state.ts';

/** 移送司法机关 (处罚法第二十七条第一款): the case goes where crimes are prosecuted. */
export const referCrime = defineAct({
  name: 'case.refer-crime',
  event: 'case.crime-referred',
  label: '移送司法机关',
  aggregate: 'case',
  nature: 'constitutive',
  stage: 'investigation',
  creates: 'criminal-referral',
  input: z.strictObject({
    recipient: z.string().trim().min(2, '请写明受移送的机关').max(100).meta({ label: '受移送的机关' }),
  }),
  standing: nothingFlagged,
  apply: (state, event) => withEntry(state, event, 'criminal-referral', event.input),
});
