import pg from 'pg';
import type { ActPayload, AppendOutcome, SearchEntry } from './act-payload.ts';
import { bigrams, normalise } from './bigrams.ts';
import { gathered } from './gathered.ts';
import type { Connections } from './pool.ts';

/** What a door says; how far its streams have come is known to who sent the act. */
type Answer =
  | Exclude<AppendOutcome, { outcome: 'appended' }>
  | Omit<Extract<AppendOutcome, { outcome: 'appended' }>, 'streams'>;

interface Ready {
  readonly act: ActPayload;
  /** Made before the way is free, while the database is busy with others. */
  readonly text: string;
}

/** The doors for legal acts. Those that come while they are taken go through in one call, each answered for itself. */
export function appending(app: Connections): (act: ActPayload) => Promise<AppendOutcome> {
  const through = gathered<Ready, Answer>({
    // Two, so that one group is written while another goes to the disk: with one the processors wait for the disk, with
    // three groups are smaller and nothing is won.
    ...{ ways: 2, most: 8 },
    together: ({ act: one }, { act: other }) => beside(one, other),
    // What the database itself tells has undone the whole group. A connection lost on the way leaves it open whether they
    // have been done: then nobody sends them again unasked.
    alone: (error) => error instanceof pg.DatabaseError,
    send: async (group) => {
      const agency = group[0]?.act.agency ?? '';
      const text = `[${group.map((one) => one.text).join(',')}]`;
      const [row] = await app.as(agency)<{ answers: readonly Answer[] }>(
        'select zz.acts_append($1) as answers',
        [text],
        'acts_append',
      );
      return row?.answers ?? [];
    },
  });
  // A file from another agency comes with its events, which is a way of its own.
  const received = async ({ act, text }: Ready): Promise<Answer | undefined> => {
    const [row] = await app.as(act.agency)<{ answer: Answer }>(
      'select zz.act_receive($1) as answer',
      [text],
      'act_receive',
    );
    return row?.answer;
  };
  return async (act) => {
    const ready = { act, text: textOf(act) };
    const answer = await (act.origin === undefined ? through(ready) : received(ready));
    if (answer === undefined) throw new Error('数据库没有作答');
    if (answer.outcome !== 'appended') return answer;
    const streams = act.streams.map(({ stream, expected, events }) => ({
      stream,
      version: expected + events.length,
    }));
    return { ...answer, streams };
  };
}

/** Acts of one agency, of which neither writes what the other names: else one would be decided on what is no more. */
function beside(one: ActPayload, other: ActPayload): boolean {
  const writes = (a: ActPayload, b: ActPayload) =>
    a.streams.some(
      ({ stream }) => b.read?.[stream] !== undefined || b.streams.some((its) => its.stream === stream),
    );
  return (
    one.agency === other.agency && one.act.id !== other.act.id && !writes(one, other) && !writes(other, one)
  );
}

function textOf(act: ActPayload): string {
  return JSON.stringify({
    ...act,
    streams: act.streams.map((stream) => ({ ...stream, search: searchable(stream.search) })),
    sealed: act.sealed?.map((one) => ({
      ...one,
      ciphertext: Buffer.from(one.ciphertext).toString('base64'),
    })),
    published: act.published?.map((one) => ({ ...one, ...searchable(one) })),
  });
}

function searchable(entry: SearchEntry | undefined): SearchEntry | undefined {
  return entry && { text: normalise(entry.text), grams: entry.grams ?? bigrams(entry.text) };
}
