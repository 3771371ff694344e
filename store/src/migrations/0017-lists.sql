-- Lists whose time does not grow with what has been filed over the years: what one asks for is found by an index in the
-- order in which it is shown, however many records lie behind it.

-- From when a case is late, should nothing be done: the first of its open duties that somebody other than a party owes.
-- What a party may still do and does not is nobody's delay; nor is a clock that stands still.
create function zz.late_from(obligations jsonb) returns timestamptz
language sql stable set search_path = pg_catalog, pg_temp
as $$
  select min(r."lawfulDueAt")
  from jsonb_to_recordset(coalesce(obligations, '[]')) as r ("lawfulDueAt" timestamptz, "metAt" timestamptz,
    "owedBy" text, derivation jsonb)
  where r."metAt" is null and r."owedBy" <> 'party'
    and not coalesce((r.derivation ->> 'lapses')::boolean, false)
    and not coalesce((r.derivation ->> 'suspended')::boolean, false)
$$;

alter table zz.states add column late_from timestamptz;
update zz.states t set late_from = o.since
from (
  select x.agency_id, x.stream, min(x.lawful_due_at) as since from zz.obligations x
  where x.met_at is null and x.owed_by <> 'party'
    and not coalesce((x.derivation ->> 'lapses')::boolean, false)
    and not coalesce((x.derivation ->> 'suspended')::boolean, false)
  group by x.agency_id, x.stream
) o
where t.agency_id = o.agency_id and t.stream = o.stream and o.since is not null;
-- Open cases only, newest first: whoever lists late ones walks past the open ones in time, and past nothing else. That
-- moment is a key of the index, for then those in time are passed over without being fetched.
create index states_open_newest on zz.states (agency_id, kind, opened_at desc, stream desc, late_from)
  where late_from is not null;

-- Without the kind, by which this index and that of the newest of all could not be told apart: nearly all cases are
-- closed, the newest are not, and a planner that knows only the former walks past all of the latter to show a page.
drop index zz.states_newest_of_stage;
create index states_of_stage on zz.states (agency_id, stage, opened_at desc, stream desc);

-- Who handles which case, in the order of the list. An index on the array found all of an officer's cases before the
-- first could be shown, and under row-level security could not be asked at all.
create table zz.handling (
  agency_id text        not null,
  stream    text        not null,
  officer   text        not null,
  stage     text,
  opened_at timestamptz not null,
  primary key (agency_id, stream, officer)
);
create index handling_newest on zz.handling (agency_id, officer, opened_at desc, stream desc);
create index handling_newest_of_stage on zz.handling (agency_id, officer, stage, opened_at desc, stream desc);
alter table zz.handling enable row level security;
create policy own_agency on zz.handling using (agency_id = current_setting('zz.agency', true));
grant select on zz.handling to :"app";

create function zz.handling_follow() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp
as $$
begin
  if tg_op = 'UPDATE' then
    delete from zz.handling h where h.agency_id = old.agency_id and h.stream = old.stream;
  end if;
  insert into zz.handling (agency_id, stream, officer, stage, opened_at)
  select new.agency_id, new.stream, o.officer, new.stage, new.opened_at
  from (select distinct u.officer from unnest(new.handlers) u (officer)) o;
  return null;
end
$$;
create trigger handling_begins after insert on zz.states for each row
  when (new.handlers <> '{}') execute function zz.handling_follow();
create trigger handling_changes after update on zz.states for each row
  when ((old.handlers, old.stage, old.opened_at) is distinct from (new.handlers, new.stage, new.opened_at)
    and (old.handlers <> '{}' or new.handlers <> '{}')) execute function zz.handling_follow();
insert into zz.handling (agency_id, stream, officer, stage, opened_at)
select distinct t.agency_id, t.stream, u.officer, t.stage, t.opened_at
from zz.states t cross join lateral unnest(t.handlers) u (officer);
drop function zz.streams_handled_by(text);
drop index zz.states_by_handler;

-- On whom an open duty lies: on those named, or where nobody is, on whoever holds one of its posts. For the first of
-- the posts there is an index in the order of the list, since very many may wait for one head.
create function zz.bearers(agency_id text, roles text[], assignees text[]) returns text[]
language sql immutable set search_path = pg_catalog, pg_temp
as $$
  select case when assignees = '{}' then array(select agency_id || ' @' || r from unnest(roles[2:]) r)
    else array(select agency_id || ' ' || a from unnest(assignees) a) end
$$;
create index obligations_open_by_bearer on zz.obligations using gin (zz.bearers(agency_id, roles, assignees))
  where met_at is null;
create index obligations_open_by_post on zz.obligations (agency_id, (roles[1]), due_at, stream, id)
  where met_at is null and assignees = '{}';

-- Open duties that lie on these officers or posts, soonest first. A door that puts the wall up itself, as
-- zz.search_streams does: no array index may be asked under row-level security.
create function zz.duties_borne(v_officers text[], v_roles text[], v_until timestamptz, v_limit integer)
returns setof zz.obligations
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  with borne as materialized (
    select o.agency_id, o.stream, o.id, o.due_at from zz.obligations o
    where o.met_at is null and o.agency_id = current_setting('zz.agency', true)
      and (v_until is null or o.due_at <= v_until)
      and zz.bearers(o.agency_id, o.roles, o.assignees) && (
        array(select current_setting('zz.agency', true) || ' ' || a from unnest(v_officers) a)
        || array(select current_setting('zz.agency', true) || ' @' || r from unnest(v_roles) r))
    union
    select p.* from unnest(v_roles) r (role) cross join lateral (
      select o.agency_id, o.stream, o.id, o.due_at from zz.obligations o
      where o.met_at is null and o.assignees = '{}' and o.agency_id = current_setting('zz.agency', true)
        and o.roles[1] = r.role and (v_until is null or o.due_at <= v_until)
      order by o.due_at, o.stream, o.id limit v_limit
    ) p
  ), soonest as materialized (
    select b.* from borne b order by b.due_at, b.stream, b.id limit v_limit
  )
  select o.* from soonest s join zz.obligations o using (agency_id, stream, id)
$$;

-- In what share of all texts these pairs stand, as far as the statistics know: of the rarest of them, 0 where it is rare.
-- Tells whether the newest records will do, or the index has to be asked for the few that hold a word.
create function zz.search_share(v_grams text[]) returns real
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  select coalesce(min(coalesce(c.share, 0)), 0)
  from unnest(v_grams) g (gram)
  left join (
    select e.gram, e.share from pg_stats s
    cross join lateral unnest(s.most_common_elems::text::text[], s.most_common_elem_freqs) e (gram, share)
    where s.schemaname = 'zz' and s.tablename = 'search' and s.attname = 'grams'
  ) c using (gram)
$$;

-- How many hold a word, counted no further than a limit: the index is asked for all, the texts only of so many.
create function zz.search_count(v_kind text, v_grams text[], v_patterns text[], v_limit integer) returns bigint
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  select count(*) from (
    select from zz.search s
    where s.agency_id = current_setting('zz.agency', true) and s.kind = v_kind and s.grams @> v_grams
      and s.text like all (v_patterns)
    limit v_limit
  ) found
$$;

-- Rows that came out the same are not touched: an act changes few of a case's duties.
create or replace function zz.put_obligations(v_agency text, v_stream text, rows jsonb) returns void
language plpgsql set search_path = pg_catalog, pg_temp
as $$
begin
  delete from zz.obligations o where o.agency_id = v_agency and o.stream = v_stream
    and not exists (select from jsonb_array_elements(coalesce(rows, '[]')) t (j) where t.j ->> 'id' = o.id);
  insert into zz.obligations as o (agency_id, stream, id, duty, label, per, subject, owed_by, roles, assignees, from_at,
    due_at, lawful_due_at, remind_at, met_at, provisional, clauses, derivation)
  select v_agency, v_stream, r.id, r.duty, r.label, r.per, r.subject, r."owedBy", coalesce(r.roles, '{}'),
    coalesce(r.assignees, '{}'), r."fromAt", r."dueAt", r."lawfulDueAt", r."remindAt", r."metAt",
    coalesce(r.provisional, false), coalesce(r.clauses, '{}'), coalesce(r.derivation, '{}')
  from jsonb_to_recordset(coalesce(rows, '[]')) as r (id text, duty text, label text, per text, subject text,
    "owedBy" text, roles text[], assignees text[], "fromAt" timestamptz, "dueAt" timestamptz,
    "lawfulDueAt" timestamptz, "remindAt" timestamptz, "metAt" timestamptz, provisional boolean, clauses text[],
    derivation jsonb)
  on conflict (agency_id, stream, id) do update set
    duty = excluded.duty, label = excluded.label, per = excluded.per, subject = excluded.subject, owed_by =
    excluded.owed_by, roles = excluded.roles, assignees = excluded.assignees, from_at = excluded.from_at, due_at
    = excluded.due_at, lawful_due_at = excluded.lawful_due_at, remind_at = excluded.remind_at, met_at =
    excluded.met_at, provisional = excluded.provisional, clauses = excluded.clauses, derivation =
    excluded.derivation
  where (o.duty, o.label, o.per, o.subject, o.owed_by, o.roles, o.assignees, o.from_at, o.due_at, o.lawful_due_at,
    o.remind_at, o.met_at, o.provisional, o.clauses, o.derivation)
    is distinct from
    (excluded.duty, excluded.label, excluded.per, excluded.subject, excluded.owed_by, excluded.roles,
    excluded.assignees, excluded.from_at, excluded.due_at, excluded.lawful_due_at, excluded.remind_at,
    excluded.met_at, excluded.provisional, excluded.clauses, excluded.derivation);
end
$$;

-- As before, with the moment from which a case is late; what an act has none of is not asked about.
create or replace function zz.act_record(p jsonb) returns jsonb
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
  v_agency   constant text := zz.require_agency(p);
  v_act      constant text := p #>> '{act,id}';
  v_digest   constant text := p #>> '{act,digest}';
  v_recorded timestamptz;
  v_known    record;
  v_actual   bigint;
  v_conflict text;
  s          record;
begin
  if coalesce(v_act, '') = '' or coalesce(v_digest, '') = '' then
    raise exception 'an act needs an id and a digest' using errcode = 'invalid_parameter_value';
  end if;
  if exists (
    select from jsonb_array_elements(p -> 'streams') t (j)
    group by j ->> 'stream'
    having count(*) > 1 or min(jsonb_array_length(j -> 'events')) = 0 or j ->> 'stream' like 'access/%'
  ) or coalesce(jsonb_array_length(p -> 'streams'), 0) = 0 then
    raise exception 'an act names each stream once, with at least one event, and no access stream'
      using errcode = 'invalid_parameter_value';
  end if;

  perform pg_advisory_xact_lock_shared(zz.writing_gate());
  -- The same act sent twice at once: the second waits here until the first has committed, then finds it.
  perform pg_advisory_xact_lock(hashtextextended(v_agency || ' ' || v_act, 1));
  select e.act_digest, e.recorded_at into v_known
  from zz.events e where e.agency_id = v_agency and e.act_id = v_act and e.act_seq = 1;
  if found then
    if v_known.act_digest <> v_digest then
      return jsonb_build_object('outcome', 'reused');
    end if;
    return jsonb_build_object('outcome', 'replayed', 'recordedAt', zz.instant(v_known.recorded_at), 'streams', (
      select jsonb_agg(jsonb_build_object('stream', w.stream, 'version', w.version) order by w.first_seq)
      from (select e.stream, max(e.version) as version, min(e.act_seq) as first_seq from zz.events e
            where e.agency_id = v_agency and e.act_id = v_act group by e.stream) w));
  end if;

  -- Whatever this block wrote is undone when any stream turns out to have moved on. Streams are taken in one
  -- order, so two acts that meet on several streams wait for each other in line instead of in a circle.
  begin
    for s in
      select r.* from jsonb_to_recordset(p -> 'streams') as r (stream text, kind text, expected bigint, events jsonb,
        state jsonb, fold text, summary jsonb, "openedAt" timestamptz, obligations jsonb, search jsonb)
      order by r.stream collate "C"
    loop
      if s.expected = 0 then
        insert into zz.states (agency_id, stream, kind, version, fold, data, summary, opened_at, changed_at, late_from)
        values (v_agency, s.stream, s.kind, jsonb_array_length(s.events), s.fold, s.state, coalesce(s.summary, '{}'),
          date_trunc('second', coalesce(s."openedAt", clock_timestamp())), clock_timestamp(),
          zz.late_from(s.obligations))
        on conflict (agency_id, stream) do nothing;
      else
        update zz.states t set version = s.expected + jsonb_array_length(s.events), kind = s.kind, fold = s.fold,
          data = s.state, summary = coalesce(s.summary, '{}'), changed_at = clock_timestamp(),
          opened_at = date_trunc('second', coalesce(s."openedAt", t.opened_at)),
          late_from = zz.late_from(s.obligations)
        where t.agency_id = v_agency and t.stream = s.stream and t.version = s.expected;
      end if;
      if not found then
        select t.version into v_actual from zz.states t where t.agency_id = v_agency and t.stream = s.stream;
        raise exception 'stream has moved on' using errcode = 'ZZ409', detail = jsonb_build_object(
          'outcome', 'conflict', 'stream', s.stream, 'expected', s.expected, 'actual', coalesce(v_actual, 0))::text;
      end if;
      if s.expected > 0 or jsonb_typeof(s.obligations) = 'array' then
        perform zz.put_obligations(v_agency, s.stream, s.obligations);
      end if;
      perform zz.put_search(v_agency, s.stream, s.kind, s.search);
    end loop;

    -- Taken after the last lock: within a stream recorded_at never runs backwards against version.
    v_recorded := date_trunc('second', clock_timestamp());

    with written as (
      insert into zz.events (agency_id, stream, version, type, data, salt, act_id, act_seq, act_name, act_digest, actor,
        occurred_at, recorded_at, bundle, read)
      select v_agency, t.j ->> 'stream', (t.j ->> 'expected')::bigint + e.n, e.j ->> 'type', e.j ->> 'data',
        e.j ->> 'salt', v_act, row_number() over (order by t.n, e.n), p #>> '{act,name}', v_digest, p -> 'actor',
        date_trunc('second', (p ->> 'occurredAt')::timestamptz), v_recorded, p ->> 'bundle',
        coalesce(p -> 'read', '{}')
      from jsonb_array_elements(p -> 'streams') with ordinality t (j, n)
      cross join lateral jsonb_array_elements(t.j -> 'events') with ordinality e (j, n)
      order by t.n, e.n
      returning position, agency_id, stream, version
    )
    insert into zz.outbox (position, agency_id, stream, version)
    select w.position, w.agency_id, w.stream, w.version from written w;

    if jsonb_array_length(coalesce(p -> 'sealed', '[]')) > 0 then
      insert into zz.sealed (agency_id, ref, subject, key_id, ciphertext, created_at)
      select v_agency, r.ref, r.subject, r."keyId", decode(r.ciphertext, 'base64'), v_recorded
      from jsonb_to_recordset(p -> 'sealed') as r (ref text, subject text, "keyId" text, ciphertext text)
      order by r.ref;
    end if;

    if jsonb_array_length(coalesce(p -> 'published', '[]')) > 0 then
      perform zz.put_published(v_agency, p -> 'published');
    end if;
  exception when sqlstate 'ZZ409' then
    get stacked diagnostics v_conflict = pg_exception_detail;
    return v_conflict::jsonb;
  end;

  return jsonb_build_object('outcome', 'appended', 'recordedAt', zz.instant(v_recorded), 'streams', (
    select jsonb_agg(jsonb_build_object('stream', t.j ->> 'stream',
      'version', (t.j ->> 'expected')::bigint + jsonb_array_length(t.j -> 'events')) order by t.n)
    from jsonb_array_elements(p -> 'streams') with ordinality t (j, n)));
end
$$;

-- As before, with the moment from which a case is late.
create or replace function zz.obligations_recompute(p jsonb) returns jsonb
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
  v_agency  constant text := zz.require_agency(p);
  v_n       constant integer := (p ->> 'n')::integer;
  v_cursor  text;
  v_changed integer := 0;
  v_rows    integer;
  s         record;
begin
  insert into zz.recomputations (agency_id, n, from_bundle, to_bundle, first_day, last_day, total)
  values (v_agency, v_n, p ->> 'from', p ->> 'to', p ->> 'firstDay', p ->> 'lastDay',
    coalesce((p ->> 'total')::integer, 0))
  on conflict (agency_id, n) do nothing;
  select r.cursor into v_cursor from zz.recomputations r
  where r.agency_id = v_agency and r.n = v_n and r.to_bundle = p ->> 'to' and r.finished_at is null
  for update;
  if not found or v_cursor <> p ->> 'after' then
    return jsonb_build_object('outcome', 'conflict');
  end if;

  for s in
    select r.stream, r.version, r.looked, r.obligations
    from jsonb_to_recordset(coalesce(p -> 'streams', '[]')) as r (stream text, version bigint, looked jsonb,
      obligations jsonb)
    order by r.stream collate "C"
  loop
    perform from zz.states t where t.agency_id = v_agency and t.stream = s.stream and t.version = s.version for update;
    if not found then
      raise exception 'stream has moved on' using errcode = 'ZZ409';
    end if;
    update zz.states t set summary = jsonb_set(t.summary, '{looked}', s.looked), late_from = zz.late_from(s.obligations)
    where t.agency_id = v_agency and t.stream = s.stream and (t.summary -> 'looked' is distinct from s.looked
      or t.late_from is distinct from zz.late_from(s.obligations));

    with wanted as (
      select v_agency as agency_id, s.stream as stream, r.id, r.duty, r.label, r.per, r.subject, r."owedBy" as owed_by,
        coalesce(r.roles, '{}') as roles, coalesce(r.assignees, '{}') as assignees, r."fromAt" as from_at,
        r."dueAt" as due_at, r."lawfulDueAt" as lawful_due_at, r."remindAt" as remind_at, r."metAt" as met_at,
        coalesce(r.provisional, false) as provisional, coalesce(r.clauses, '{}') as clauses,
        coalesce(r.derivation, '{}') as derivation
      from jsonb_to_recordset(coalesce(s.obligations, '[]')) as r (id text, duty text, label text, per text, subject text,
        "owedBy" text, roles text[], assignees text[], "fromAt" timestamptz, "dueAt" timestamptz,
        "lawfulDueAt" timestamptz, "remindAt" timestamptz, "metAt" timestamptz, provisional boolean, clauses text[],
        derivation jsonb)
    ), differing as materialized (
      select coalesce(w.id, o.id) as id, w.id is null as gone,
        (w.due_at, w.lawful_due_at) is distinct from (o.due_at, o.lawful_due_at) as moved
      from wanted w
      full join (select x.* from zz.obligations x where x.agency_id = v_agency and x.stream = s.stream) o on o.id = w.id
      where (w.duty, w.label, w.per, w.subject, w.owed_by, w.roles, w.assignees, w.from_at, w.due_at, w.lawful_due_at,
          w.remind_at, w.met_at, w.provisional, w.clauses, w.derivation)
        is distinct from (o.duty, o.label, o.per, o.subject, o.owed_by, o.roles, o.assignees, o.from_at, o.due_at,
          o.lawful_due_at, o.remind_at, o.met_at, o.provisional, o.clauses, o.derivation)
    ), noted as (
      insert into zz.recomputed (agency_id, n, stream, id, moved, before, after)
      select v_agency, v_n, s.stream, d.id, d.moved,
        (select zz.obligation_told(o) from zz.obligations o
         where o.agency_id = v_agency and o.stream = s.stream and o.id = d.id),
        (select t.j from jsonb_array_elements(s.obligations) t (j) where t.j ->> 'id' = d.id)
      from differing d
    ), dropped as (
      delete from zz.obligations o using differing d
      where o.agency_id = v_agency and o.stream = s.stream and o.id = d.id and d.gone
    )
    insert into zz.obligations (agency_id, stream, id, duty, label, per, subject, owed_by, roles, assignees, from_at,
      due_at, lawful_due_at, remind_at, met_at, provisional, clauses, derivation)
    select w.* from wanted w join differing d using (id)
    on conflict (agency_id, stream, id) do update set duty = excluded.duty, label = excluded.label, per = excluded.per,
      subject = excluded.subject, owed_by = excluded.owed_by, roles = excluded.roles, assignees = excluded.assignees,
      from_at = excluded.from_at, due_at = excluded.due_at, lawful_due_at = excluded.lawful_due_at,
      remind_at = excluded.remind_at, met_at = excluded.met_at, provisional = excluded.provisional,
      clauses = excluded.clauses, derivation = excluded.derivation;
    get diagnostics v_rows = row_count;
    v_changed := v_changed + v_rows;
  end loop;

  update zz.recomputations r set cursor = p ->> 'cursor', changed = r.changed + v_changed,
    cases = r.cases + (select count(*) from jsonb_array_elements(coalesce(p -> 'streams', '[]')) t (j)
      where t.j ->> 'stream' like 'case/%'),
    finished_at = case when (p ->> 'finished')::boolean then clock_timestamp() end
  where r.agency_id = v_agency and r.n = v_n;
  -- What an earlier change of law left unfinished is part of this one.
  update zz.recomputations r set finished_at = clock_timestamp()
  where r.agency_id = v_agency and r.n < v_n and r.finished_at is null;
  return jsonb_build_object('outcome', 'taken', 'changed', v_changed);
exception when sqlstate 'ZZ409' then
  return jsonb_build_object('outcome', 'conflict');
end
$$;

revoke all on function zz.late_from(jsonb), zz.handling_follow(), zz.bearers(text, text[], text[]),
  zz.duties_borne(text[], text[], timestamptz, integer), zz.search_share(text[]), zz.search_count(text, text[], text[], integer)
  from public;
grant execute on function zz.duties_borne(text[], text[], timestamptz, integer), zz.search_share(text[]),
  zz.search_count(text, text[], text[], integer) to :"app";
