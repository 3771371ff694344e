import { spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { advisories, licencesOf, lockFaults } from './steps/audit-lock.mjs';
import { run, say } from './steps/halt.mjs';
import { npmCommand } from './steps/npm.mjs';
import { root } from './steps/root.mjs';

await run(async () => {
  const lock = JSON.parse(await readFile(join(root, 'package-lock.json'), 'utf8'));
  for (const [licence, count] of licencesOf(lock)) say(`许可证 ${licence}：${count} 个包`);
  const npm = npmCommand();
  const asked = spawnSync(npm.file, [...npm.args, 'audit', '--omit=dev', '--json', '--audit=true'], {
    ...{ cwd: root, encoding: 'utf8', timeout: 60_000, shell: npm.shell },
  });
  const told = advisories(asked.stdout ?? '');
  // Not asked is not found sound: whoever reads this must know which of the two it was.
  if (!told.known) say('软件源不提供已知弱点的查询，这一项没有查；连得上公共软件源时再运行一次');
  else if (told.faults.length === 0) say('运行时用到的包没有已知的弱点');
  const faults = [...lockFaults(lock), ...told.faults];
  for (const fault of faults) say(fault);
  say(faults.length === 0 ? '依赖核查：没有问题' : `依赖核查：${faults.length} 处问题`);
  return faults.length === 0 ? 0 : 1;
});
