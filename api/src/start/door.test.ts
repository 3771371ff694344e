import { Agent, request } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { ulid } from 'ulid';
import { describe, expect, it, vi } from 'vitest';
import { handler } from '../testing/case-at-work.ts';
import { testInstance } from '../testing/test-instance.ts';
import { takeDoor } from './door.ts';
import type { Door } from './door.ts';
import { PortTaken } from './refused.ts';

const here = { host: '127.0.0.1', port: 0 };

interface Answer {
  readonly status: number;
  readonly connection: string | undefined;
}

/** Asks on a connection that is kept alive wherever the server lets it. */
function ask(door: Door, agent: Agent): Promise<Answer> {
  return new Promise((resolve, reject) => {
    request({ host: here.host, port: door.port, agent }, (response) => {
      response.resume().once('end', () => {
        resolve({ status: response.statusCode ?? 0, connection: response.headers.connection });
      });
    })
      .once('error', reject)
      .end();
  });
}

describe('门：先占、后开、先关', () => {
  it('还没有启动好的答 503；端口已经被占的说明', async () => {
    const door = await takeDoor(here);
    const agent = new Agent({ keepAlive: true });
    expect((await ask(door, agent)).status).toBe(503);
    await expect(takeDoor({ ...here, port: door.port })).rejects.toThrow(PortTaken);
    await door.close();
    agent.destroy();
  });

  it('关门时已经进来的办完才走，连接随答复结束；后来的进不来；关两次也一样', async () => {
    const door = await takeDoor(here);
    const agent = new Agent({ keepAlive: true });
    let finish = (): void => undefined;
    const finished = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const come = new Promise<void>((resolve) => {
      door.server.on('request', (_request, response) => {
        resolve();
        void finished.then(() => response.end('办好了'));
      });
    });
    const asked = ask(door, agent);
    await come;
    let gone = false;
    const closing = door.close().then(() => {
      gone = true;
    });
    await wait(50);
    expect(gone).toBe(false);
    await expect(ask(door, new Agent())).rejects.toThrow('ECONNREFUSED');
    finish();
    expect(await asked).toEqual({ status: 200, connection: 'close' });
    await closing;
    await door.close();
    agent.destroy();
  });
});

describe('有序停止', () => {
  it('停止时正在办的行为办完并答复：数据库在它之后才关', { timeout: 60_000 }, async () => {
    const house = await testInstance();
    const { store } = house.instance.world;
    const { append } = store;
    let come = (): void => undefined;
    const atTheDoor = new Promise<void>((resolve) => {
      come = resolve;
    });
    vi.spyOn(store, 'append').mockImplementation(async (act) => {
      come();
      // Longer than the rest would take to close.
      await wait(300);
      return append(act);
    });
    const id = ulid();
    const sent = house.client.request(handler, 'POST', '/api/acts', {
      ...{ id, name: 'case.register-lead' },
      input: { source: 'complaint', summary: '停止的时候正在登记的来信。' },
      record: { 'lead.channel': 'letter', 'lead.naming': 'anonymous' },
    });
    await atTheDoor;
    const stopped = house.instance.stop();
    const response = await sent;
    expect([response.status, ((await response.json()) as { version?: number }).version]).toEqual([201, 1]);
    await stopped;
    await house.end();
    expect(house.faults).toEqual([]);
  });
});
