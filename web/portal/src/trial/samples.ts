import type { PortalFrame, PublicDecision, PublicRow } from '@zhaozhang/api/contract/public';

/** A page of the portal in its ordinary state. */
export const frame: PortalFrame = { elder: false, path: '/decisions/01JQ8Z5T3M4N5P6Q7R8S9T0V1W' };

/** Sixty characters, as long as names of associations get. */
export const longName =
  '江汉流域中小型水利工程与农村饮水安全设施运行维护管理及水质监测技术推广应用与从业人员继续教育培训服务联合促进会（示例）社';

export const decision: PublicDecision = {
  id: '01JQ8Z5T3M4N5P6Q7R8S9T0V1W',
  agency: '武汉市民政局',
  documentNumber: '武民罚〔2026〕第 7 号',
  cause: '社会团体超出章程规定的业务范围进行活动',
  outcome: '给予行政处罚',
  parties: [{ name: '江岸示例书画联谊会', kind: '单位', code: '51420100MJH0000001' }],
  sanctions: [
    { party: '江岸示例书画联谊会', kind: '警告' },
    { party: '江岸示例书画联谊会', kind: '没收违法所得', amount: 1_234_550, detail: '收费培训所得' },
  ],
  facts:
    '经查，该会于 2025 年 9 月至 12 月面向社会举办收费职业技能培训三期，收取费用 12,345.50 元。\n\n上述活动不在其章程规定的业务范围之内。',
  basis: '《社会团体登记管理条例》第三十条第一款第（二）项、第二款',
  performance: '自收到决定书之日起十五日内到指定银行缴纳。',
  reconsideration: '可以自知道本决定之日起六十日内，向武汉市人民政府申请行政复议。',
  litigation: '也可以自知道本决定之日起六个月内，向有管辖权的人民法院提起行政诉讼。',
  decidedDay: '2026-03-27',
  publishedDay: '2026-04-02',
  served: true,
  publicationDue: {
    day: '2026-04-08',
    sentences: [
      '决定于 2026 年 3 月 27 日作出，自次日起计算七个工作日。',
      '4 月 4 日至 6 日为清明节放假，不计入。',
      '第七个工作日为 2026 年 4 月 8 日。',
    ],
  },
  proof: {
    index: 17,
    size: 42,
    checkpoint:
      'zhaozhang.example/log\n42\nq1Z9d3uV6yJ8mT4cB0nXw2sK5hL7pR1eF9aG3iO6uYo=\n\n— zhaozhang.example/log 4iGx2kX0mB7c1vT9nQ3wE5rY8uI2oP6aS4dF7gH1jK3lZ5xC8vB0nM2qW4eR6tY8uI0oP2aS4dF6gH8jK0lZ2xC4vB6nM8=\n',
  },
};

/** Forty parties with names of sixty characters, each with its own sanctions. */
export const crowded: PublicDecision = {
  ...decision,
  parties: Array.from({ length: 40 }, (_, place) => ({
    name: `${longName.slice(0, 57)}第${String(place + 1).padStart(2, '0')}`,
    kind: '单位',
    code: `51420100MJH00000${String(place).padStart(2, '0')}`,
  })),
  sanctions: Array.from({ length: 40 }, (_, place) => ({
    party: `${longName.slice(0, 57)}第${String(place + 1).padStart(2, '0')}`,
    kind: '罚款',
    amount: 5_000_000 + place,
  })),
};

/** Everything a withdrawn decision must no longer say is still in here. */
export const withdrawn: PublicDecision = {
  ...decision,
  withdrawn: { day: '2026-06-01', reason: '行政处罚决定被依法撤销。' },
};

export function row(place: number, part: Partial<PublicRow> = {}): PublicRow {
  return {
    id: `01JQ8Z5T3M4N5P6Q7R8S9T0V${String(place).padStart(2, '0')}`,
    documentNumber: `武民罚〔2026〕第 ${place} 号`,
    title: '社会团体超出章程规定的业务范围进行活动',
    party: '江岸示例书画联谊会',
    agency: '武汉市民政局',
    decidedDay: '2026-03-27',
    publishedDay: '2026-04-02',
    withdrawn: false,
    ...part,
  };
}

/** A full page of the list, with a long name, a crowd and a withdrawn decision among it. */
export const rows: readonly PublicRow[] = [
  row(20, { party: longName }),
  row(19, { withdrawn: true, party: '不应出现的当事人', title: '不应出现的案由' }),
  row(18, { party: '张某某等 40 名当事人' }),
  ...Array.from({ length: 17 }, (_, place) => row(17 - place)),
];

export const log = {
  origin: 'zhaozhang.example/log',
  key: 'zhaozhang.example/log+e221b1da+AXK0mB7c1vT9nQ3wE5rY8uI2oP6aS4dF7gH1jK3lZ5xC',
  size: 42,
  root: 'q1Z9d3uV6yJ8mT4cB0nXw2sK5hL7pR1eF9aG3iO6uYo=',
};
