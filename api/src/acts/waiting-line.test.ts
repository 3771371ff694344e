import { describe, expect, it } from 'vitest';
import { waitingLine } from './waiting-line.ts';

/** Work that ends when told. */
function held(log: string[], name: string) {
  let end: () => void = () => undefined;
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  const work = async (): Promise<string> => {
    log.push(`${name} 开始`);
    await ended;
    log.push(`${name} 结束`);
    return name;
  };
  return { work, end };
}

const settle = () => new Promise((resolve) => setImmediate(resolve));

describe('排队', () => {
  it('要同一样东西的,前一个结束后一个才开始', async () => {
    const log: string[] = [];
    const line = waitingLine();
    const [one, two] = [held(log, '甲'), held(log, '乙')];
    const results = [line(['案卷', '文号'], one.work), line(['文号'], two.work)];
    await settle();
    expect(log).toEqual(['甲 开始']);
    one.end();
    two.end();
    expect(await Promise.all(results)).toEqual(['甲', '乙']);
    expect(log).toEqual(['甲 开始', '甲 结束', '乙 开始', '乙 结束']);
  });

  it('要不同东西的,并排进行', async () => {
    const log: string[] = [];
    const line = waitingLine();
    const [one, two] = [held(log, '甲'), held(log, '乙')];
    const results = [line(['一'], one.work), line(['二'], two.work)];
    await settle();
    expect(log).toEqual(['甲 开始', '乙 开始']);
    one.end();
    two.end();
    await Promise.all(results);
  });

  it('次序相反地要两样东西,不会互相等死', async () => {
    const line = waitingLine();
    const done = await Promise.all([
      line(['一', '二'], async () => '甲'),
      line(['二', '一'], async () => '乙'),
      line(['一', '二'], async () => '丙'),
    ]);
    expect(done).toEqual(['甲', '乙', '丙']);
  });

  it('前一个失败,后一个照样轮到', async () => {
    const line = waitingLine();
    const failing = line(['一'], () => Promise.reject(new Error('坏了')));
    const next = line(['一'], async () => '轮到了');
    await expect(failing).rejects.toThrow('坏了');
    expect(await next).toBe('轮到了');
  });
});
