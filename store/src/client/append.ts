import type { ActPayload, AppendOutcome, Conflict, SearchEntry, StateRewrite } from './act-payload.ts';
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
  return answer<AppendOutcome>(app, act.agency, 'select zz.act_append($1) as answer', payload, 'act_append');
}

/** Replaces a state, its duties and its searchable text, if the stream is still at the version that was folded. */
export async function rewriteState(
  app: Connections,
  rewrite: StateRewrite,
): Promise<{ readonly outcome: 'rewritten' } | Conflict> {
  const payload = { ...rewrite, search: searchable(rewrite.search) };
  return answer(app, rewrite.agency, 'select zz.state_rewrite($1) as answer', payload);
}

async function answer<A>(
  app: Connections,
  agency: string,
  door: string,
  payload: unknown,
  name?: string,
): Promise<A> {
  const [row] = await app.as(agency)<{ answer: A }>(door, [JSON.stringify(payload)], name);
  if (!row) throw new Error('数据库没有作答');
  return row.answer;
}

function searchable(entry: SearchEntry | undefined): SearchEntry | undefined {
  return entry && { text: normalise(entry.text), grams: entry.grams ?? bigrams(entry.text) };
}
