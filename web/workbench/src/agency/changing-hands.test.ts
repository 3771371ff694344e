import { describe, expect, it } from 'vitest';
import { changeHands, portion } from './changing-hands.ts';
import type { File, Progress } from './changing-hands.ts';

const files = (n: number): File[] =>
  Array.from({ length: n }, (_, index) => ({
    stream: `case/${index}`,
    title: `第 ${index} 件`,
    parties: [],
    stageLabel: '调查取证',
  }));

interface Body {
  readonly acts: readonly { readonly id: string; readonly stream: string }[];
}

async function sent(
  n: number,
  answer: (body: Body, round: number) => Awaited<ReturnType<Parameters<typeof changeHands>[1]['post']>>,
  stopAfter = Number.POSITIVE_INFINITY,
) {
  const bodies: Body[] = [];
  const told: Progress[] = [];
  const end = await changeHands(files(n), {
    ...{ name: 'case.cede', input: { to: 'x' }, idOf: (file) => `I${file.stream}` },
    post: async (body) => {
      bodies.push(body as Body);
      return answer(body as Body, bodies.length);
    },
    told: (progress) => told.push(progress),
    stopped: () => bodies.length >= stopAfter,
  });
  return { bodies, told, end };
}
const done = (body: Body) => ({
  ok: true as const,
  value: { results: body.acts.map(({ id }) => ({ id, outcome: 'done' as const })) },
});

describe('案卷成批移交和接收', () => {
  it('一份一份地送，每份之后说办到哪里', async () => {
    const { bodies, told, end } = await sent(portion * 2 + 3, done);
    expect(bodies.map(({ acts }) => acts.length)).toEqual([portion, portion, 3]);
    expect(told.map((one) => one.done)).toEqual([portion, portion * 2, portion * 2 + 3]);
    expect(end.kept).toEqual([]);
  });

  it('没有办成的留下名字和原因，不连累别的', async () => {
    const { end } = await sent(2, (body) => ({
      ok: true,
      value: {
        results: body.acts.map(({ id }, index) =>
          index === 0
            ? { id, outcome: 'replayed' as const }
            : {
                id,
                outcome: 'refused' as const,
                problem: { type: 'about:blank', status: 422, title: '不能移交' },
              },
        ),
      },
    }));
    expect(end).toMatchObject({ done: 1, kept: [{ file: { title: '第 1 件' }, why: '不能移交' }] });
  });

  it('断网时停下，已经办成的不算错；叫停之后不再送', async () => {
    const broken = await sent(portion * 2, (body, round) =>
      round === 1 ? done(body) : { ok: false, failure: { kind: 'network' } },
    );
    expect(broken.end).toMatchObject({ done: portion, failure: { kind: 'network' } });
    const stopped = await sent(portion * 3, done, 1);
    expect(stopped.bodies).toHaveLength(1);
    expect(stopped.end.done).toBe(portion);
  });
});
