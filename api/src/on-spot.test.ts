import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaseView } from './contract/index.ts';
import { administrator, CaseAtWork, clockOf, handler } from './testing/case-at-work.ts';
import { testInstance } from './testing/test-instance.ts';
import type { TestInstance } from './testing/test-instance.ts';
import { verifiedAgain } from './testing/verified-again.ts';

let house: TestInstance;
beforeAll(async () => {
  house = await testInstance();
});
afterAll(() => house.end());

const party = {
  id: 'p1',
  name: '秦示例',
  kind: 'person',
  record: {
    'party.identity': '11010519491231002X',
    'party.address': '示例市青禾路 2 号',
    'party.phone': '13800001111',
  },
};

async function told(file: CaseAtWork, amount: number, name = party.name) {
  const now = await clockOf(house.client);
  const officers = ['zhou', 'he'];
  return {
    id: file.id,
    name: 'case.decide-on-spot',
    by: handler,
    occurredAt: now,
    input: {
      ...{ officers, shown: officers, signed: officers, parties: [{ ...party, name }] },
      ...{
        cause: '擅自散发募捐材料',
        item: '社会组织的行政处罚',
        sanctions: [{ kind: 'fine', amount }],
        bases: ['shetuan-30'],
      },
    },
    record: {
      'spot.established': true,
      'spot.shown-at': now,
      'spot.place': '武汉市示例广场北口',
      'spot.rights': '已告知拟作出的处罚和陈述、申辩的权利',
      'spot.rights-signature': 'signed',
      'statement.adoption': 'nothing',
      'decision.facts': '在广场散发未经许可的募捐材料',
      'decision.basis': '社会团体登记管理条例',
      'decision.correction': 'immediate',
      'decision.reconsideration': '不服的应当先申请行政复议，期限六十日',
      'decision.litigation': '对复议决定不服的，十五日内起诉',
      'spot.receipt-signature': 'signed',
    },
  };
}

describe('当场处罚', () => {
  it('NAT-CF-51-1 超过上限的被拒，不留下案卷；在上限之内的一次办成，案卷由它命名', async () => {
    const file = new CaseAtWork(house.client);
    const refusals = await file.refused(await told(file, 20_100));
    expect(refusals.map((one) => one.code)).toEqual(['SUMMARY_LIMIT_EXCEEDED']);
    expect(refusals[0]?.sentence).toContain('《行政处罚法》第五十一条');
    const done = await file.do(await told(file, 20_000));
    expect(done.stream).toBe(file.stream);
    const response = await house.client.request(handler, 'GET', `/api/cases/${file.id}`);
    const view = (await response.json()) as CaseView;
    expect(view.entries.map((entry) => entry.kind)).toEqual(
      expect.arrayContaining(['decision', 'party', 'service']),
    );
    const decision = view.entries.find((entry) => entry.kind === 'decision');
    expect(decision?.document).toBe(true);
    const shown = Object.fromEntries((decision?.fields ?? []).map(({ label, text }) => [label, text]));
    expect(shown).toMatchObject({
      案由: '擅自散发募捐材料',
      执法事项: '社会组织的行政处罚',
      到场执法人员: '周承办、何协办',
    });
    expect(shown['执法证件编号']).toContain('周承办');
  });

  it('NAT-CF-29-1 同一当事人同一行为再次当场罚款，拒绝，写明前一文号；改作警告准许', async () => {
    const first = new CaseAtWork(house.client);
    await first.do(await told(first, 10_000, '柳示例'));
    const second = new CaseAtWork(house.client);
    const again = await told(second, 10_000, '柳示例');
    const refusals = await second.refused(again);
    expect(refusals.map((one) => one.code)).toEqual(['DOUBLE_FINE']);
    expect(refusals[0]?.sentence).toMatch(/当罚字〔2026〕\d+号对柳示例的罚款/);
    await second.do({ ...again, input: { ...again.input, sanctions: [{ kind: 'warning' }] } });
    expect((await verifiedAgain(house)).discrepancies).toEqual([]);
  });

  it('NAT-CF-52-1 别的地址不能用它另立一个案卷', async () => {
    const file = new CaseAtWork(house.client);
    const other = new CaseAtWork(house.client);
    const answer = await file.send({ ...(await told(file, 10_000)), id: other.id });
    expect(answer.status).toBe(404);
  });

  it('NAT-CF-70-1 两个案卷不能用同一张罚款票据；用过的票据不能作废', async () => {
    const first = new CaseAtWork(house.client);
    await first.do({
      by: administrator,
      name: 'agency.register-receipts',
      input: {
        ...{ id: 'piao-1', issuer: 'provincial-finance', holder: 'zhou', from: '2026-01-04' },
        ...{ first: 'SF26-001', last: 'SF26-009' },
      },
    });
    const taking = (receipt: string) => ({
      by: handler,
      name: 'case.collect-on-spot',
      input: { party: 'p1', amount: 10_000, officers: ['zhou', 'he'], ground: 'small', receipt },
    });
    await first.do(await told(first, 10_000, '华示例'));
    await first.do(taking('SF26-001'));
    const second = new CaseAtWork(house.client);
    await second.do(await told(second, 10_000, '许示例'));
    const refusals = await second.refused(taking('SF26-001'));
    expect(refusals.map((one) => one.code)).toEqual(['RECEIPT_INVALID']);
    expect(refusals[0]?.sentence).toContain('《行政处罚法》第七十条');
    await second.do(taking('SF26-002'));
    const spoilt = { by: administrator, name: 'agency.void-receipt' };
    const late = await first.refused({ ...spoilt, input: { number: 'SF26-001', reason: '书写有误' } });
    expect(late.map((one) => one.code)).toEqual(['RECEIPT_INVALID']);
    await first.do({ ...spoilt, input: { number: 'SF26-003', reason: '书写有误' } });
    expect((await second.refused(taking('SF26-003'))).map((one) => one.code)).toContain('RECEIPT_INVALID');
  });
});
