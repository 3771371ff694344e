import { applicationAct, clearanceAct, executionAct, onSpotAct, openInspectionAct } from './on-spot.ts';

/** An act that opens a file: what it is called, and of what it is the beginning. */
export interface Opening {
  /** Left out of a lead, which a file opens with where nothing else is said. */
  readonly act?: string;
  readonly label: string;
  readonly from: string;
}

/** What may come in, in the order of how often it does. A person picks by what is before them, not by the kind of enforcement. */
export const openings: readonly Opening[] = [
  { label: '登记案源', from: '举报、检查发现、移送的违法线索' },
  { act: onSpotAct, label: '当场处罚', from: '现场查实的轻微违法' },
  { act: openInspectionAct, label: '登记检查任务', from: '按计划、抽查或者线索去检查' },
  { act: applicationAct, label: '登记许可申请', from: '有人申请许可、登记' },
  { act: 'case.register-confirmation', label: '登记确认申请', from: '有人申请认定、确认' },
  {
    act: 'case.register-adjudication',
    label: '登记裁决申请',
    from: '有人申请裁决与他人的民事争议',
  },
  { act: executionAct, label: '登记强制执行', from: '当事人不履行已经生效的决定' },
  { act: clearanceAct, label: '立即代履行', from: '道路、河道、公共场所上不能等的障碍和污染' },
  { act: 'case.open-levy', label: '启动征收征用', from: '依法征收费用、征收或者征用财产' },
  { act: 'case.open-confirmation', label: '依职权启动确认', from: '没有人申请，依法须由本机关确认' },
];

export function openingOf(act: string | undefined): Opening {
  return openings.find((one) => one.act === act) ?? { label: '登记案源', from: '' };
}
