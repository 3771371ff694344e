import { z } from 'zod';
import { defineAct } from '../../act.ts';
import { code, localId } from '../inputs.ts';
import { takesFiling } from '../kind.ts';
import { decisionOf, filingOf } from '../reading.ts';
import { withEntry } from '../state.ts';
import { stepAmiss } from './step-amiss.ts';

/**
 * 补录线下审批: an opinion that somebody signed on paper, entered by another. Its moment is that of the signature; it is
 * shown as entered afterwards, and what came into the file after the signature was not seen by who signed.
 */
export const recordApproval = defineAct({
  name: 'case.record-approval',
  event: 'case.approval-recorded',
  label: '补录线下审批',
  aggregate: 'case',
  nature: 'factual',
  stage: 'decision',
  creates: 'approval',
  input: z.strictObject({
    matter: code('approval-matter', '审批事项'),
    step: code('approval-step', '审批环节').meta({ narrows: true }),
    opinion: code('approval-opinion', '意见'),
    signer: localId.meta({ label: '签署人', ref: 'officer' }),
  }),
  standing: (state) =>
    decisionOf(state) === undefined
      ? []
      : [{ code: 'ALREADY_DECIDED', because: '本案已作出决定，事后补录的审批不能作为决定的依据' }],
  invariants: (state, act, context) => [
    ...stepAmiss(act.input),
    ...(Object.hasOwn(context.refs.agency.officers, act.input.signer)
      ? []
      : [
          {
            code: 'OFFICER_UNKNOWN',
            because: '签署人不在本机关人员名录中',
            field: 'input.signer',
            remedy: { says: '先在机关名录中登记该人员', act: 'agency.register-officer' },
          },
        ]),
    ...(act.input.matter === 'decision' && filingOf(state) === undefined && takesFiling(state)
      ? [
          {
            code: 'STAGE_RECORD_MISSING',
            because: '本案尚未立案',
            field: 'input.matter',
            remedy: { says: '先办理立案', act: 'case.file' },
          },
        ]
      : []),
  ],
  apply: (state, event) => withEntry(state, event, 'approval', event.input),
  prefill: (state) => ({
    input: {
      matter: filingOf(state) === undefined && takesFiling(state) ? 'filing' : 'decision',
      opinion: 'agree',
    },
  }),
});
