import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { completeRows, openLedger, putRows, startDatabase, tablesKept } from '@zhaozhang/store';
import type { Ledger } from '@zhaozhang/store';
import type { Places } from '../start/places.ts';
import { StartRefused } from '../start/refused.ts';
import { listed } from './backup.ts';
import { putKeys } from './keys.ts';
import { readManifest, runsIn } from './manifest.ts';
import type { FilesCopy, Manifest } from './manifest.ts';
import { openObjects } from './objects.ts';
import type { Objects } from './objects.ts';
import { withInstallation } from './reach.ts';
import { rebuildAll } from './rebuild.ts';
import { unfinishedRestore } from './unfinished-restore.ts';

export interface RestoreOptions {
  readonly directory: string;
  /** Where the installation is to stand: empty, or not there. */
  readonly dataDir: string;
  readonly keys: string;
  readonly places: Places;
  /** Which of the backups; the newest by default. */
  readonly run?: number | undefined;
  onStep?(what: string): void;
}

/** Rows put into the database in one statement. */
const rowsAtOnce = 500;

/**
 * Brings an installation back into an empty place. Files and keys first, then the rows of the backup, then everything
 * derived from them is written anew. A mark stands in the directory until all of it is done: with it nothing starts.
 */
export async function restoreBackup(options: RestoreOptions): Promise<Manifest> {
  const { directory, dataDir, places, onStep = () => undefined } = options;
  const runs = runsIn(directory);
  const run = options.run ?? runs.at(-1);
  if (run === undefined) throw new StartRefused(`${directory} 里没有备份`);
  if (!runs.includes(run))
    throw new StartRefused(`${directory} 里没有第 ${run} 次备份，只有：${runs.join('、')}`);
  if (existsSync(dataDir) && readdirSync(dataDir).length > 0)
    throw new StartRefused(`${dataDir} 不是空的，没有恢复。请换一个目录，或者先移走里面的内容`);
  const manifest = readManifest(directory, run);
  const objects = await openObjects(directory);
  mkdirSync(dataDir, { recursive: true });
  writeFileSync(unfinishedRestore(dataDir), `第 ${run} 次备份，尚未恢复完\n`);
  putKeys(options.keys, dataDir);
  onStep('恢复日志和附件');
  await putFiles(objects, manifest.log, join(dataDir, 'log'), 0o644);
  await putFiles(objects, manifest.blobs, join(dataDir, 'blobs'), 0o444);
  await putFiles(objects, manifest.others, dataDir, 0o600);
  writeFileSync(join(dataDir, 'log', 'checkpoint'), manifest.checkpoint);
  onStep('恢复数据库');
  const database = await startDatabase({ dataDir, migrationsDir: places.migrations });
  try {
    const ledger = await openLedger(database.ownerUrl);
    try {
      await putTables(objects, manifest, ledger);
      await completeRows(ledger.connection, Number(manifest.checkpoint.split('\n')[1]));
    } finally {
      await ledger.close();
    }
  } finally {
    await database.stop();
  }
  onStep('重建待办、列表、检索和公示页');
  await withInstallation([dataDir, places, undefined], (reached) => rebuildAll(reached, true));
  rmSync(unfinishedRestore(dataDir));
  return manifest;
}

async function putFiles(objects: Objects, copy: FilesCopy, to: string, mode: number): Promise<void> {
  for (const [path, digest] of await listed(objects, copy)) {
    // The list is our own, but whoever changed it must not write elsewhere.
    if (path.startsWith('/') || path.split('/').includes('..'))
      throw new StartRefused(`备份的文件清单里有不能用的路径：${path}`);
    await objects.copyTo(digest, join(to, path), mode);
  }
}

async function putTables(objects: Objects, manifest: Manifest, { connection }: Ledger): Promise<void> {
  const known = await tablesKept(connection);
  const unknown = Object.keys(manifest.tables).filter((name) => !known.some((one) => one.name === name));
  if (unknown.length > 0)
    throw new StartRefused(`备份里有本程序不认识的表（${unknown.join('、')}），请用更新的程序恢复`);
  for (const { name } of known) {
    const copy = manifest.tables[name];
    if (copy === undefined) continue;
    let rows = 0;
    for (const object of copy.objects) {
      const lines = await objects.readLines(object);
      rows += lines.length;
      for (let at = 0; at < lines.length; at += rowsAtOnce)
        await putRows(connection, name, lines.slice(at, at + rowsAtOnce));
    }
    if (rows !== copy.rows) throw new StartRefused(`备份的表 ${name} 应有 ${copy.rows} 行，只有 ${rows} 行`);
  }
}
