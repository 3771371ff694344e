import { z } from 'zod';
import { defineAct } from '../../act.ts';
import { code } from '../inputs.ts';
import { leadSettled } from './leads.ts';
import { withEntry } from '../state.ts';

/**
 * 核查案源 (处罚法第五十四条第二款): is this lead to become a case? Each criterion of filing is looked at by itself. From
 * the day it is found to meet them all the agency owes the filing.
 */
export const triageLead = defineAct({
  name: 'case.triage-lead',
  event: 'case.lead-triaged',
  label: '核查案源',
  aggregate: 'case',
  nature: 'constitutive',
  stage: 'initiation',
  creates: 'triage',
  input: z.strictObject({
    conclusion: code('triage-conclusion', '核查结论').meta({
      label: '核查结论',
      codes: 'triage-conclusion',
      narrows: true,
    }),
    criteria: z.array(code('filing-criterion', '立案标准')).meta({ label: '符合的立案标准' }),
  }),
  standing: leadSettled,
  apply: (state, event) =>
    withEntry(state, event, 'triage', {
      conclusion: event.input.conclusion,
      criteria: [...new Set(event.input.criteria)],
    }),
});
