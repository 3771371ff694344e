import { existsSync, mkdirSync, readFileSync } from 'node:fs';
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

const typeStep = (folder) => ({
  name: `类型 ${folder}`,
  args: [
    tool('typescript', 'bin', 'tsc'),
    ...['-p', folder, '--noEmit', '--pretty', 'false', '--incremental'],
    ...['--tsBuildInfoFile', inRoot('.cache', 'tsc', `${folder.replaceAll('/', '-')}.tsbuildinfo`)],
  ],
});

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
    ...typedFolders().map(typeStep),
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
