import { describe, expect, it } from 'vitest';
import { rawIn, toldFiles } from './testing/told-files.ts';

/** Two disputes told through HTTP: one decided between the parties, one they ended themselves. */
const told = toldFiles('adjudication-');
const { refused, rowOf, viewOf } = told;

const decided = '迁移墓位的补偿争议';
const settled = '寄存骨灰格位调换的补偿争议';

describe('裁决案', () => {
  it('WHMZ-JL-2-4 NAT-CJ-1-1 NAT-CJ-1-2 从申请到归档办成，途中该拒的都拒了', async () => {
    expect(refused).toEqual(
      expect.arrayContaining([
        'LEGAL_BASIS_REQUIRED',
        'NOTICE_MISSING',
        'STAGE_RECORD_MISSING',
        'COURT_SEIZED',
        'FIELD_MISSING',
      ]),
    );
    const row = await rowOf(decided);
    expect(row).toMatchObject({ kindLabel: '行政裁决', stage: 'archive' });
    expect(row.number).toMatch(/^武民裁申〔2026〕\d号$/);
    expect(row.documentNumber).toBe('武民裁字〔2026〕1号');
  });

  it('案件页称呼申请人和被申请人，路径是裁决的；只裁决的行为在上面', async () => {
    const view = await viewOf(decided);
    expect(view.partyGroups).toEqual([
      { label: '申请人', names: ['俞示例'] },
      { label: '被申请人', names: ['石岭示例公墓'] },
    ]);
    expect(view.path.flatMap(({ steps }) => steps.map(({ label }) => label))).toEqual(
      expect.arrayContaining(['登记申请', '受理', '通知答辩', '调解', '审理', '作出裁决', '归档']),
    );
    const names = view.acts.map(({ name }) => name);
    for (const act of [
      'case.file',
      'case.give-notice',
      'case.decide',
      'case.decide-license',
      'case.revoke-confirmation',
    ])
      expect(names).not.toContain(act);
  });

  it('NAT-CJ-2-2 达成协议之后不再裁决，下一步是结案', async () => {
    const view = await viewOf(settled);
    const deciding = view.acts.find(({ name }) => name === 'case.decide-adjudication');
    expect(deciding?.status).toBe('refused');
    expect(deciding?.refusals.map(({ sentence }) => sentence).join('')).toContain('达成调解协议');
    expect(view.acts.find(({ next }) => next)?.name).toBe('case.close');
  });

  it('屏幕上没有一处露出编号或者英文', async () => {
    for (const title of [decided, settled]) expect(rawIn(await viewOf(title))).toEqual([]);
  });

  it('裁决书、答辩通知书能打印；公示页上没有自然人的姓名', async () => {
    const view = await viewOf(decided);
    const printed = view.entries.filter(({ document }) => document).map(({ kind }) => kind);
    expect(printed).toEqual(expect.arrayContaining(['decision', 'answer-notice', 'application-receipt']));
    const html = await told.publicPage(decided);
    expect(html).toContain('部分支持请求');
    expect(html).not.toContain('俞示例');
  });

  it('事件、状态、判定、日志全部相符', () => told.verified());
});
