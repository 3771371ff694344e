// Run as a program of its own: it starts the database of the folder it is given, acts as fast as it can and tells
// each acknowledged act on its output, until it is killed.
import { writeSync } from 'node:fs';
import { openStore } from '../client/store.ts';
import { startDatabase } from '../launcher/start-database.ts';
import { sampleAct, sampleStream } from './sample-act.ts';

const [, , dataDir = '', round = '', migrationsDir = ''] = process.argv;
const database = await startDatabase({ dataDir, migrationsDir });
const store = openStore(database);
writeSync(1, `database ${database.pid}\n`);

async function work(worker: number): Promise<void> {
  for (let n = 0; ; n++) {
    const id = `${round}-${worker}-${n}`;
    const outcome = await store.append(
      sampleAct(id, [
        sampleStream(`case/${id}`, 0),
        sampleStream(`series/${round}-${worker}`, n, { kind: 'series' }),
      ]),
    );
    writeSync(1, `${outcome.outcome} ${id}\n`);
  }
}

await Promise.all([0, 1, 2, 3, 4, 5].map(work));
