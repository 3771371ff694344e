import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { dataDirOf } from './keeping/data-dir.ts';
import { withInstallation } from './keeping/reach.ts';
import { restoreBackup } from './keeping/restore.ts';
import { nowText, runKeeping, say } from './keeping/run-keeping.ts';
import { reportText } from './proving/report.ts';
import { verifyInstallation } from './proving/verify.ts';
import { placesOf } from './start/places.ts';
import { StartRefused } from './start/refused.ts';

/** `npm run restore -- 备份目录 --keys 密钥目录 --data 空目录`: brings it back, then verifies what has come back. */
runKeeping(async () => {
  const { directory, keys, data, at } = flags();
  const dataDir = dataDirOf(data);
  const places = placesOf(import.meta.url);
  const began = performance.now();
  const manifest = await restoreBackup({ directory, dataDir, keys, places, run: at, onStep: say });
  say(`第 ${manifest.run} 次备份（${manifest.at}）已恢复到 ${dataDir}，${seconds(began)} 秒`);
  say('核验恢复的内容');
  const verifying = performance.now();
  return withInstallation([dataDir, places, undefined], async (reached) => {
    const report = await verifyInstallation(reached, { against: [manifest.checkpoint] });
    say(reportText({ report, lawful: true, at: nowText(), seconds: Number(seconds(verifying)) }));
    return report.discrepancies.length === 0 ? 0 : 1;
  });
});

function seconds(since: number): string {
  return ((performance.now() - since) / 1000).toFixed(1);
}

function flags() {
  try {
    const { values, positionals } = parseArgs({
      options: { data: { type: 'string' }, keys: { type: 'string' }, at: { type: 'string' } },
      allowPositionals: true,
    });
    const [directory, ...more] = positionals;
    const { keys, data } = values;
    const at = values.at === undefined ? undefined : Number(values.at);
    if (directory === undefined || keys === undefined || data === undefined || more.length > 0)
      throw new Error();
    if (at !== undefined && !Number.isSafeInteger(at)) throw new Error();
    return { directory: resolve(directory), keys: resolve(keys), data, at };
  } catch {
    throw new StartRefused(
      '写明从哪里恢复到哪里：npm run restore -- 备份目录 --keys 密钥目录 --data 空目录 [--at 第几次备份]',
    );
  }
}
