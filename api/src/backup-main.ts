import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { instantFromEpoch } from '@zhaozhang/core/time';
import { acquireInstanceLock, DataDirectoryLocked } from '@zhaozhang/store';
import { takeBackup } from './keeping/backup.ts';
import { dataDirOf } from './keeping/data-dir.ts';
import { copyKeys } from './keeping/keys.ts';
import { withInstallation } from './keeping/reach.ts';
import { runKeeping, say } from './keeping/run-keeping.ts';
import { placesOf } from './start/places.ts';
import { StartRefused } from './start/refused.ts';

/** `npm run backup -- 目录 [--keys 密钥目录]`, beside a running installation or a stopped one. */
runKeeping(async () => {
  const asked = flags();
  const dataDir = dataDirOf(asked.data);
  const places = placesOf(import.meta.url);
  const release = await alone(asked.directory);
  try {
    return await withInstallation(
      [dataDir, places, process.env['ZHAOZHANG_DATABASE_URL']],
      async (reached) => {
        const began = performance.now();
        const at = instantFromEpoch(Date.now());
        const { manifest, incremental, newBlobs } = await takeBackup({
          ...{ reached, law: places.law, directory: asked.directory, at },
        });
        const seconds = ((performance.now() - began) / 1000).toFixed(1);
        const events = manifest.tables['zz.events']?.rows ?? 0;
        say(
          `第 ${manifest.run} 次备份已写入 ${asked.directory}（${incremental ? '增量' : '全量'}，${seconds} 秒）`,
        );
        say(`事件 ${events} 条，附件 ${manifest.blobs.files / 2} 件，其中新的 ${newBlobs} 件`);
        if (asked.keys === undefined)
          say(`密钥不在备份里。请另存 ${join(dataDir, 'secrets')} 中的密钥：加 --keys 另一个目录`);
        else say(`密钥 ${copyKeys(dataDir, asked.keys, asked.directory)} 个，另存于 ${asked.keys}`);
        say('请把下面的检查点另存一处，以后可以证明日志没有被回退（npm run verify -- --against 文件）：');
        say(manifest.checkpoint.trimEnd());
        return 0;
      },
    );
  } finally {
    release();
  }
});

/** Two backups into one directory at once would sweep away what the other is writing. */
async function alone(directory: string) {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  try {
    return await acquireInstanceLock(directory);
  } catch (error) {
    if (!(error instanceof DataDirectoryLocked)) throw error;
    throw new StartRefused(`另一次备份正在写 ${directory}，请等它做完`);
  }
}

function flags() {
  try {
    const { values, positionals } = parseArgs({
      options: { data: { type: 'string' }, keys: { type: 'string' } },
      allowPositionals: true,
    });
    const [directory, ...more] = positionals;
    if (directory === undefined || more.length > 0) throw new Error();
    const keys = values.keys === undefined ? undefined : resolve(values.keys);
    return { directory: resolve(directory), data: values.data, keys };
  } catch {
    throw new StartRefused('写明备份到哪里：npm run backup -- 目录 [--keys 密钥目录] [--data 数据目录]');
  }
}
