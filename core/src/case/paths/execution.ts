import { entryLabels } from '../../entry.ts';
import { endOf } from '../course/over.ts';
import { agreementOf, clearanceOf, executionBasisOf } from '../execution/executing.ts';
import type { CaseState } from '../state.ts';
import { assigningHandlers, fromClosing, fromPublication, handingOver } from './steps.ts';
import type { PathStep } from './steps.ts';

/** What could not wait is cleared first; whoever was not there is told after. */
const clearancePath: readonly PathStep[] = [
  { stage: 'execution', act: 'case.clear-at-once', label: '立即代履行', fact: 'case.clearedAtOnce' },
  { stage: 'execution', act: 'case.notify-clearance', label: '通知当事人', fact: 'case.clearanceTold' },
  { stage: 'execution', act: 'case.assign-handlers', label: '指派承办人', fact: 'case.handlersAssigned' },
  ...fromClosing,
];

/** The way of enforcement: told once more, then by the agency's own force or by the court. */
export function executionPath(state: CaseState): readonly PathStep[] {
  if (clearanceOf(state) !== undefined) return clearancePath;
  const enforced = executionBasisOf(state)?.data;
  const end = endOf(state);
  const before: readonly PathStep[] = [
    {
      stage: 'initiation',
      act: 'case.open-execution',
      label: '登记执行依据',
      fact: 'case.executionOpened',
    },
    assigningHandlers,
    { stage: 'investigation', act: 'case.demand-performance', label: '催告', fact: 'case.demandMade' },
    { stage: 'investigation', act: 'case.serve', label: '送达催告书', fact: 'case.demanded' },
    {
      stage: 'investigation',
      act: 'case.record-statement',
      label: '陈述申辩',
      fact: 'case.stated',
      optional: true,
    },
  ];
  if (end !== undefined)
    return [
      ...before.slice(0, 1),
      { stage: 'execution', act: end.act, label: entryLabels[end.kind], fact: 'case.terminated' },
      ...fromClosing,
    ];
  const agreed: readonly PathStep[] =
    agreementOf(state) === undefined
      ? []
      : [
          {
            stage: 'execution',
            act: 'case.agree-execution',
            label: '执行协议',
            fact: 'case.agreementMade',
          },
        ];
  const performed: PathStep = {
    stage: 'execution',
    act: 'case.check-performance',
    label: '履行完毕',
    fact: 'case.performed',
  };
  if (enforced?.route === 'court')
    return [
      ...before,
      ...agreed,
      {
        stage: 'execution',
        act: 'case.apply-to-court',
        label: '申请法院执行',
        fact: 'case.courtAppliedTo',
      },
      { stage: 'execution', act: 'case.record-court-answer', label: '法院裁定', fact: 'case.courtRuled' },
      performed,
      ...fromClosing,
    ];
  return [
    ...before,
    { stage: 'decision', act: 'case.approve', label: '审批决定', fact: 'case.decisionApproved' },
    { stage: 'decision', act: 'case.decide-execution', label: '作出执行决定', fact: 'case.decided' },
    ...handingOver,
    ...agreed,
    ...(enforced?.obligation === 'pay'
      ? []
      : [
          {
            stage: 'execution' as const,
            act: 'case.plan-execution',
            label: '安排执行',
            fact: 'case.executionPlanned',
          },
          {
            stage: 'execution' as const,
            act: 'case.execute-decision',
            label: '实施执行',
            fact: 'case.executionCarriedOut',
          },
        ]),
    performed,
    ...fromPublication,
  ];
}
