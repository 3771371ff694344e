import type { Json } from './json.ts';
import type { Connections } from './pool.ts';

/** Somebody was told that an act was done. */
export interface MessageRow {
  /** Grows with each message of the installation. */
  readonly n: number;
  readonly stream: string;
  readonly actId: string;
  readonly actName: string;
  readonly why: string;
  readonly byName: string;
  /** When it was done, in legal time. */
  readonly at: string;
  readonly read: boolean;
  /** The summary of the record it is about. */
  readonly summary: Json;
}

/** What one officer has been told. */
export function messages(app: Connections) {
  return {
    /** Newest first; `before` is the smallest number already seen. */
    async list(
      agency: string,
      officer: string,
      before: number | undefined,
      limit: number,
    ): Promise<MessageRow[]> {
      const values: unknown[] = [agency, officer, limit];
      const older = before === undefined ? '' : `and m.n < $${values.push(before)}`;
      return app.as(agency)<MessageRow>(
        `select m.n, m.stream, m.act_id as "actId", m.act_name as "actName", m.why, m.by_name as "byName", m.at,
           m.read_at is not null as read, t.summary
         from zz.messages m join zz.states t using (agency_id, stream)
         where m.agency_id = $1 and m.officer = $2 ${older} order by m.n desc limit $3`,
        values,
      );
    },
    /** Counted no further than `atMost`. */
    async unread(agency: string, officer: string, atMost: number): Promise<number> {
      const [row] = await app.as(agency)<{ n: number }>(
        `select count(*) as n from (select from zz.messages m
           where m.agency_id = $1 and m.officer = $2 and m.read_at is null limit $3) counted`,
        [agency, officer, atMost],
      );
      return row?.n ?? 0;
    },
    async markRead(agency: string, officer: string, upTo: number): Promise<void> {
      await app.as(agency)('select zz.messages_read($1, $2)', [officer, upTo]);
    },
  };
}
