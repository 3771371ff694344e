-- The door of legal acts, one body instead of three that had grown around each other: the same answers in the same
-- order, at a little over half the time. A statement has its price before its first row; what an act needs once is done
-- once, and its events, of which there is mostly one, are written one by one instead of by a query over all of them.

drop function zz.act_append(jsonb);
drop function zz.act_enter(jsonb);
drop function zz.act_record(jsonb);

create function zz.act_append(p jsonb) returns jsonb
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
  v_agency   constant text := zz.require_agency(p);
  v_act      constant text := p #>> '{act,id}';
  v_name     constant text := p #>> '{act,name}';
  v_digest   constant text := p #>> '{act,digest}';
  v_read     constant jsonb := coalesce(p -> 'read', '{}');
  v_occurred constant timestamptz := date_trunc('second', (p ->> 'occurredAt')::timestamptz);
  v_recorded timestamptz;
  v_known    record;
  v_actual   bigint;
  v_conflict text;
  v_before   text;
  v_seq      integer := 0;
  v_position bigint;
  v_version  bigint;
  v_written  jsonb := '[]';
  s          record;
  e          record;
begin
  if coalesce(v_act, '') = '' or coalesce(v_digest, '') = '' then
    raise exception 'an act needs an id and a digest' using errcode = 'invalid_parameter_value';
  end if;

  -- First of all locks: whoever waits here holds none, so that who reads all events waits for writers only.
  perform pg_advisory_xact_lock_shared(zz.writing_gate());
  -- The same act sent twice at once: the second waits here until the first has committed, then finds it. It answers as
  -- done, however far what it once read has gone since.
  perform pg_advisory_xact_lock(hashtextextended(v_agency || ' ' || v_act, 1));
  select t.act_digest, t.recorded_at into v_known
  from zz.events t where t.agency_id = v_agency and t.act_id = v_act and t.act_seq = 1;
  if found then
    if v_known.act_digest <> v_digest then
      return jsonb_build_object('outcome', 'reused');
    end if;
    return jsonb_build_object('outcome', 'replayed', 'recordedAt', zz.instant(v_known.recorded_at), 'streams', (
      select jsonb_agg(jsonb_build_object('stream', w.stream, 'version', w.version) order by w.first_seq)
      from (select t.stream, max(t.version) as version, min(t.act_seq) as first_seq from zz.events t
            where t.agency_id = v_agency and t.act_id = v_act group by t.stream) w));
  end if;

  -- What an act was decided on includes streams it only read: above all the agency's, where it says who holds which post
  -- and which law binds. Locks, and not a look alone: an act that has looked must find what it read unchanged until it
  -- has committed. They are held in memory, shared among all who only read a stream, alone by who writes it, and taken in
  -- one order, so that two acts of which each reads what the other writes wait in line. Whoever waited sees what was
  -- committed meanwhile: every statement of this function reads anew. The order is that of the bytes, told beside the
  -- column: in a column of that order no index would be asked.
  for s in
    select t.stream, t.expected
    from (
      select r.key as stream, r.value::bigint as expected from jsonb_each_text(v_read) r
      union all
      select w.j ->> 'stream', null from jsonb_array_elements(p -> 'streams') w (j)
    ) t
    order by t.stream collate "C", t.expected nulls first
  loop
    if s.expected is null then
      perform pg_advisory_xact_lock(hashtextextended(v_agency || ' ' || s.stream, 2));
    else
      perform pg_advisory_xact_lock_shared(hashtextextended(v_agency || ' ' || s.stream, 2));
      v_actual := (select t.version from zz.states t where t.agency_id = v_agency and t.stream = s.stream);
      if coalesce(v_actual, 0) <> s.expected then
        return jsonb_build_object('outcome', 'conflict', 'stream', s.stream, 'expected', s.expected,
          'actual', coalesce(v_actual, 0));
      end if;
    end if;
  end loop;

  -- Whatever this block wrote is undone when any stream turns out to have moved on. Streams are taken in one
  -- order, so two acts that meet on several streams wait for each other in line instead of in a circle.
  begin
    for s in
      select r.* from jsonb_to_recordset(p -> 'streams') as r (stream text, kind text, expected bigint, events jsonb,
        state jsonb, fold text, summary jsonb, "openedAt" timestamptz, obligations jsonb, search jsonb)
      order by r.stream collate "C"
    loop
      if s.stream = v_before or s.stream like 'access/%' or jsonb_array_length(s.events) = 0 then
        raise exception 'an act names each stream once, with at least one event, and no access stream'
          using errcode = 'invalid_parameter_value';
      end if;
      v_before := s.stream;
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
      if s.search is not null then
        perform zz.put_search(v_agency, s.stream, s.kind, s.search);
      end if;
    end loop;

    -- Taken after the last lock: within a stream recorded_at never runs backwards against version.
    v_recorded := date_trunc('second', clock_timestamp());

    for s in select t.j ->> 'stream' as stream, (t.j ->> 'expected')::bigint as version, t.j -> 'events' as events
      from jsonb_array_elements(p -> 'streams') t (j)
    loop
      v_version := s.version;
      for e in select t.j from jsonb_array_elements(s.events) t (j) loop
        v_seq := v_seq + 1;
        v_version := v_version + 1;
        insert into zz.events (agency_id, stream, version, type, data, salt, act_id, act_seq, act_name, act_digest, actor,
          occurred_at, recorded_at, bundle, read)
        values (v_agency, s.stream, v_version, e.j ->> 'type', e.j ->> 'data', e.j ->> 'salt', v_act, v_seq, v_name,
          v_digest, p -> 'actor', v_occurred, v_recorded, p ->> 'bundle', v_read)
        returning position into v_position;
        insert into zz.outbox (position, agency_id, stream, version) values (v_position, v_agency, s.stream, v_version);
      end loop;
      v_written := v_written || jsonb_build_object('stream', s.stream, 'version', v_version);
    end loop;
    if v_seq = 0 then
      raise exception 'an act names each stream once, with at least one event, and no access stream'
        using errcode = 'invalid_parameter_value';
    end if;

    if jsonb_array_length(coalesce(p -> 'sealed', '[]')) > 0 then
      insert into zz.sealed (agency_id, ref, subject, key_id, ciphertext, created_at)
      select v_agency, r.ref, r.subject, r."keyId", decode(r.ciphertext, 'base64'), v_recorded
      from jsonb_to_recordset(p -> 'sealed') as r (ref text, subject text, "keyId" text, ciphertext text)
      order by r.ref;
    end if;
    if jsonb_array_length(coalesce(p -> 'published', '[]')) > 0 then
      perform zz.put_published(v_agency, p -> 'published');
    end if;
    if jsonb_array_length(coalesce(p -> 'told', '[]')) > 0 then
      insert into zz.messages (agency_id, officer, stream, act_id, act_name, why, by_name, at)
      select v_agency, r.officer, r.stream, v_act, v_name, r.why,
        (p #>> '{actor,name}') || coalesce('（代' || (p #>> '{actor,for,name}') || '）', ''), v_occurred
      from jsonb_to_recordset(p -> 'told') as r (officer text, stream text, why text);
    end if;
  exception when sqlstate 'ZZ409' then
    get stacked diagnostics v_conflict = pg_exception_detail;
    return v_conflict::jsonb;
  end;

  return jsonb_build_object('outcome', 'appended', 'recordedAt', zz.instant(v_recorded), 'streams', v_written);
end
$$;

revoke all on function zz.act_append(jsonb) from public;
grant execute on function zz.act_append(jsonb) to :"app";

-- Events of all agencies are read by the owner, who verifies and backs up; the server needs them no longer.
drop function zz.events_from(bigint, integer);
drop function zz.logged_from(bigint, integer);

-- An event on its way into the log is named by its position, for which there is one index: by agency, stream and version a
-- planner without statistics, as on a young installation, went through all acts of the agency for each of them.
create or replace function zz.outbox_take(v_limit integer) returns setof zz.events
language sql volatile security definer set search_path = pg_catalog, pg_temp
as $$
  with taken as materialized (
    select o.position from zz.outbox o order by o.position limit v_limit for update skip locked
  )
  select e.* from taken t join zz.events e using (position) order by e.position
$$;

-- Idempotent as before: a sequencer that crashed after writing its tiles marks again. The same event at another index, or
-- another event at the same index, is an error: the log and the database would tell two stories.
create or replace function zz.log_mark(p jsonb) returns integer
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
  v_marked integer;
begin
  insert into zz.log_entries as l (agency_id, stream, version, idx)
  select e.agency_id, e.stream, e.version, r.idx
  from jsonb_to_recordset(p -> 'entries') as r (position bigint, idx bigint)
  join zz.events e on e.position = r.position
  order by r.idx
  on conflict (agency_id, stream, version) do nothing;
  get diagnostics v_marked = row_count;
  if exists (
    select from jsonb_to_recordset(p -> 'entries') as r (position bigint, idx bigint)
    left join zz.events e on e.position = r.position
    left join zz.log_entries l on l.agency_id = e.agency_id and l.stream = e.stream and l.version = e.version
    where l.idx is distinct from r.idx
  ) then
    raise exception 'an entry names no event, or an event logged at another index' using errcode = 'integrity_constraint_violation';
  end if;
  delete from zz.outbox o
  using jsonb_to_recordset(p -> 'entries') as r (position bigint)
  where o.position = r.position;
  return v_marked;
end
$$;
drop index zz.outbox_event;
