import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { loadOrCreateSigner, readLog } from '@zhaozhang/evidence';
import { readLibrary } from '@zhaozhang/law';
import { openStore, startDatabase, DataDirectoryLocked } from '@zhaozhang/store';
import { lawBook } from './acts/law-book.ts';
import { verifyInstallation } from './proving/verify.ts';
import type { VerifyReport } from './proving/verify.ts';
import { placesOf } from './start/places.ts';

const origin = 'zhaozhang.local/log';

/** `npm run verify`: of a running installation through its own database, of a stopped one by starting it alone. */
async function main(): Promise<number> {
  const dataDir = dataDirAsked();
  const places = placesOf(import.meta.url);
  const { store, close } = await reach(dataDir, places.migrations);
  try {
    const signer = await loadOrCreateSigner(join(dataDir, 'secrets', 'log.key'), origin);
    const log = readLog(join(dataDir, 'log'), signer.verifierKey);
    const library = await readLibrary(places.law);
    const began = performance.now();
    const report = await verifyInstallation(store, lawBook(library, store), log);
    print(report, (performance.now() - began) / 1000);
    return report.discrepancies.length === 0 ? 0 : 1;
  } finally {
    await close();
  }
}

/** An installation that is there: verifying must never found a new one where somebody mistyped a folder. */
function dataDirAsked(): string {
  let data: string | undefined;
  try {
    ({
      values: { data },
    } = parseArgs({ options: { data: { type: 'string' } } }));
  } catch {
    throw new Error('不认识的参数。可用的有：--data 数据目录');
  }
  const dataDir = resolve(data ?? process.env['ZHAOZHANG_DATA'] ?? 'data');
  if (!existsSync(join(dataDir, 'secrets', 'log.key')))
    throw new Error(`${dataDir} 里没有照章的数据。请核对 --data`);
  return dataDir;
}

async function reach(dataDir: string, migrationsDir: string) {
  try {
    const database = await startDatabase({ dataDir, migrationsDir });
    const store = openStore(database);
    return {
      store,
      close: async () => {
        await store.close();
        await database.stop();
      },
    };
  } catch (error) {
    if (!(error instanceof DataDirectoryLocked)) throw error;
    const note = JSON.parse(readFileSync(join(dataDir, 'secrets', 'runtime.json'), 'utf8')) as {
      appUrl: string;
      portalUrl: string;
    };
    const store = openStore(note);
    return { store, close: () => store.close() };
  }
}

function print(report: VerifyReport, seconds: number): void {
  const lines = [
    `事件 ${report.events} 条，行为 ${report.acts} 次，记录 ${report.streams} 份；已入链 ${report.logged} 条，待入链 ${report.waiting} 条；用时 ${seconds.toFixed(1)} 秒`,
    ...report.discrepancies.map((one) => `不符 ${one.where}：${one.what}`),
    report.discrepancies.length === 0
      ? '核验通过：事件、状态、判定、日志相符。'
      : `发现 ${report.discrepancies.length} 处不符。`,
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(2);
  },
);
