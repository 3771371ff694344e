import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ulid } from 'ulid';
import type { CaseView } from './contract/index.ts';
import { administrator, answerTo, CaseAtWork, interviewRecord } from './testing/case-at-work.ts';
import { rawRequest } from './testing/raw-request.ts';
import { newAccount } from './testing/signed-in.ts';
import { testInstance } from './testing/test-instance.ts';
import type { TestInstance } from './testing/test-instance.ts';

const agency = 'wuhan-civil-affairs';
const said = '证人说明其家庭成员的病情和住处';

let house: TestInstance;
let file: CaseAtWork;
/** Of another office, with no part in the case; and the one who handles it. */
let stranger = '';
let colleague = '';
/** The scan of the marked interview. */
let attached = '';
beforeAll(async () => {
  house = await testInstance();
  const registered = await answerTo(house.client, administrator, {
    id: ulid(),
    name: 'agency.register-officer',
    input: { id: 'stranger', name: '钱他科', unit: 'shetuan', certificates: [] },
    record: {},
  });
  if (registered.status !== 201) throw new Error('登记人员没有办成');
  const account = { agency, administrator: false };
  stranger = (await newAccount(house.instance, { ...account, name: '钱他科', officer: 'stranger' })).cookie;
  colleague = (await newAccount(house.instance, { ...account, name: '周承办', officer: 'zhou' })).cookie;
  const uploaded = await rawRequest(
    house.instance.url,
    `/api/attachments?name=${encodeURIComponent('笔录.txt')}`,
    {
      method: 'POST',
      headers: { 'x-zhaozhang': '1', cookie: colleague },
      body: said,
    },
  );
  const blob = JSON.parse(uploaded.text) as { blob: string; name: string };
  attached = blob.blob.slice('sha256:'.length);
  file = await new CaseAtWork(house.client).upTo('assigned');
  await file.do({
    ...(await file.lawful('interviewed')),
    record: {
      ...interviewRecord,
      'interview.content': said,
      'interview.attachments': [{ blob: blob.blob, name: blob.name }],
      'secrecy.mark': 'privacy',
    },
  });
});
afterAll(() => house.end());

const id = (): string => file.stream.slice('case/'.length);
const ask = (cookie: string, path: string) =>
  rawRequest(house.instance.url, path, { headers: { 'x-zhaozhang': '1', cookie } });
async function interviewSeenBy(cookie: string) {
  const view = JSON.parse((await ask(cookie, `/api/cases/${id()}`)).text) as CaseView;
  const entry = view.entries.find((one) => one.kind === 'interview');
  if (entry === undefined) throw new Error('没有询问笔录');
  return { entry, text: JSON.stringify(view) };
}
async function purposes(): Promise<readonly string[]> {
  const events = await house.instance.world.store.events(agency, `access/${file.stream}`);
  return events.map((event) => event.data);
}

describe('保密的记录', () => {
  it('NAT-CF-50-1 他科人员看不到含个人隐私的笔录，他的请求留下记录', async () => {
    const { entry, text } = await interviewSeenBy(stranger);
    expect(text).not.toContain(said);
    expect(entry.fields).toHaveLength(1);
    expect(entry.fields[0]?.text).toContain('只有本案的办案、审核、监督人员能够查看');
    expect((await purposes()).filter((one) => one.includes('请求查看保密记录，未准许'))).toHaveLength(1);
  });

  it('NAT-CF-50-1 附件和断网用的整卷同样不给，回答说明谁能看', async () => {
    for (const path of [`/api/attachments/${attached}?case=${id()}`, `/api/offline/${id()}`]) {
      const answer = await ask(stranger, path);
      expect(answer.status).toBe(403);
      expect(answer.text).not.toContain(said);
      expect(answer.text).toContain('只有本案的办案、审核、监督人员能够查看');
    }
  });

  it('NAT-CF-50-1 承办人看得到，留下查看的记录', async () => {
    const { text } = await interviewSeenBy(colleague);
    expect(text).toContain(said);
    expect((await purposes()).filter((one) => one.includes('"查看保密记录"'))).toHaveLength(1);
    expect((await ask(colleague, `/api/offline/${id()}`)).status).toBe(200);
    expect((await ask(colleague, `/api/attachments/${attached}?case=${id()}`)).text).toBe(said);
  });

  it('NAT-CF-50-1 检索也搜不到保密记录里的话', async () => {
    const search = async (words: string) =>
      (await ask(stranger, `/api/cases?text=${encodeURIComponent(words)}`)).text;
    expect(await search('滨江示范棋类协会')).toContain(id());
    expect(await search('家庭成员的病情')).not.toContain(id());
  });

  it('NAT-CF-50-1 国家秘密不得录入，说明原因也不收', async () => {
    const lawful = await file.lawful('interviewed');
    const refusals = await file.refused({
      ...lawful,
      record: { ...interviewRecord, 'secrecy.mark': 'state-secret' },
      admits: [{ code: 'STATE_SECRET_NO_COPY', reason: '没有别的载体' }],
    });
    expect(refusals.map((one) => one.code)).toEqual(['STATE_SECRET_NO_COPY']);
    expect(refusals[0]?.sentence).toContain('国家秘密不得录入本系统');
  });

  it('没有保密记录的案卷，他科人员照常查看', async () => {
    const plain = await new CaseAtWork(house.client).upTo('interviewed');
    const answer = await ask(stranger, `/api/offline/${plain.stream.slice('case/'.length)}`);
    expect(answer.status).toBe(200);
  });
});
