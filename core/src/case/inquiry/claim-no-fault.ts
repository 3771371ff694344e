import { z } from 'zod';
import { defineAct } from '../../act.ts';
import { beforeDecision, strangerTo } from './assess-circumstances.ts';
import { localId } from '../inputs.ts';
import { entryById, withEntry } from '../state.ts';

/** 登记无过错主张 (处罚法第三十三条第二款): a party says that it was not at fault and hands in what is to prove it. */
export const claimNoFault = defineAct({
  name: 'case.claim-no-fault',
  event: 'case.no-fault-claimed',
  label: '登记无过错主张',
  aggregate: 'case',
  nature: 'factual',
  stage: 'decision',
  creates: 'fault-claim',
  input: z.strictObject({
    party: localId.meta({ label: '当事人', ref: 'party' }),
    pieces: z
      .array(
        z.strictObject({
          name: z.string().trim().min(1, '请写明名称').max(200).meta({ label: '证据名称' }),
          proves: z.optional(z.string().max(500).meta({ label: '要证明的事实' })),
        }),
      )
      .min(1, '至少列一件')
      .max(100)
      .meta({ label: '当事人提交的证据' }),
  }),
  standing: beforeDecision,
  invariants: (state, act) =>
    entryById(state, act.input.party)?.kind === 'party' ? [] : [strangerTo('input.party')],
  apply: (state, event) => withEntry(state, event, 'fault-claim', event.input),
});
