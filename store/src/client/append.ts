import type { ActPayload, AppendOutcome, SearchEntry } from './act-payload.ts';
import { bigrams, normalise } from './bigrams.ts';
import type { Connections } from './pool.ts';

/** Sends one act through the door. */
export async function append(app: Connections, act: ActPayload): Promise<AppendOutcome> {
  const payload = {
    ...act,
    streams: act.streams.map((stream) => ({ ...stream, search: searchable(stream.search) })),
    sealed: act.sealed?.map((one) => ({
      ...one,
      ciphertext: Buffer.from(one.ciphertext).toString('base64'),
    })),
    published: act.published?.map((one) => ({ ...one, ...searchable(one) })),
  };
  const door = act.origin === undefined ? 'act_append' : 'act_receive';
  const [row] = await app.as(act.agency)<{ answer: AppendOutcome }>(
    `select zz.${door}($1) as answer`,
    [JSON.stringify(payload)],
    door,
  );
  if (!row) throw new Error('数据库没有作答');
  return row.answer;
}

function searchable(entry: SearchEntry | undefined): SearchEntry | undefined {
  return entry && { text: normalise(entry.text), grams: entry.grams ?? bigrams(entry.text) };
}
