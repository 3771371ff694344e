import { z } from 'zod';
import { defineAct } from '../../act.ts';
import { isEvidence } from '../inquiry/exclusion.ts';
import { localId } from '../inputs.ts';
import { undecidedOf } from './recusing.ts';
import { entryById, withEntry } from '../state.ts';

/**
 * 决定回避 (处罚法第四十三条第三款): whether the officer withdraws, and which of the evidence already gathered may not be
 * relied on. It answers everything put forward about the officer until now.
 */
export const decideRecusal = defineAct({
  name: 'case.decide-recusal',
  event: 'case.recusal-decided',
  label: '决定回避',
  aggregate: 'case',
  nature: 'constitutive',
  stage: 'investigation',
  creates: 'recusal-decision',
  restsOn: ['recusal-request', 'interest'],
  input: z.strictObject({
    officer: localId.meta({ label: '执法人员', ref: 'officer' }),
    recused: z.boolean().meta({ label: '应当回避' }),
    discarded: z.optional(
      z.array(localId).max(500).meta({ label: '不得作为根据的既有证据', ref: 'evidence' }),
    ),
  }),
  standing: (state) =>
    undecidedOf(state).length > 0
      ? []
      : [{ code: 'REQUEST_MISSING', because: '没有尚待决定的回避申请，也没有尚待认定的利害关系' }],
  invariants: (state, act) => {
    if (!undecidedOf(state).some((put) => put.data.officer === act.input.officer))
      return [
        {
          code: 'REQUEST_MISSING',
          because: '没有人对所选执法人员申请回避或者登记利害关系',
          field: 'input.officer',
          remedy: { says: '选择被申请回避或者有利害关系的执法人员' },
        },
      ];
    return (act.input.discarded ?? []).every((id) => isEvidence(entryById(state, id)))
      ? []
      : [
          {
            code: 'LINK_BROKEN',
            because: '所列证据不在本案卷中',
            field: 'input.discarded',
            remedy: { says: '从卷内证据中选择' },
          },
        ];
  },
  apply: (state, event) => withEntry(state, event, 'recusal-decision', event.input),
  prefill: (state) => {
    const [first] = undecidedOf(state);
    return first === undefined ? {} : { input: { officer: first.data.officer } };
  },
});
