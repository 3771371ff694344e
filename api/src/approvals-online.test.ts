import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ApprovalsOnline } from './contract/index.ts';
import { CaseAtWork, handler, proposalRecord, second } from './testing/case-at-work.ts';
import { rawRequest } from './testing/raw-request.ts';
import { newAccount } from './testing/signed-in.ts';
import { testInstance } from './testing/test-instance.ts';
import type { TestInstance } from './testing/test-instance.ts';

let house: TestInstance;
let cookie = '';
beforeAll(async () => {
  house = await testInstance();
  const account = { agency: 'wuhan-civil-affairs', administrator: false };
  cookie = (await newAccount(house.instance, { ...account, name: handler, officer: 'zhou' })).cookie;
});
afterAll(() => house.end());

const counted = async (): Promise<ApprovalsOnline> =>
  JSON.parse(
    (await rawRequest(house.instance.url, '/api/agency/approvals', { headers: { cookie } })).text,
  ) as ApprovalsOnline;

describe('审批的网上流转率', () => {
  it('HBSF-7-2 没有审批的没有流转率；十次审批，九次在网上签署、一次线下签署之后补录，流转率 90%', async () => {
    expect(await counted()).toEqual({ online: 0, onPaper: 0 });
    // 三级立案审批、三级决定审批各在网上，另一案的三级立案审批也在网上。
    await new CaseAtWork(house.client).upTo('decision-approved');
    const other = await new CaseAtWork(house.client).upTo('judged');
    expect(await counted()).toEqual({ online: 9, onPaper: 0, share: '100%' });
    await other.do({
      by: second,
      name: 'case.record-approval',
      input: { matter: 'decision', step: 'handler', opinion: 'agree', signer: 'zhou' },
      record: { ...proposalRecord, 'approval.comment': '建议按告知的内容处罚。' },
      admits: [{ code: 'SIGNATURE_MISSING', reason: '批件尚未扫描' }],
    });
    expect(await counted()).toEqual({ online: 9, onPaper: 1, share: '90%' });
  });
});
