const things: Readonly<Record<string, string>> = {
  case: '案件',
  party: '当事人',
  participant: '听证参加人',
  notice: '告知书',
  'defence-point': '申辩的一项',
  interview: '询问笔录',
  hearing: '听证',
  preservation: '证据保全',
  measure: '强制措施',
  entry: '卷内记录',
  decision: '决定',
  instalment: '分期的一期',
  collection: '当场收缴',
  assignment: '承办人的更换',
  service: '送达',
  review: '送审',
  act: '本次办理',
  period: '期间',
  change: '变动',
  entrustment: '委托',
  'former-fine': '既往罚款',
  'other-filing': '他机关的立案',
  'detention-request': '暂缓执行拘留的申请',
  'assistance-request': '协助的请求',
  preparation: '启用准备的事项',
  'monitoring-break': '窗口监控的断录',
};

/** What a rule is about, in words. */
export function thing(per: string): string {
  return things[per] ?? per;
}
