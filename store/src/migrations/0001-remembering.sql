-- What the system remembers. Every table, key and join carries agency_id: it is the row-level wall between
-- agencies today and the distribution key tomorrow. The server's role may read its own agency's rows and
-- execute the doors; it may not insert, update, delete or truncate anything.

-- The schema zz itself is made before the first migration: the list of applied ones lies in it.
create schema auth;
create schema published;

-- data is the canonical text the digest was taken of. jsonb would reorder its keys and lose the proof.
-- position orders reading across streams; it is handed out before commit, so only zz.events_from may rely on it.
create table zz.events (
  agency_id   text        not null,
  stream      text        not null,
  version     bigint      not null check (version > 0),
  type        text        not null,
  data        text        not null,
  salt        text        not null,
  act_id      text        not null,
  act_seq     integer     not null check (act_seq > 0),
  act_name    text        not null,
  act_digest  text        not null,
  actor       jsonb       not null,
  occurred_at timestamptz not null,
  recorded_at timestamptz not null,
  bundle      text,
  read        jsonb       not null default '{}',
  position    bigint      generated always as identity,
  primary key (agency_id, stream, version),
  unique (agency_id, act_id, act_seq),
  unique (position)
);

-- The row of a stream is also its lock: whoever moves version from n to n + 1 owns the act that writes n + 1.
-- stage is a column of its own because an expression over jsonb is not leakproof, and under row-level security
-- the planner may not use an index on such an expression.
create table zz.states (
  agency_id  text        not null,
  stream     text        not null,
  kind       text        not null,
  version    bigint      not null check (version > 0),
  fold       text        not null,
  data       jsonb       not null,
  summary    jsonb       not null default '{}',
  stage      text        generated always as (summary ->> 'stage') stored,
  opened_at  timestamptz not null,
  changed_at timestamptz not null,
  primary key (agency_id, stream)
);
create index states_newest on zz.states (agency_id, kind, opened_at desc, stream desc);
create index states_newest_of_stage on zz.states (agency_id, kind, stage, opened_at desc, stream desc);

create table zz.obligations (
  agency_id     text        not null,
  stream        text        not null,
  id            text        not null,
  duty          text        not null,
  label         text        not null,
  per           text        not null,
  subject       text        not null,
  owed_by       text        not null,
  roles         text[]      not null default '{}',
  assignees     text[]      not null default '{}',
  from_at       timestamptz,
  due_at        timestamptz,
  lawful_due_at timestamptz,
  remind_at     timestamptz,
  met_at        timestamptz,
  provisional   boolean     not null default false,
  clauses       text[]      not null default '{}',
  derivation    jsonb       not null default '{}',
  primary key (agency_id, stream, id)
);
create index obligations_open_by_due on zz.obligations (agency_id, due_at, stream, id) where met_at is null;

create table zz.search (
  agency_id text   not null,
  stream    text   not null,
  kind      text   not null,
  text      text   not null,
  grams     text[] not null,
  primary key (agency_id, stream)
);
create index search_grams on zz.search using gin (grams);

-- Events committed but not yet in the transparency log.
create table zz.outbox (
  position  bigint not null primary key,
  agency_id text   not null,
  stream    text   not null,
  version   bigint not null
);

-- idx is the leaf's index in the installation's one log, hence unique across agencies.
create table zz.log_entries (
  agency_id text   not null,
  stream    text   not null,
  version   bigint not null,
  idx       bigint not null unique check (idx >= 0),
  primary key (agency_id, stream, version)
);

create table zz.sealed (
  agency_id  text        not null,
  ref        text        not null,
  subject    text        not null,
  key_id     text        not null,
  ciphertext bytea       not null,
  created_at timestamptz not null,
  primary key (agency_id, ref)
);

-- One row per actor, subject, purpose and quarter of an hour: it decides whether a read leaves a new event.
create table zz.access (
  agency_id    text        not null,
  subject      text        not null,
  actor_key    text        not null,
  purpose      text        not null,
  window_start timestamptz not null,
  primary key (agency_id, subject, actor_key, purpose, window_start)
);

-- Editions, parameters and calendar under which events were recorded. Law is public: no agency, no wall.
create table zz.bundles (
  digest text not null primary key,
  text   text not null
);

do $$
declare
  walled text;
begin
  foreach walled in array array['events', 'states', 'obligations', 'search', 'outbox', 'log_entries', 'sealed', 'access']
  loop
    execute format('alter table zz.%I enable row level security', walled);
    execute format(
      'create policy own_agency on zz.%I using (agency_id = current_setting(''zz.agency'', true))', walled);
  end loop;
end
$$;

revoke all on schema zz, auth, published from public;
grant usage on schema zz, auth to :"app";
-- zz.sealed is missing on purpose: ciphertext leaves only through zz.sealed_open, which notes the reading.
grant select on zz.events, zz.states, zz.obligations, zz.search, zz.outbox, zz.log_entries, zz.access, zz.bundles
  to :"app";
