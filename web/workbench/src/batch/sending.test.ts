import type { BatchOutcome, BatchRequest } from '@zhaozhang/api/contract';
import { describe, expect, it } from 'vitest';
import type { Item, Plan } from './plan.ts';
import { reasonsOf } from './reasons.ts';
import { bodyOf, portion, sendPlan } from './sending.ts';

const plan = (count: number): Plan => ({
  ...{ id: 'P', account: 'zhou', act: 'case.file', label: '立案', each: [], overridden: [] },
  items: Array.from({ length: count }, (_, index) => ({
    ...{ id: `A${index}`, stream: `case/${index}`, title: '', parties: [] },
    standing: 'waiting' as const,
  })),
});
const ids = (of: Plan) => of.items.map(({ id }) => id);
const build = (item: Item) => ({
  name: 'case.file',
  act: {
    id: item.id,
    ...(item.stream === undefined ? {} : { stream: item.stream }),
    input: { cause: '年检' },
    record: {},
  },
});

/** A server that does each act once, by its id. */
function server() {
  const bodies: BatchRequest[] = [];
  const done = new Set<string>();
  const answer = (body: BatchRequest): readonly BatchOutcome[] => {
    bodies.push(body);
    return body.acts.map(({ id }) => {
      const outcome = done.has(id) ? ('replayed' as const) : ('done' as const);
      done.add(id);
      return { id, outcome };
    });
  };
  return { bodies, done, answer };
}

describe('分批送出', () => {
  it('一份一份送，每份先存下再送', async () => {
    const { bodies, answer } = server();
    const kept: Plan[] = [];
    const end = await sendPlan(plan(portion + 3), ids(plan(portion + 3)), {
      build,
      post: async (body) => {
        expect(
          kept
            .at(-1)
            ?.items.filter(({ standing }) => standing === 'sent')
            .map(({ id }) => id),
        ).toEqual(body.acts.map(({ id }) => id));
        return { ok: true, value: { results: [...answer(body)] } };
      },
      secret: () => false,
      keep: async (next) => kept.push(next),
      stopped: () => false,
    });
    expect(bodies.map(({ acts }) => acts.length)).toEqual([portion, 3]);
    expect(new Set(end.plan.items.map(({ standing }) => standing))).toEqual(new Set(['done']));
    expect(kept.at(-1)).toEqual(end.plan);
  });

  it('答复没有回来的，原样再送，不重办；改了表单也不影响已经送出的', async () => {
    const { bodies, done, answer } = server();
    const lost = await sendPlan(plan(2), ['A0', 'A1'], {
      build,
      post: async (body) => {
        answer(body);
        return { ok: false, failure: { kind: 'network' } };
      },
      secret: () => false,
      keep: async () => undefined,
      stopped: () => false,
    });
    expect(lost.failure).toEqual({ kind: 'network' });
    expect(lost.plan.items.map(({ standing }) => standing)).toEqual(['sent', 'sent']);
    const again = await sendPlan(lost.plan, [], {
      build: (item) => ({ ...build(item), act: { ...build(item).act, input: { cause: '改过' } } }),
      post: async (body) => ({ ok: true, value: { results: [...answer(body)] } }),
      secret: () => false,
      keep: async () => undefined,
      stopped: () => false,
    });
    expect(bodies[1]).toEqual(bodies[0]);
    expect(done.size).toBe(2);
    expect(again.plan.items.map(({ standing }) => standing)).toEqual(['done', 'done']);
  });

  it('含有加密内容的不存在本机；不知有没有办成的，编号会告诉', async () => {
    const { plan: end } = await sendPlan(plan(1), ['A0'], {
      build,
      post: async () => ({ ok: false, failure: { kind: 'network' } }),
      secret: () => true,
      keep: async () => undefined,
      stopped: () => false,
    });
    expect(end.items[0]?.standing).toBe('sent');
    expect(JSON.stringify(end)).not.toContain('年检');
  });

  it('整份被拒的可以改了再送；叫停之后不再送', async () => {
    const refused = await sendPlan(plan(1), ['A0'], {
      build,
      post: async () => ({
        ok: false,
        failure: { kind: 'problem', problem: { type: '', title: '请先登录', status: 401 } },
      }),
      secret: () => false,
      keep: async () => undefined,
      stopped: () => false,
    });
    expect(refused.plan.items[0]).toMatchObject({ standing: 'waiting' });
    expect(refused.plan.items[0]?.sent).toBeUndefined();
    const stopped = await sendPlan(plan(1), ['A0'], {
      build,
      post: () => Promise.reject(new Error('不应送出')),
      secret: () => false,
      keep: async () => undefined,
      stopped: () => true,
    });
    expect(stopped.plan.items[0]?.standing).toBe('waiting');
  });

  it('被拒的记下原因；编号已经用过的就是此前办成的', async () => {
    const refusal = {
      code: 'X',
      sentence: '暂不能立案。',
      because: '没有批准',
      effect: 'void' as const,
      clauses: [],
      admissible: false,
    };
    const problem = { type: '', title: '暂不能办理', status: 422, refusals: [refusal] };
    const used = { type: '', title: '这个行为编号已经用于另一次办理', status: 409, field: 'id' };
    const { plan: end } = await sendPlan(plan(3), ['A0', 'A1', 'A2'], {
      build,
      post: async () => ({
        ok: true,
        value: {
          results: [
            { id: 'A0', outcome: 'refused', problem },
            { id: 'A1', outcome: 'failed', problem: used },
            { id: 'A2', outcome: 'changed', problem },
          ],
        },
      }),
      secret: () => false,
      keep: async () => undefined,
      stopped: () => false,
    });
    expect(end.items.map(({ standing }) => standing)).toEqual(['refused', 'done', 'changed']);
    expect(end.items[0]?.told?.refusals).toEqual([refusal]);
    expect(reasonsOf(end)).toEqual([{ says: '如：没有批准', cases: 2 }]);
  });

  it('各案说得一样的只送一遍，合起来还是各案自己的', () => {
    const body = bodyOf([
      { name: 'x', act: { id: 'A', input: { a: 1, b: 1 }, record: {} } },
      { name: 'x', act: { id: 'B', input: { a: 1, b: 2 }, record: {} } },
    ]);
    expect(body.input).toEqual({ a: 1 });
    expect(body.acts.map(({ input }) => ({ ...body.input, ...input }))).toEqual([
      { a: 1, b: 1 },
      { a: 1, b: 2 },
    ]);
  });
});
