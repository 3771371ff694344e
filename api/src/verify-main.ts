import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { dataDirOf } from './keeping/data-dir.ts';
import { withInstallation } from './keeping/reach.ts';
import { nowText, runKeeping, say } from './keeping/run-keeping.ts';
import { progressIn } from './proving/progress.ts';
import { reportText } from './proving/report.ts';
import { verifyInstallation } from './proving/verify.ts';
import type { SoFar } from './proving/verify.ts';
import { placesOf } from './start/places.ts';
import { StartRefused } from './start/refused.ts';

/** Put down so often, in milliseconds; an interruption costs no more than this. */
const putEvery = 2_000;

/** `npm run verify`. Ends with 0 when everything agrees, 1 when something does not, 2 when it could not be done. */
runKeeping(async () => {
  const asked = flags();
  const dataDir = dataDirOf(asked.data);
  return withInstallation(
    [dataDir, placesOf(import.meta.url), process.env['ZHAOZHANG_DATABASE_URL']],
    async (reached) => {
      const began = performance.now();
      const begun = nowText();
      const { lawful, fresh } = asked;
      const progress = progressIn(dataDir, { lawful, begun, fresh });
      if (progress.left !== undefined)
        say(`接着 ${progress.left.begun} 开始、没有做完的一次核验（从头来加 --fresh）`);
      let put = began;
      const report = await verifyInstallation(reached, {
        lawful,
        against: asked.against.map((file) => readFileSync(file, 'utf8')),
        from: progress.left?.soFar,
        onProgress: (soFar: () => SoFar) => {
          if (performance.now() - put < putEvery) return;
          progress.put(soFar());
          put = performance.now();
        },
      });
      progress.clear();
      const seconds = (performance.now() - began) / 1000;
      const text = reportText({ report, lawful, at: nowText(), seconds, since: progress.left?.begun });
      say(text);
      if (asked.report !== undefined) {
        writeFileSync(asked.report, text);
        say(`报告已写入 ${asked.report}`);
      }
      return report.discrepancies.length === 0 ? 0 : 1;
    },
  );
});

function flags() {
  try {
    const { values } = parseArgs({
      options: {
        data: { type: 'string' },
        report: { type: 'string' },
        against: { type: 'string', multiple: true, default: [] },
        lawful: { type: 'boolean', default: true },
        fresh: { type: 'boolean', default: false },
      },
      allowNegative: true,
    });
    return {
      ...values,
      lawful: values.lawful !== false,
      fresh: values.fresh === true,
      against: values.against ?? [],
    };
  } catch {
    throw new StartRefused(
      '不认识的参数。可用的有：--data 数据目录、--report 报告文件、--against 另存的检查点、--no-lawful 不重新判定、--fresh 从头来',
    );
  }
}
