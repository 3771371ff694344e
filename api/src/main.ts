import { resolve } from 'node:path';
import { instant } from '@zhaozhang/core/time';
import { readAgency, readStories } from '@zhaozhang/scenarios';
import { DatabaseUnavailable, DataDirectoryLocked } from '@zhaozhang/store';
import { jsonLines, plainLines } from './operation/logging.ts';
import { startTrouble } from './operation/trouble.ts';
import { identitySettings } from './sessions/identity-settings.ts';
import { readFlags } from './start/flags.ts';
import { startInstance } from './start/instance.ts';
import type { Instance } from './start/instance.ts';
import { placesOf } from './start/places.ts';
import { StartRefused } from './start/refused.ts';
import { demonstrationRoles, isFilled, passwordFile, seedDemonstration } from './start/seed.ts';

const toStderr = (line: string): void => void process.stderr.write(line);
/** Until the flags are read, for somebody at a terminal. */
let logging = plainLines(toStderr);

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

async function main(): Promise<void> {
  const flags = readFlags(process.argv.slice(2));
  if (flags.json) logging = jsonLines(toStderr);
  const places = placesOf(import.meta.url);
  const dataDir = resolve(flags.data ?? process.env['ZHAOZHANG_DATA'] ?? 'data');
  const agency = flags.production ? undefined : await readAgency(places.stories);
  const instance = await startInstance({
    dataDir,
    places,
    host: flags.host,
    port: flags.port,
    databaseUrl: process.env['ZHAOZHANG_DATABASE_URL'],
    demonstration:
      agency === undefined
        ? undefined
        : { anchor: instant(agency.anchor), roles: demonstrationRoles({ agency }) },
    operationsPort: flags.operations,
    logging,
    clockChecked: flags.clockChecked,
    anotherAgency: flags.anotherAgency,
    identity: flags.production ? identitySettings(process.env) : undefined,
  });
  const stopping = stopOnSignals(instance);
  if (agency !== undefined && !isFilled(dataDir)) {
    const told = await readStories(places.stories, { all: !flags.few });
    await seedDemonstration(instance, told, dataDir).catch((error: unknown) => {
      // Stopped in the middle of being filled: that is no fault, and the next start goes on from here.
      if (!stopping()) throw error;
    });
  }
  if (stopping()) return;
  say('');
  say(`照章已启动  ${instance.url}/`);
  say(`  公开页     ${instance.url}/`);
  say(`  工作台     ${instance.url}/workbench/`);
  if (instance.operationsUrl !== undefined) say(`  运维       ${instance.operationsUrl}/ready 和 /metrics`);
  if (agency !== undefined) say(`  演示账户的口令在 ${passwordFile(dataDir)}`);
  if (instance.firstToken !== undefined) {
    say(
      flags.anotherAgency
        ? '  请用下面的一次性令牌设立另一机关和它的首个管理员（见 docs/guides/first-start.md）：'
        : '  还没有管理员。请用下面的一次性令牌设立首个管理员（见 docs/guides/first-start.md）：',
    );
    say(`  ${instance.firstToken}`);
  }
  say('按 Ctrl+C 停止。');
}

/** Stops in order on a signal; answers whether it is stopping. */
function stopOnSignals(instance: Instance): () => boolean {
  let stopping = false;
  const stop = (code: number): void => {
    if (stopping) return;
    stopping = true;
    void instance
      .stop()
      .catch((error: unknown) => logging.fault(error))
      .finally(() => process.exit(code));
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stop(0));
  void instance.databaseGone.then(() => {
    if (!stopping) {
      logging.fault('数据库已停止，服务随之停止。重新启动即可恢复。');
      stop(1);
    }
  });
  return () => stopping;
}

main().catch((error: unknown) => {
  const expected =
    error instanceof StartRefused ||
    error instanceof DataDirectoryLocked ||
    error instanceof DatabaseUnavailable;
  const trouble = startTrouble(error);
  if (expected) process.stderr.write(`${error.message}\n`);
  else if (trouble !== undefined) process.stderr.write(`${trouble}\n`);
  else logging.fault(error);
  process.exit(1);
});
