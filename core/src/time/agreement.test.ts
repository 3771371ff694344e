import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { Agreement } from './agreement.test-oracle.ts';

const dir = new URL('../../../law/calendar/CN/', import.meta.url);
const read = (name: string): unknown => parse(readFileSync(new URL(name, dir), 'utf8'));
const files = {
  years: readdirSync(dir)
    .filter((name) => /^\d{4}\.yaml$/.test(name))
    .map(read),
  statute: read('statute.yaml'),
};
const work = mkdtempSync(join(tmpdir(), 'time-agreement-'));
const bundle = join(work, 'agreement.mjs');

beforeAll(async () => {
  writeFileSync(join(work, 'files.json'), JSON.stringify(files));
  await build({
    stdin: {
      contents: `
        import { readFileSync } from 'node:fs';
        import { compareBoth } from './agreement.test-oracle.ts';
        const files = JSON.parse(readFileSync(process.argv[2], 'utf8'));
        const offset = new Date(2026, 0, 1).getTimezoneOffset();
        console.log(JSON.stringify({ offset, ...compareBoth(files, 20000, 20170101) }));`,
      resolveDir: fileURLToPath(new URL('./', import.meta.url)),
      loader: 'ts',
    },
    bundle: true,
    platform: 'node',
    format: 'esm',
    outfile: bundle,
    logLevel: 'silent',
  });
});
afterAll(() => rmSync(work, { recursive: true, force: true }));

describe('两种独立算法', () => {
  it.each([
    ['America/Los_Angeles', 480],
    ['Asia/Shanghai', -480],
    ['Pacific/Kiritimati', -840],
  ])(
    '在 %s 时区，随机 20000 个期限的结果全部相同',
    (zone, offset) => {
      const run = spawnSync(process.execPath, [bundle, join(work, 'files.json')], {
        env: { ...process.env, TZ: zone },
        encoding: 'utf8',
        maxBuffer: 1 << 26,
      });
      expect(run.stderr).toBe('');
      const result = JSON.parse(run.stdout) as Agreement & { offset: number };
      expect(result.offset).toBe(offset);
      expect(result.disagreements).toEqual([]);
      expect(result.compared).toBe(20_000);
      // The run must have met what can go wrong, or its agreement means nothing.
      const features = [
        'rolled',
        'makeup',
        'suspended',
        'open',
        'provisional',
        'extended',
        'restraint',
        'hour',
      ];
      expect(features.filter((f) => (result.met[f] ?? 0) < 300)).toEqual([]);
    },
    120_000,
  );
});
