import { z } from 'zod';
import { defineAct } from '../../act.ts';
import { code } from '../inputs.ts';
import { approvalOf, signersOf } from '../reading.ts';
import { entriesOf, withEntry } from '../state.ts';
import type { CaseState, EntryOf } from '../state.ts';
import { approvalSteps, isUsed, stepOf } from './withdrawn-opinion.ts';
import { tooEarly } from '../too-early.ts';

/**
 * 撤回审批: whoever gave an opinion takes it back before the step that it opens has been taken. The opinion stays in the
 * file, and so does the withdrawal; neither it nor what others signed after it carries anything any more.
 */
export const withdrawApproval = defineAct({
  name: 'case.withdraw-approval',
  event: 'case.approval-recalled',
  label: '撤回审批',
  aggregate: 'case',
  nature: 'constitutive',
  stage: 'decision',
  afterClosing: true,
  creates: 'approval-withdrawal',
  input: z.strictObject({
    matter: code('approval-matter', '审批事项'),
    step: z.optional(code('approval-step', '审批环节')),
    reason: z.string().trim().min(4, '请写明撤回的理由').max(500).meta({ label: '撤回的理由', long: true }),
  }),
  standing: (state) =>
    open(state).length > 0
      ? []
      : [
          {
            code: 'NOTHING_TO_WITHDRAW',
            because: '没有可以撤回的审批意见：没有签署，或者所批准的事已经办理',
          },
        ],
  invariants: (state, act) => {
    const { matter } = act.input;
    const opinion = approvalOf(state, matter, stepOf(act.input));
    if (opinion === undefined)
      return [
        {
          code: 'OPINION_MISSING',
          because: '这一事项的这一环节没有有效的意见',
          field: 'input.matter',
          remedy: { says: '核对审批事项和环节' },
        },
      ];
    if (isUsed(state, opinion))
      return [
        {
          code: 'APPROVAL_USED',
          because: '所批准的事已经办理，意见不能再撤回',
          field: 'input.matter',
          remedy: { says: '已经办理的事有错的，依法纠正或者撤销' },
        },
      ];
    return tooEarly(act.occurredAt, opinion.at, '撤回的时刻早于签署意见的时刻', '核对撤回的时刻');
  },
  apply: (state, event) => withEntry(state, event, 'approval-withdrawal', event.input),
  prefill: (state, { actor }) => {
    const own = open(state).findLast(
      (opinion) => actor.officer !== undefined && signersOf(opinion).includes(actor.officer),
    );
    return own === undefined ? {} : { input: { matter: own.data.matter, step: stepOf(own.data) } };
  },
});

/** Opinions that stand and have not been used yet, oldest first. */
function open(state: CaseState): readonly EntryOf<'approval'>[] {
  const matters = new Set(entriesOf(state, 'approval').map((entry) => entry.data.matter));
  return [...matters]
    .flatMap((matter) => approvalSteps.map((step) => approvalOf(state, matter, step)))
    .filter((opinion) => opinion !== undefined)
    .filter((opinion) => !isUsed(state, opinion))
    .sort((a, b) => a.version - b.version);
}
