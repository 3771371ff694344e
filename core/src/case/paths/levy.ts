import { levyOf } from '../levying/levies.ts';
import { decisionMade } from '../reading.ts';
import type { CaseState } from '../state.ts';
import { assigningHandlers, fromPublication, handingOver } from './steps.ts';
import type { PathStep } from './steps.ts';

/** The way of a levy: of a fee the parties pay; of a thing they are paid first, and then it changes hands. */
export function levyPath(state: CaseState): readonly PathStep[] {
  const form = levyOf(state)?.data.form;
  const carriedOut: readonly PathStep[] =
    form === 'fee'
      ? [{ stage: 'execution', act: 'case.record-levy-payment', label: '缴费', fact: 'case.levyPaid' }]
      : [
          { stage: 'execution', act: 'case.pay-compensation', label: '支付补偿', fact: 'case.compensated' },
          {
            stage: 'execution',
            act: 'case.take-possession',
            label: '接收财产',
            fact: 'case.possessionTaken',
          },
          ...(form === 'requisition'
            ? [
                {
                  stage: 'execution' as const,
                  act: 'case.return-property',
                  label: '返还财产',
                  fact: 'case.propertyReturned',
                },
              ]
            : []),
        ];
  return [
    { stage: 'initiation', act: 'case.open-levy', label: '启动征收征用', fact: 'case.levyOpened' },
    assigningHandlers,
    ...(form === 'fee'
      ? []
      : [
          {
            stage: 'investigation' as const,
            act: 'case.value-property',
            label: '评估',
            fact: 'case.allValued',
          },
        ]),
    { stage: 'investigation', act: 'case.consult-party', label: '听取意见', fact: 'case.partyHeard' },
    { stage: 'decision', act: 'case.approve', label: '审批决定', fact: 'case.decisionApproved' },
    { stage: 'decision', act: 'case.decide-levy', label: '作出决定', fact: 'case.decided' },
    ...handingOver,
    ...(decisionMade(state)?.data.outcome === 'not-levied' ? [] : carriedOut),
    ...fromPublication,
  ];
}
