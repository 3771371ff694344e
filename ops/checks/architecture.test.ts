import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { describe, expect, it } from 'vitest';
import { glossary } from './glossary.ts';
import { readSource, wordsOf } from './source.ts';
import { filesOfTree, isText, readTree, root, swallowedFolders } from './tree.ts';

const manifest = JSON.parse(readTree('package.json')) as {
  readonly scripts: Readonly<Record<string, string>>;
  readonly workspaces: readonly string[];
};

/** Folders that hold workspaces and nothing of their own: their rooms are named instead. */
const HALLS = new Set(
  manifest.workspaces.filter((room) => room.includes('/')).map((room) => room.split('/')[0]),
);

const roomsOfTree = (): readonly string[] => {
  const top = filesOfTree().flatMap((file) => /^([^./][^/]*)\//.exec(file)?.[1] ?? []);
  const loose = top.filter((folder) => !HALLS.has(folder));
  return [...new Set([...manifest.workspaces, ...loose])].sort();
};

/** Rows `| \`room/\` | sentence | …`: the first cell holds one path in backticks, the second the sentence. */
const roomsOfPicture = (): readonly (readonly [string, string])[] =>
  readTree('ARCHITECTURE.md')
    .split('\n')
    .map((line) => /^\|\s*`([\w/.-]+?)\/?`\s*\|\s*([^|]*?)\s*\|/.exec(line))
    .flatMap((row) => (row === null ? [] : [[row[1] ?? '', row[2] ?? ''] as const]));

/** Every line of the tree's text that matches, as `file:line`. */
const linesLike = (pattern: RegExp, files = filesOfTree().filter(isText)): readonly string[] =>
  files.flatMap((file) =>
    readTree(file)
      .split('\n')
      .flatMap((line, i) => (pattern.test(line) ? [`${file}:${i + 1}`] : [])),
  );

/** Put together from pieces, so that this file does not find itself. */
const pattern = (...alternatives: readonly (readonly string[])[]) =>
  new RegExp(alternatives.map((pieces) => pieces.join('')).join('|'));

const isProductTypeScript = (file: string) =>
  /\.tsx?$/.test(file) &&
  !/\.(test|contract)\.tsx?$/.test(file) &&
  !/^(law|scenarios|docs|ops|bench)\//.test(file);

describe('目录就是地图', () => {
  it('ARCHITECTURE.md 的表列出每个房间,不多不少', () => {
    expect(
      roomsOfPicture()
        .map(([room]) => room)
        .sort(),
    ).toEqual(roomsOfTree());
  });

  it('每个房间有一句话', () => {
    expect(roomsOfPicture().filter(([, sentence]) => sentence.length < 4)).toEqual([]);
  });

  it('有 TypeScript 的房间都有 tsconfig.json,受类型检查', () => {
    const files = filesOfTree();
    const unchecked = manifest.workspaces.filter(
      (room) =>
        files.some((file) => file.startsWith(`${room}/`) && /\.tsx?$/.test(file)) &&
        !files.includes(`${room}/tsconfig.json`),
    );
    expect(unchecked).toEqual([]);
  });

  it('没有会被 .gitignore 吞掉的目录', () => {
    expect(swallowedFolders()).toEqual([]);
  });
});

describe('成品自立', () => {
  it('没有本机的绝对路径', () => {
    expect(
      linesLike(
        pattern(
          ['(^|[\\s"\'`(=:/])/', '(wo', 'rk|ro', 'ot|ho', 'me/[a-z]+|Us', 'ers/[A-Za-z]+)/'],
          ['[A-Z]:\\\\Us', 'ers'],
        ),
      ),
    ).toEqual([]);
  });

  it('没有软件源的地址,锁文件也没有', () => {
    expect(
      linesLike(
        pattern(
          ['registry\\.npm', 'js\\.org'],
          ['npm', 'mirror\\.com'],
          ['"reso', 'lved":\\s*"https?:'],
          ['_auth', 'Token'],
        ),
      ),
    ).toEqual([]);
  });

  it('不提仓库之外的材料', () => {
    expect(linesLike(pattern(['(^|[^\\w-])sha', 'red/']))).toEqual([]);
  });

  it('不提成品是怎样做出来的', () => {
    expect(
      linesLike(
        pattern(
          ['[Cc]la', 'ude\\b'],
          ['[Aa]nthro', 'pic'],
          ['Chat', 'GPT'],
          ['\\bLL', 'M\\b'],
          ['Copi', 'lot'],
        ),
      ),
    ).toEqual([]);
  });

  it('没有密钥和口令', () => {
    expect(
      linesLike(
        pattern(
          ['-----BEGIN [A-Z ]*PRIVATE', ' KEY-----'],
          ['\\bAKIA', '[0-9A-Z]{16}\\b'],
          ['\\bgh[pousr]_', '[A-Za-z0-9]{30,}'],
          ['\\bnpm_', '[A-Za-z0-9]{36}\\b'],
          ['\\bsk-', '[A-Za-z0-9]{24,}'],
        ),
      ),
    ).toEqual([]);
  });

  it('每个 package.json 写明许可证 MulanPSL-2.0', () => {
    const manifests = filesOfTree().filter((file) => /(^|\/)package\.json$/.test(file));
    const without = manifests.filter((file) => JSON.parse(readTree(file)).license !== 'MulanPSL-2.0');
    expect(manifests.length).toBeGreaterThan(manifest.workspaces.length);
    expect(without).toEqual([]);
  });
});

describe('说明里的命令', () => {
  const guides = filesOfTree().filter((file) => file.endsWith('.md'));
  const commands = guides.flatMap((file) =>
    [...readTree(file).matchAll(/```[^\n]*\n([\s\S]*?)```/g)].flatMap(([, block = '']) =>
      block.split('\n').map((line) => [file, line.trim().replace(/^[$#>]\s+/, '')] as const),
    ),
  );

  it('npm 的命令都在 package.json 里', () => {
    const missing = commands.filter(([, line]) => {
      const script = /^npm (?:run(?:-script)? )?([\w:-]+)/.exec(line)?.[1];
      return (
        script !== undefined &&
        !['ci', 'install', 'config', 'cache'].includes(script) &&
        !(script in manifest.scripts)
      );
    });
    expect(missing).toEqual([]);
  });

  it('node 的命令指向存在的文件', () => {
    const missing = commands.filter(([, line]) => {
      const script = /^node ([\w./-]+\.m?js)/.exec(line)?.[1];
      return script !== undefined && !script.startsWith('dist/') && !existsSync(path.join(root, script));
    });
    expect(missing).toEqual([]);
  });
});

describe('法是数据', () => {
  const folders = (folder: string): readonly string[] =>
    existsSync(path.join(root, folder))
      ? readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) =>
          entry.isDirectory() ? [entry.name] : [],
        )
      : [];
  const authorities = folders('law/packs');
  // An instrument may be called by a term of the glossary (公示 → publication); the term stays usable.
  const terms = new Set(glossary.entries.map(({ identifier }) => wordsOf(identifier).join('-')));
  const instruments = authorities
    .flatMap((authority) => folders(`law/packs/${authority}`))
    .filter((instrument) => !terms.has(instrument));
  const clausePrefixes = filesOfTree()
    .filter((file) => /^law\/packs\/.*\/clauses\.yaml$/.test(file))
    .flatMap(
      (file) => JSON.stringify(parse(readTree(file))).match(/"[A-Z][A-Z0-9]*-[A-Z][A-Z0-9]*-(?=\d)/g) ?? [],
    )
    .map((prefix) => prefix.slice(1));

  it('法律之外的 TypeScript 不写机关、法规和条款的标识', () => {
    const names = new Set([...authorities, ...instruments]);
    const prefixes = [...new Set(clausePrefixes)];
    const found = filesOfTree()
      .filter(isProductTypeScript)
      .flatMap((file) =>
        readSource(readTree(file), file).literals.flatMap(({ text, line }) => {
          const named = text.split(/[/@\s]/).some((part) => names.has(part));
          const cited = prefixes.some((prefix) => text.includes(prefix));
          return named || cited ? [`${file}:${line} ${text}`] : [];
        }),
      );
    expect(found).toEqual([]);
  });
});
