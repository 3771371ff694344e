import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaseList } from './contract/index.ts';
import { CaseAtWork, head } from './testing/case-at-work.ts';
import { rawRequest } from './testing/raw-request.ts';
import { newAccount } from './testing/signed-in.ts';
import { testInstance } from './testing/test-instance.ts';
import type { TestInstance } from './testing/test-instance.ts';

let house: TestInstance;
let reviewer = '';
beforeAll(async () => {
  house = await testInstance();
  const account = { agency: 'wuhan-civil-affairs', administrator: false };
  reviewer = (await newAccount(house.instance, { ...account, name: '孙法审', officer: 'sun' })).cookie;
});
afterAll(() => house.end());

const listed = async (): Promise<CaseList> =>
  JSON.parse(
    (await rawRequest(house.instance.url, '/api/cases?exempted=1', { headers: { cookie: reviewer } })).text,
  ) as CaseList;

describe('免审清单', () => {
  it('WHMZ-SH-6-2 只写情况紧急的不批准，清单没有它；写明事实和条款并批准之后，法制审核人员的清单列出一件', async () => {
    const urgent = await new CaseAtWork(house.client).upTo('judged');
    await new CaseAtWork(house.client).upTo('judged');
    const exempting = {
      by: head,
      name: 'case.exempt-review',
      input: { ground: 'urgent', rank: 'administrative-regulation' },
      record: { 'review.urgent-facts': '情况紧急' },
    };
    expect((await urgent.refused(exempting)).map((one) => one.code)).toContain('EMERGENCY_BASIS_REQUIRED');
    expect(await listed()).toMatchObject({ rows: [], count: 0 });
    await urgent.do({
      ...exempting,
      record: {
        'review.urgent-facts': '不立即处理将使当事人的财产受到无法挽回的损失。',
        'review.norm': '《示例应急条例》',
        'review.norm-article': '第十二条',
      },
    });
    const { rows, count } = await listed();
    expect(rows.map((row) => row.stream)).toEqual([urgent.stream]);
    expect(count).toBe(1);
  });
});
