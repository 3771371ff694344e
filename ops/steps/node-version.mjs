import { readFileSync } from 'node:fs';
import { Halt } from './halt.mjs';
import { inRoot } from './root.mjs';

/** Negative when `a` is the older version. */
export function compareVersions(a, b) {
  const left = a.split('.').map(Number);
  const right = b.split('.').map(Number);
  for (let i = 0; i < 3; i += 1) {
    const difference = (left[i] || 0) - (right[i] || 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/**
 * The oldest Node that runs us stands in package.json (`engines.node`, `>=x.y.z`) and nowhere else.
 * Asked first, because an old Node fails later with syntax errors nobody can read.
 */
export function requireNode(current = process.versions.node) {
  const { engines } = JSON.parse(readFileSync(inRoot('package.json'), 'utf8'));
  const oldest = /(\d+(?:\.\d+){0,2})/.exec(engines.node)[1];
  if (compareVersions(current, oldest) < 0) {
    throw new Halt(
      `需要 Node.js ${oldest} 或更新版本,当前是 ${current}(${process.execPath})。请安装 Node.js 20 LTS 的最新版后重试。`,
    );
  }
}
