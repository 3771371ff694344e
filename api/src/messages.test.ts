import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MessageList, Problem, UnreadMessages } from './contract/index.ts';
import { CaseAtWork } from './testing/case-at-work.ts';
import { rawRequest } from './testing/raw-request.ts';
import { newAccount } from './testing/signed-in.ts';
import { testInstance } from './testing/test-instance.ts';
import type { TestInstance } from './testing/test-instance.ts';

const agency = 'wuhan-civil-affairs';

let house: TestInstance;
let file: CaseAtWork;
const cookies = new Map<string, string>();
beforeAll(async () => {
  house = await testInstance();
  for (const [name, officer] of [
    ['周承办', 'zhou'],
    ['何协办', 'he'],
    ['吴负责', 'wu'],
  ] as const)
    cookies.set(
      officer,
      (await newAccount(house.instance, { agency, administrator: false, name, officer })).cookie,
    );
  cookies.set(
    'none',
    (await newAccount(house.instance, { agency, administrator: true, name: '管理员' })).cookie,
  );
  file = await new CaseAtWork(house.client).upTo('interviewed');
});
afterAll(() => house.end());

async function asked<T>(officer: string, path: string, body?: unknown) {
  const answer = await rawRequest(house.instance.url, path, {
    method: body === undefined ? 'GET' : 'POST',
    headers: {
      'x-zhaozhang': '1',
      cookie: cookies.get(officer) ?? '',
      'content-type': 'application/json',
    },
    ...(body === undefined ? {} : { body: [JSON.stringify(body)] }),
  });
  return { status: answer.status, value: JSON.parse(answer.text) as T, text: answer.text };
}

describe('消息', () => {
  it('审批、指派告诉有关的人；自己办的不告诉自己；只说谁办了什么，不写案件内容', async () => {
    const { value, text } = await asked<MessageList>('zhou', '/api/messages');
    expect(value.rows.map((row) => row.says)).toEqual([
      '郑处长指派本人承办',
      '吴负责办理了「审批」',
      '郑处长办理了「审批」',
    ]);
    expect(value.rows[0]?.stream).toBe(file.stream);
    expect(value.rows[0]?.number).toMatch(/号$/);
    for (const word of ['滨江示范', '章程', '司马', '来信']) expect(text).not.toContain(word);
    expect((await asked<MessageList>('he', '/api/messages')).value.rows.map((row) => row.says)).toEqual([
      '郑处长指派本人承办',
    ]);
    expect((await asked<MessageList>('wu', '/api/messages')).value.rows).toEqual([]);
    expect((await asked<MessageList>('none', '/api/messages')).value.rows).toEqual([]);
  });

  it('读到哪一条记到哪一条；别人的不受影响', async () => {
    expect((await asked<UnreadMessages>('zhou', '/api/messages/unread')).value).toEqual({
      unread: 3,
      more: false,
    });
    const { value } = await asked<MessageList>('zhou', '/api/messages');
    const upTo = value.rows[1]?.n ?? 0;
    expect((await asked<UnreadMessages>('zhou', '/api/messages/read', { upTo })).value.unread).toBe(1);
    expect((await asked<UnreadMessages>('he', '/api/messages/unread')).value.unread).toBe(1);
    expect((await asked<UnreadMessages>('none', '/api/messages/read', { upTo })).value.unread).toBe(0);
  });

  it('翻页标记和读到的位置写错的，说出是哪一项', async () => {
    expect(await asked<Problem>('zhou', '/api/messages?before=x')).toMatchObject({
      status: 400,
      value: { field: 'before' },
    });
    expect(await asked<Problem>('zhou', '/api/messages/read', { upTo: -1 })).toMatchObject({
      status: 400,
      value: { field: 'upTo' },
    });
  });
});
