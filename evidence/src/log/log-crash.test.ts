import { cp, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { programOf, runProgram, scratch } from '../trial/child.ts';
import { ORIGIN } from '../trial/trial-log.ts';
import { type Log, openLog } from './log.ts';
import { loadOrCreateSigner } from './signer.ts';

describe('透明日志：进程被杀', () => {
  let place: Awaited<ReturnType<typeof scratch>>;
  let forever: string;
  let once: string;
  beforeAll(async () => {
    place = await scratch();
    const program = async (name: string): Promise<string> => {
      await build(programOf(new URL(`./${name}.child.ts`, import.meta.url), name, place.path));
      return join(place.path, `${name}.mjs`);
    };
    [forever, once] = await Promise.all([program('append-forever'), program('append-once')]);
  });
  afterAll(() => place.remove());

  /** Opens what a killed process left, and checks that it is whole and holds exactly entries 0, 1, 2 … */
  const requireWhole = async (directory: string): Promise<Log> => {
    const signer = await loadOrCreateSigner(join(place.path, 'key'), ORIGIN);
    const log = await openLog(directory, { origin: ORIGIN, signer });
    expect(await log.audit()).toEqual({ sound: true, size: log.size(), read: log.size(), findings: [] });
    let index = 0;
    for await (const entry of log.entries(0)) {
      expect(Buffer.from(entry).toString()).toBe(`entry ${index}`);
      index += 1;
    }
    expect(index).toBe(log.size());
    expect((await readdir(directory)).filter((name) => name.endsWith('.draft') || name === 'intent')).toEqual(
      [],
    );
    return log;
  };

  it('追加中杀死进程五次：自查完好，凡已确认的条目都在，不丢不重', async () => {
    const directory = join(place.path, 'killed');
    for (const [round, batches] of [1, 3, 8, 20, 45].entries()) {
      const outcome = await runProgram(
        forever,
        [directory, ORIGIN, round % 2 === 0 ? '60' : '400'],
        (_line, child, count) => {
          if (count === batches) child.kill('SIGKILL');
        },
      );
      expect(outcome.signal).toBe('SIGKILL');
      const acknowledged = Number(outcome.lines.at(-1)?.split(' ')[1]);
      const log = await requireWhole(directory);
      expect(log.size()).toBeGreaterThanOrEqual(acknowledged);
    }
  }, 60_000);

  it('在追加的每一步杀死进程：状态恰为检查点所示，整批在或整批不在', async () => {
    const prepared = join(place.path, 'prepared');
    await runProgram(once, [prepared, ORIGIN, 'append', '0', '250']);
    let step = 0;
    let killed = true;
    const sizes = new Set<number>();
    while (killed) {
      step += 1;
      const directory = join(place.path, `append-${step}`);
      await cp(prepared, directory, { recursive: true });
      const outcome = await runProgram(once, [directory, ORIGIN, 'append', String(step), '20']);
      killed = outcome.signal === 'SIGKILL';
      const log = await requireWhole(directory);
      expect(killed ? [250, 270] : [270]).toContain(log.size());
      sizes.add(log.size());
      await log.append([Buffer.from(`entry ${log.size()}`)]);
      await requireWhole(directory);
    }
    expect([...sizes].sort()).toEqual([250, 270]);
    expect(step).toBeGreaterThan(20);
  }, 120_000);

  it('首次打开的每一步、以及恢复的每一步杀死进程：再次打开仍然完好', async () => {
    const crashed = join(place.path, 'crashed');
    await runProgram(once, [crashed, ORIGIN, 'append', '0', '250']);
    const left = await runProgram(once, [crashed, ORIGIN, 'append', '15', '20']);
    expect(left.signal).toBe('SIGKILL');
    for (const [kind, after] of [
      ['first', undefined],
      ['recovery', crashed],
    ] as const) {
      let step = 0;
      let killed = true;
      while (killed) {
        step += 1;
        const directory = join(place.path, `${kind}-${step}`);
        if (after !== undefined) await cp(after, directory, { recursive: true });
        const outcome = await runProgram(once, [directory, ORIGIN, 'open', String(step), '1']);
        killed = outcome.signal === 'SIGKILL';
        await requireWhole(directory);
      }
      expect(step).toBeGreaterThan(10);
    }
  }, 120_000);
});
