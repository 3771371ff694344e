import { describe, expect, it } from 'vitest';
import { rawIn, toldFiles } from './testing/told-files.ts';

/** Two levies told through HTTP: a fee by its standard, a thing used for a while. */
const told = toldFiles('levy-');
const { refused, rowOf, viewOf } = told;

const fee = '石岭公墓二〇二六年维护费的征收';
const used = '南望招待所客房的征用';

describe('征收征用案', () => {
  it('WHMZ-ZZ-21-4 NAT-FS-1-1 NAT-MF-117-1 从启动到归档办成，途中该拒的都拒了', async () => {
    expect(refused).toEqual(
      expect.arrayContaining([
        'EXTRA_BURDEN_FORBIDDEN',
        'NOTICE_MISSING',
        'PAYMENT_TO_TREASURY',
        'FIELD_MISSING',
        'COMPENSATION_LOW',
        'PROPERTY_NOT_RETURNED',
      ]),
    );
    for (const title of [fee, used])
      expect(await rowOf(title)).toMatchObject({ kindLabel: '行政征收征用', stage: 'archive' });
    expect((await rowOf(fee)).number).toMatch(/^武民征启字〔2026〕\d号$/);
  });

  it('缴费和补偿各走各的路径', async () => {
    const labels = async (title: string) =>
      (await viewOf(title)).path.flatMap(({ steps }) => steps.map(({ label }) => label));
    expect(await labels(fee)).toContain('缴费');
    expect(await labels(fee)).not.toContain('支付补偿');
    expect(await labels(used)).toEqual(
      expect.arrayContaining(['评估', '支付补偿', '接收财产', '返还财产', '归档']),
    );
    const view = await viewOf(fee);
    expect(view.partyGroups).toEqual([{ label: '当事人', names: ['石岭示例公墓'] }]);
    const paid = view.obligations.find(({ label }) => label === '缴纳征收的费用');
    expect(paid?.met).toBeDefined();
  });

  it('屏幕上没有一处露出编号或者英文', async () => {
    for (const title of [fee, used]) expect(rawIn(await viewOf(title))).toEqual([]);
  });

  it('决定书能打印；公示页上写明金额和怎样算出', async () => {
    const view = await viewOf(fee);
    expect(view.entries.filter(({ document }) => document).map(({ kind }) => kind)).toContain('decision');
    const html = await told.publicPage(fee);
    expect(html).toContain('三百穴乘以二十元');
  });

  it('事件、状态、判定、日志全部相符', () => told.verified());
});
