import type { Connections } from './pool.ts';

/** Which leaf of the transparency log an event became. */
export interface LogMark {
  readonly position: number;
  readonly idx: number;
}

/**
 * Marks events as logged and takes them from the outbox. Marking again does nothing; another index for a marked
 * event, or a used index for another event, is an error and marks nothing.
 * @returns how many were new.
 */
export async function markLogged(app: Connections, entries: readonly LogMark[]): Promise<number> {
  const [row] = await app.query<{ n: number }>('select zz.log_mark($1) as n', [JSON.stringify({ entries })]);
  return row?.n ?? 0;
}

/** How many events wait for the log, counted no further than `most`, and since when the oldest does. */
export async function outboxWaiting(
  app: Connections,
  most: number,
): Promise<{ readonly waiting: number; readonly since: string | undefined }> {
  const [row] = await app.query<{ waiting: number; since: string | null }>(
    'select w.waiting, w.since from zz.outbox_waiting($1) w',
    [most],
  );
  return { waiting: row?.waiting ?? 0, since: row?.since ?? undefined };
}

/** The database's own clock. */
export async function databaseClock(app: Connections): Promise<string> {
  const [row] = await app.query<{ now: string }>('select zz.clock() as now', []);
  if (!row) throw new Error('数据库没有作答');
  return row.now;
}

/** Keeps the text of a bundle of law under its digest; another text under the same digest is an error. */
export async function putBundle(app: Connections, digest: string, text: string): Promise<void> {
  await app.query('select zz.bundle_put($1, $2)', [digest, text]);
}

/** The text of a bundle of law. */
export async function bundle(app: Connections, digest: string): Promise<string | undefined> {
  const [row] = await app.query<{ text: string }>('select b.text from zz.bundles b where b.digest = $1', [
    digest,
  ]);
  return row?.text;
}
