import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { listFiles } from './digest.mjs';
import { inRoot, root } from './root.mjs';

const tool = (...parts) => inRoot('node_modules', ...parts);

/**
 * Folders whose types are checked: every room that has sources, and ops for its own tests and for those
 * that the narrow settings of core, kit and portal leave out.
 */
function typedFolders() {
  const { workspaces } = JSON.parse(readFileSync(inRoot('package.json'), 'utf8'));
  const hasSources = (room) => listFiles(root, [`${room}/src`]).some((file) => /\.tsx?$/.test(file));
  const rooms = workspaces.filter((room) => existsSync(inRoot(room, 'tsconfig.json')) && hasSources(room));
  return [...rooms, 'ops'];
}

/**
 * Rooms with the same settings are checked as one program: each would otherwise read core and law anew, which is most of
 * the work. Rooms with narrower ones (no DOM, no Node) stay by themselves, since that is what their settings are for.
 */
function typeSteps() {
  const groups = new Map();
  for (const folder of typedFolders()) {
    const {
      compilerOptions,
      include,
      exclude = [],
    } = JSON.parse(readFileSync(inRoot(folder, 'tsconfig.json'), 'utf8'));
    const key = JSON.stringify([compilerOptions, include, exclude]);
    const group = groups.get(key) ?? { folders: [], include, exclude };
    groups.set(key, { ...group, folders: [...group.folders, folder] });
  }
  return [...groups.values()].map(typeStep);
}

/**
 * By the native compiler, in a fifth of the time. It has no interface for programs yet: the checks that read syntax trees
 * (ops/checks) keep the compiler before it.
 * @param group folders whose settings are word for word those of the first
 */
function typeStep({ folders, include, exclude }) {
  const name = folders.join('+').replaceAll('/', '-');
  let project = folders[0];
  if (folders.length > 1) {
    const inEach = (patterns) => folders.flatMap((folder) => patterns.map((one) => inRoot(folder, one)));
    project = inRoot('.cache', 'tsc', `${name}.json`);
    const settings = {
      extends: inRoot(folders[0], 'tsconfig.json'),
      include: inEach(include),
      exclude: inEach(exclude),
    };
    writeFileSync(project, JSON.stringify(settings));
  }
  return {
    name: `类型 ${folders.join('、')}`,
    args: [
      tool('typescript-native', 'bin', 'tsc'),
      ...['-p', project, '--noEmit', '--pretty', 'false', '--incremental'],
      ...['--tsBuildInfoFile', inRoot('.cache', 'tsc', `${name}.tsbuildinfo`)],
    ],
  };
}

/**
 * Everything that can be said about the tree without running the product; each step is one process.
 * Types first: they take longest, and the short ones fill the other core.
 * @param withTests also the fast tests of ops/checks; `npm test` runs them with all others instead
 */
export function checkSteps({ withTests }) {
  mkdirSync(inRoot('.cache', 'tsc'), { recursive: true });
  const steps = [
    {
      name: '格式与基本规则',
      args: [tool('@biomejs', 'biome', 'bin', 'biome'), 'check', '--max-diagnostics=60', '.'],
    },
    { name: '代码规则', args: [tool('oxlint', 'bin', 'oxlint'), '--deny-warnings'] },
    ...typeSteps(),
    {
      name: '房间之间的墙',
      args: [
        tool('dependency-cruiser', 'bin', 'dependency-cruise.mjs'),
        ...['--config', '.dependency-cruiser.cjs', '--output-type', 'err-long'],
        ...['core', 'law', 'store', 'evidence', 'documents', 'api', 'web', 'scenarios', 'bench'],
      ],
    },
    { name: '无用代码', args: [tool('knip', 'bin', 'knip.js'), '--no-progress'] },
  ];
  if (withTests) {
    steps.push({
      name: '词汇、结构与墙的测试',
      args: [tool('vitest', 'vitest.mjs'), 'run', '--project', 'unit', '--reporter', 'dot', 'ops/checks'],
    });
  }
  return steps;
}
