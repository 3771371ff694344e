/**
 * The barest way to have written what an act wrote: the very same rows, to tables with the same columns and indexes, in
 * one prepared statement whose values are ready. Nothing is decided, loaded, folded or checked; no wall, no lock, no
 * order of events. Whatever an act costs beyond is the price of its being lawful.
 */
const TABLES = ['states', 'obligations', 'search', 'events', 'outbox', 'messages'];

export const bareNames = TABLES.map((table) => `bench.${table}`);

/** Copies of the tables, empty. */
export async function bareTables(owner) {
  await owner.query('drop schema if exists bench cascade');
  await owner.query('create schema bench');
  for (const table of TABLES)
    await owner.query(`create table bench.${table} (like zz.${table} including all)`);
}

/**
 * The statement for acts of the form of one that was sent to the door. Its file is named anew each time it is made
 * from `stream`; everything else is as it was sent.
 */
export function bareAct(sent) {
  const [{ stream: named }] = sent.streams;
  const values = [];
  const given = (value, type) => {
    values.push(value === undefined ? null : value);
    return `$${values.length}::${type}`;
  };
  const json = (value) => given(JSON.stringify(value), 'jsonb');
  const agency = given(sent.agency, 'text');
  const parts = [];
  for (const [at, one] of sent.streams.entries()) {
    const stream = given(one.stream, 'text');
    const version = one.expected + one.events.length;
    const [data, summary, opened] = [
      json(one.state),
      json(one.summary ?? {}),
      given(one.openedAt, 'timestamptz'),
    ];
    parts.push(
      one.expected === 0
        ? `s${at} as (insert into bench.states (agency_id, stream, kind, version, fold, data, summary, opened_at,
             changed_at) values (${agency}, ${stream}, ${given(one.kind, 'text')}, ${given(version, 'bigint')},
             ${given(one.fold, 'text')}, ${data}, ${summary}, coalesce(${opened}, now()), now()))`
        : `s${at} as (update bench.states set version = ${given(version, 'bigint')}, data = ${data},
             fold = ${given(one.fold, 'text')}, summary = ${summary}, opened_at = coalesce(${opened}, opened_at),
             changed_at = now() where agency_id = ${agency} and stream = ${stream})`,
    );
    const owed = (one.obligations ?? []).map((row) => {
      const dates = ['fromAt', 'dueAt', 'lawfulDueAt', 'remindAt', 'metAt'].map((day) =>
        given(row[day], 'timestamptz'),
      );
      const texts = ['id', 'duty', 'label', 'per', 'subject', 'owedBy'].map((field) =>
        given(row[field], 'text'),
      );
      const lists = ['roles', 'assignees'].map((field) => given(row[field] ?? [], 'text[]'));
      return `(${[agency, stream, ...texts, ...lists, ...dates, given(row.provisional === true, 'boolean')].join(', ')},
        ${given(row.clauses ?? [], 'text[]')}, ${json(row.derivation ?? {})})`;
    });
    if (owed.length > 0)
      parts.push(`o${at} as (insert into bench.obligations values ${owed.join(', ')}
        on conflict (agency_id, stream, id) do update set label = excluded.label, roles = excluded.roles,
          assignees = excluded.assignees, from_at = excluded.from_at, due_at = excluded.due_at,
          lawful_due_at = excluded.lawful_due_at, remind_at = excluded.remind_at, met_at = excluded.met_at,
          provisional = excluded.provisional, clauses = excluded.clauses, derivation = excluded.derivation)`);
    if (one.search !== undefined)
      parts.push(`g${at} as (insert into bench.search values (${agency}, ${stream}, ${given(one.kind, 'text')},
        ${given(one.search.text, 'text')}, ${given(one.search.grams, 'text[]')},
        ${given(Number((one.openedAt ?? sent.occurredAt).slice(0, 4)), 'integer')})
        on conflict (agency_id, stream) do update set text = excluded.text, grams = excluded.grams,
          year = excluded.year)`);
  }
  for (const [at, { officer, stream, why }] of (sent.told ?? []).entries())
    parts.push(`m${at} as (insert into bench.messages (agency_id, officer, stream, act_id, act_name, why, by_name, at)
      values (${agency}, ${given(officer, 'text')}, ${given(stream, 'text')}, ${given(sent.act.id, 'text')},
      ${given(sent.act.name, 'text')}, ${given(why, 'text')}, ${given(sent.actor.name, 'text')},
      ${given(sent.occurredAt, 'timestamptz')}))`);
  const rows = sent.streams.flatMap((one) => one.events.map((event, index) => ({ one, event, index })));
  const events = rows.map(
    ({ one, event, index }, seq) => `(${agency}, ${given(one.stream, 'text')},
      ${given(one.expected + 1 + index, 'bigint')}, ${given(event.type, 'text')}, ${given(event.data, 'text')},
      ${given(event.salt, 'text')}, ${given(sent.act.id, 'text')}, ${given(seq + 1, 'integer')},
      ${given(sent.act.name, 'text')}, ${given(sent.act.digest, 'text')}, ${json(sent.actor)},
      ${given(sent.occurredAt, 'timestamptz')}, now(), ${given(sent.bundle, 'text')}, ${json(sent.read ?? {})})`,
  );
  parts.push(`e as (insert into bench.events (agency_id, stream, version, type, data, salt, act_id, act_seq, act_name,
    act_digest, actor, occurred_at, recorded_at, bundle, read) values ${events.join(', ')}
    returning position, agency_id, stream, version)`);
  const text = `with ${parts.join(',\n')}
    insert into bench.outbox (position, agency_id, stream, version) select position, agency_id, stream, version from e`;
  const name = `bare-${sent.act.name}`;
  return {
    /** As sent, but of the file `stream` and the act `id`, wherever they are named. */
    query: (stream, id) => ({
      name,
      text,
      values: values.map((value) =>
        typeof value === 'string' ? value.replaceAll(named, stream).replaceAll(sent.act.id, id) : value,
      ),
    }),
  };
}
