import { z } from 'zod';
import { defineAct } from '../act.ts';
import { code } from './inputs.ts';
import { basisOfDecision, decisionOf, filingOf } from './reading.ts';
import { withEntry } from './state.ts';

/** 审批 (处罚法第五十七条): a head's opinion on what the file says at the version they saw. */
export const approve = defineAct({
  name: 'case.approve',
  event: 'case.approved',
  label: '审批',
  aggregate: 'case',
  nature: 'constitutive',
  stage: 'decision',
  creates: 'approval',
  restsOn: ['lead', ...basisOfDecision, 'decision'],
  input: z.strictObject({
    matter: code('approval-matter', '审批事项'),
    opinion: code('approval-opinion', '意见'),
  }),
  invariants: (state, act) =>
    act.input.matter === 'publication' && decisionOf(state) === undefined
      ? [
          {
            code: 'NOT_YET_DECIDED',
            because: '本案尚未作出决定，没有可以公示的内容',
            field: 'input.matter',
            remedy: { says: '先作出决定', act: 'case.decide' },
          },
        ]
      : act.input.matter === 'decision' && decisionOf(state) !== undefined
        ? [{ code: 'ALREADY_DECIDED', because: '本案已作出决定', field: 'input.matter' }]
        : act.input.matter === 'decision' && filingOf(state) === undefined
          ? [
              {
                code: 'STAGE_RECORD_MISSING',
                because: '本案尚未立案',
                field: 'input.matter',
                remedy: { says: '先办理立案', act: 'case.file' },
              },
            ]
          : [],
  apply: (state, event) => withEntry(state, event, 'approval', event.input),
  prefill: (state) => {
    const matter =
      filingOf(state) === undefined ? 'filing' : decisionOf(state) === undefined ? 'decision' : 'publication';
    return { input: { matter, opinion: 'agree' } };
  },
});
