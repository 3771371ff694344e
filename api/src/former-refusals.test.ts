import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaseView } from './contract/index.ts';
import { CaseAtWork, handler, head, unitHead } from './testing/case-at-work.ts';
import { rawRequest } from './testing/raw-request.ts';
import { newAccount } from './testing/signed-in.ts';
import { testInstance } from './testing/test-instance.ts';
import type { TestInstance } from './testing/test-instance.ts';

const society = { 'lead.party-name': '武汉示例门球协会' };

let house: TestInstance;
let cookie = '';
beforeAll(async () => {
  house = await testInstance();
  const account = { agency: 'wuhan-civil-affairs', administrator: false };
  cookie = (await newAccount(house.instance, { ...account, name: '周承办', officer: 'zhou' })).cookie;
});
afterAll(() => house.end());

async function reported(record: Readonly<Record<string, string>>): Promise<CaseAtWork> {
  const file = new CaseAtWork(house.client);
  const lead = await file.lawful('lead');
  await file.do({ ...lead, id: file.id, record: { ...lead.record, ...record } });
  return file;
}

async function refuse(file: CaseAtWork): Promise<void> {
  await file.do({
    by: handler,
    name: 'case.triage-lead',
    input: { conclusion: 'fails', criteria: ['jurisdiction', 'in-time'] },
    record: { 'triage.findings': '三名会员均已签收会议通知，没有违法行为。' },
  });
  for (const [by, step] of [
    [handler, 'handler'],
    [unitHead, 'unit'],
    [head, undefined],
  ] as const)
    await file.do({
      by,
      name: 'case.approve',
      input: { matter: 'filing-refusal', opinion: 'agree', ...(step === undefined ? {} : { step }) },
      record: { 'approval.comment': '没有证据证明，不予立案。' },
    });
  await file.do({
    by: handler,
    name: 'case.refuse-filing',
    input: {},
    record: {
      'filing.refusal-reviewer': '周承办',
      'filing.refusal-course': '调取会议通知和签收表，逐人电话核对。',
      'filing.refusal-reason': '反映的事项没有证据证明。',
      'filing.refusal-basis': '《行政处罚法》第五十四条第二款',
      'filing.refusal-telling': '作出后告知来信人',
    },
  });
}

async function shown(file: CaseAtWork): Promise<CaseView> {
  const answer = await rawRequest(house.instance.url, `/api/cases/${file.id}`, { headers: { cookie } });
  return JSON.parse(answer.text) as CaseView;
}

describe('同一线索再次举报', () => {
  it('WHMZ-JL-10-8 再次登记的线索显示原来不予立案的审查记录，别的单位的线索不显示', async () => {
    const first = await reported(society);
    await refuse(first);
    const again = (await shown(await reported(society))).formerRefusals;
    expect(again?.map((one) => one.stream)).toEqual([first.stream]);
    expect(again?.[0]?.fields).toContainEqual({ label: '不予立案的理由', text: '反映的事项没有证据证明。' });
    expect((await shown(first)).formerRefusals).toBeUndefined();
    const elsewhere = await reported({ 'lead.party-name': '武汉示例桥牌协会' });
    expect((await shown(elsewhere)).formerRefusals).toBeUndefined();
  });
});
