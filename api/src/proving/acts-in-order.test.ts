import type { StoredEvent } from '@zhaozhang/store';
import { describe, expect, it } from 'vitest';
import { actsInOrder } from './acts-in-order.ts';

const event = (actId: string, position: number): StoredEvent =>
  ({ agency: 'a', actId, position }) as StoredEvent;

async function* told(...events: StoredEvent[]): AsyncGenerator<StoredEvent> {
  yield* events;
}

async function gathered(events: AsyncIterable<StoredEvent>, held?: number): Promise<string[]> {
  const acts: string[] = [];
  for await (const act of actsInOrder(events, held))
    acts.push(act.map((one) => `${one.actId}${one.position}`).join('+'));
  return acts;
}

describe('把事件归成行为', () => {
  it('相邻的事件属于同一行为，合在一起', async () => {
    expect(await gathered(told(event('A', 1), event('A', 2), event('B', 3)))).toEqual(['A1+A2', 'B3']);
  });

  it('同时写下的两个行为，事件的位置相互穿插，仍各归各的，按先到的排', async () => {
    expect(await gathered(told(event('A', 1), event('B', 2), event('A', 3), event('B', 4)))).toEqual([
      'A1+A3',
      'B2+B4',
    ]);
  });

  it('只往后看有限的一段：够了就交出去，不把全部历史留在内存里', async () => {
    expect(await gathered(told(event('A', 1), event('B', 2), event('C', 3), event('D', 4)), 1)).toEqual([
      'A1',
      'B2',
      'C3',
      'D4',
    ]);
  });
});
