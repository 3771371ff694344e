import { parseArgs } from 'node:util';
import { dataDirOf } from './keeping/data-dir.ts';
import { withInstallation } from './keeping/reach.ts';
import { rebuildAll } from './keeping/rebuild.ts';
import { runKeeping, say } from './keeping/run-keeping.ts';
import { placesOf } from './start/places.ts';
import { StartRefused } from './start/refused.ts';

/** `npm run rebuild`: after an upgrade, or where a verification found something derived that does not agree. */
runKeeping(async () => {
  const { data, all } = flags();
  return withInstallation(
    [dataDirOf(data), placesOf(import.meta.url), process.env['ZHAOZHANG_DATABASE_URL']],
    async (reached) => {
      let told = 0;
      const { streams, rebuilt } = await rebuildAll(reached, all, (so) => {
        if (so - told < 10_000) return;
        told = so;
        say(`已看过 ${so} 份记录`);
      });
      say(`看过 ${streams} 份记录，重建 ${rebuilt} 份的状态、待办、列表、检索和公示页。`);
      return 0;
    },
  );
});

function flags() {
  try {
    const { values } = parseArgs({
      options: { data: { type: 'string' }, all: { type: 'boolean', default: false } },
    });
    return { data: values.data, all: values.all === true };
  } catch {
    throw new StartRefused('不认识的参数。可用的有：--data 数据目录、--all 连本版程序折叠过的也重建');
  }
}
