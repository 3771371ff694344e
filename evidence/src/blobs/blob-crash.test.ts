import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { programOf, runProgram, scratch } from '../trial/child.ts';
import { openBlobStore } from './blob-store.ts';

describe('证据文件库：进程被杀与内存', () => {
  let place: Awaited<ReturnType<typeof scratch>>;
  let forever: string;
  let large: string;
  let once: string;
  beforeAll(async () => {
    place = await scratch();
    const program = async (name: string): Promise<string> => {
      await build(programOf(new URL(`./${name}.child.ts`, import.meta.url), name, place.path));
      return join(place.path, `${name}.mjs`);
    };
    [forever, large, once] = await Promise.all([
      program('put-forever'),
      program('put-large'),
      program('put-once'),
    ]);
  });
  afterAll(() => place.remove());

  it('上传中杀死进程五次：凡已确认的文件都完好，残余在下次打开时清除', async () => {
    const directory = join(place.path, 'killed');
    for (const [round, acknowledged] of [1, 2, 5, 11, 23].entries()) {
      const outcome = await runProgram(forever, [directory, String(round)], (_line, child, count) => {
        if (count === acknowledged) child.kill('SIGKILL');
      });
      expect(outcome.signal).toBe('SIGKILL');
      const store = await openBlobStore(directory);
      for (const sha256 of outcome.lines) expect(await store.check(sha256)).toBe('sound');
      for await (const sha256 of store.list()) expect(await store.check(sha256)).toBe('sound');
      const folders = await readdir(join(directory, 'staging'));
      expect(folders.every((name) => name.startsWith(`${process.pid}-`))).toBe(true);
    }
  }, 60_000);

  it('在存入的每一步杀死进程：要么没有，要么完好；重新存入总能成功', async () => {
    let step = 0;
    let killed = true;
    while (killed) {
      step += 1;
      const directory = join(place.path, `step-${step}`);
      const outcome = await runProgram(once, [directory, String(step)]);
      killed = outcome.signal === 'SIGKILL';
      const store = await openBlobStore(directory);
      for await (const sha256 of store.list()) expect(await store.check(sha256)).toBe('sound');
      const [sha256 = ''] = (await runProgram(once, [directory, '0'])).lines;
      expect(await store.check(sha256)).toBe('sound');
    }
    expect(step).toBeGreaterThan(8);
  }, 60_000);

  it('存取 200 MB 的流，内存增长不到 80 MB', async () => {
    const size = 200_000_000;
    const { lines } = await runProgram(large, [join(place.path, 'large'), String(size)]);
    const { bytes, read, growth } = JSON.parse(lines[0] ?? '{}') as {
      bytes: number;
      read: number;
      growth: number;
    };
    expect({ bytes, read }).toEqual({ bytes: size, read: size });
    expect(growth).toBeLessThan(80_000_000);
  }, 60_000);
});
