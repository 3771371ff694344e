import { describe, expect, it } from 'vitest';
import { gathered, type Gathering } from './gathered.ts';

/** What was sent together, in order; each statement ends when the test says so. */
function sending(more: Partial<Gathering<string, string>> = {}) {
  const sent: { readonly names: readonly string[]; end(error?: Error): void }[] = [];
  const ask = gathered<string, string>({
    ...{ ways: 1, most: 3, together: () => true },
    send: (names) =>
      new Promise((done, failed) => {
        const end = (error?: Error) =>
          error === undefined ? done(names.map((name) => `${name}!`)) : failed(error);
        sent.push({ names, end });
      }),
    ...more,
  });
  return { ask, sent, groups: () => sent.map(({ names }) => names.join('')) };
}

const turn = () => new Promise<void>((next) => setImmediate(next));

describe('一起来的一起送', () => {
  it('独自来的不等人，当即就送', async () => {
    const { ask, sent, groups } = sending();
    const one = ask('甲');
    await turn();
    expect(groups()).toEqual(['甲']);
    sent[0]?.end();
    expect(await one).toBe('甲!');
  });

  it('路都占着时来的，空出一条就一起送，各得各的答复；超过一趟所载的等下一趟', async () => {
    const { ask, sent, groups } = sending();
    const all = [ask('甲')];
    await turn();
    all.push(...['乙', '丙', '丁', '戊'].map(ask));
    await turn();
    expect(groups()).toEqual(['甲']);
    for (const at of [0, 1, 2]) {
      sent[at]?.end();
      await turn();
    }
    expect(groups()).toEqual(['甲', '乙丙丁', '戊']);
    expect(await Promise.all(all)).toEqual(['甲!', '乙!', '丙!', '丁!', '戊!']);
  });

  it('两条路各送各的，第三趟等先回来的', async () => {
    const { ask, sent, groups } = sending({ ways: 2, most: 1 });
    const all = ['甲', '乙', '丙'].map(ask);
    await turn();
    expect(groups()).toEqual(['甲', '乙']);
    sent[1]?.end();
    await turn();
    expect(groups()).toEqual(['甲', '乙', '丙']);
    sent[0]?.end();
    sent[2]?.end();
    expect(await Promise.all(all)).toEqual(['甲!', '乙!', '丙!']);
  });

  it('不能同趟的留到下一趟，别人不因此耽搁', async () => {
    const { ask, sent, groups } = sending({ together: (one, other) => one !== other });
    const all = ['甲', '甲', '乙'].map(ask);
    await turn();
    sent[0]?.end();
    await turn();
    expect(groups()).toEqual(['甲乙', '甲']);
    sent[1]?.end();
    expect(await Promise.all(all)).toEqual(['甲!', '甲!', '乙!']);
  });

  it('一趟出错，同趟的都得知；路照样空出来', async () => {
    const { ask, sent } = sending();
    const all = Promise.allSettled(['甲', '乙'].map(ask));
    await turn();
    sent[0]?.end(new Error('断了'));
    expect((await all).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    const next = ask('丙');
    await turn();
    sent[1]?.end();
    expect(await next).toBe('丙!');
  });

  it('说明一件也没有办的错误，逐件再送一次：只有不成的那件得知', async () => {
    const bad = new Error('乙不成');
    const { ask, sent, groups } = sending({ alone: (error) => error === bad });
    const all = Promise.allSettled(['甲', '乙', '丙'].map(ask));
    await turn();
    sent[0]?.end(bad);
    await turn();
    expect(groups()).toEqual(['甲乙丙', '甲', '乙', '丙']);
    for (const at of [1, 3]) sent[at]?.end();
    sent[2]?.end(bad);
    expect((await all).map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  });
});
