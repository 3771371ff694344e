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
  const [row] = await app.as(act.agency)<{ answer: AppendOutcome }>(
    'select zz.act_append($1) as answer',
    [JSON.stringify(payload)],
    'act_append',
  );
  if (!row) throw new Error('数据库没有作答');
  return row.answer;
}

function searchable(entry: SearchEntry | undefined): SearchEntry | undefined {
  return entry && { text: normalise(entry.text), grams: entry.grams ?? bigrams(entry.text) };
}
