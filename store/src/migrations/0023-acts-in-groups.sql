-- The door of legal acts, for as many at once as have come: what a statement costs before its first row, what a transaction
-- and its way to the disk cost, is paid once for all of them. Each act is answered for itself; one that has been done
-- before, or that was decided on what has moved on, is left out and told so, and the others are written. One that cannot
-- be written at all fails the call, and nothing of it stands: then the caller sends each alone.

-- Planned once: the values have no bearing on how they are written, and planning takes longer than writing. Never
-- compiled: how many rows there are in what is sent is not known when it is planned, and taken for millions.
create function zz.acts_append(p jsonb) returns jsonb
language plpgsql security definer set search_path = pg_catalog, pg_temp set plan_cache_mode = force_generic_plan set jit = off
as $$
declare
  v_agency   constant text := current_setting('zz.agency', true);
  v_ours     boolean;
  v_sound    boolean;
  v_more     boolean;
  v_spaces   integer[];
  v_names    text[];
  v_alone    boolean[];
  v_least    bigint[];
  v_most     bigint[];
  v_moved    boolean;
  v_answer   jsonb;
  v_answers  jsonb := '[]';
  v_left     jsonb := '[]';
  v_now      timestamptz;
  v_recorded timestamptz;
  v_gone     text[];
  act        record;
begin
  -- What the acts name, each once and in one order: themselves, and the streams they read (at a version) or write.
  select bool_and(t.ours), bool_and(t.sound and not (t.alone and t.times > 1)), bool_or(t.more),
    array_agg(t.space), array_agg(t.name), array_agg(t.alone), array_agg(t.least), array_agg(t.most)
  into v_ours, v_sound, v_more, v_spaces, v_names, v_alone, v_least, v_most
  from (
    select n.space, n.name, bool_or(n.alone) as alone, count(*) as times, min(n.version) as least, max(n.version) as most,
      bool_and(n.ours) as ours, bool_and(n.sound) as sound, bool_or(n.more) as more
    from jsonb_array_elements(p) a (j) cross join lateral (
      select 1 as space, a.j #>> '{act,id}' as name, true as alone, 0::bigint as version,
        coalesce(a.j ->> 'agency' = v_agency and v_agency <> '', false) as ours,
        coalesce(a.j #>> '{act,id}' <> '' and a.j #>> '{act,digest}' <> '' and jsonb_array_length(a.j -> 'streams') > 0,
          false) as sound,
        coalesce((a.j ->> 'sealed') || (a.j ->> 'published') || (a.j ->> 'told') <> '[][][]', true) as more
      union all
      select 2, r.key, false, r.value::bigint, true, true, false from jsonb_each_text(a.j -> 'read') r
      union all
      select 2, w.stream, true, w.expected, true,
        coalesce(w.stream not like 'access/%' and jsonb_array_length(w.events) > 0, false), false
      from jsonb_to_recordset(a.j -> 'streams') as w (stream text, expected bigint, events jsonb)
    ) n
    group by n.space, n.name order by n.space, n.name collate "C"
  ) t;
  if v_ours is not true then
    raise exception 'payload agency does not match the session agency' using errcode = 'insufficient_privilege';
  end if;
  if v_sound is not true then
    raise exception 'an act needs an id and a digest, and names each stream once, with at least one event, and no access stream; no act names what another of its group writes'
      using errcode = 'invalid_parameter_value';
  end if;

  -- First of all locks: whoever waits here holds none, so that who reads all events waits for writers only.
  perform pg_advisory_xact_lock_shared(zz.writing_gate());
  -- The same act sent twice at once: the second waits here until the first has committed, then finds it. It answers as
  -- done, however far what it once read has gone since. Then the streams. What an act was decided on includes streams it
  -- only read: above all the agency's, where it says who holds which post and which law binds. Locks, and not a look
  -- alone: an act that has looked must find what it read unchanged until it has committed. They are held in memory, shared
  -- among all who only read a stream, alone by who writes it, and those of a whole group are taken in one order before
  -- anything is written, so that two groups of which each names what the other writes wait in line instead of in a circle.
  -- Whoever waited sees what was committed meanwhile: every statement of this function reads anew.
  perform case when n.alone then pg_advisory_xact_lock(hashtextextended(v_agency || ' ' || n.name, n.space))
    else pg_advisory_xact_lock_shared(hashtextextended(v_agency || ' ' || n.name, n.space)) end
  from unnest(v_spaces, v_names, v_alone) n (space, name, alone);

  -- One by one: joined with all states, a planner without statistics would read the whole table.
  select bool_or(n.least <> f.version or n.most <> f.version) into v_moved
  from unnest(v_spaces, v_names, v_least, v_most) n (space, name, least, most)
  cross join lateral (
    select case n.space
      when 1 then (select count(*) from zz.events t where t.agency_id = v_agency and t.act_id = n.name and t.act_seq = 1)
      else coalesce((select t.version from zz.states t where t.agency_id = v_agency and t.stream = n.name), 0) end as version
    offset 0
  ) f;

  if v_moved then
    for act in select a.j, a.j #>> '{act,id}' as id, a.j #>> '{act,digest}' as digest from jsonb_array_elements(p) a (j) loop
      v_answer := (
        select case when t.act_digest <> act.digest then '{"outcome": "reused"}' else
          jsonb_build_object('outcome', 'replayed', 'recordedAt', zz.instant(t.recorded_at), 'streams', (
            select jsonb_agg(jsonb_build_object('stream', w.stream, 'version', w.version) order by w.first_seq)
            from (select t.stream, max(t.version) as version, min(t.act_seq) as first_seq from zz.events t
                  where t.agency_id = v_agency and t.act_id = act.id group by t.stream) w)) end
        from zz.events t where t.agency_id = v_agency and t.act_id = act.id and t.act_seq = 1);
      if v_answer is null then
        select jsonb_build_object('outcome', 'conflict', 'stream', n.stream, 'expected', n.expected, 'actual', f.version)
        into v_answer
        from (
          select r.key as stream, r.value::bigint as expected, false as writes from jsonb_each_text(act.j -> 'read') r
          union all
          select w.stream, w.expected, true from jsonb_to_recordset(act.j -> 'streams') as w (stream text, expected bigint)
        ) n cross join lateral (select coalesce(
          (select t.version from zz.states t where t.agency_id = v_agency and t.stream = n.stream), 0) as version offset 0) f
        where n.expected <> f.version
        order by n.writes, n.stream collate "C" limit 1;
      end if;
      if v_answer is null then
        v_left := v_left || act.j;
      end if;
      v_answers := v_answers || coalesce(v_answer, 'null');
    end loop;
    p := v_left;
    if p = '[]' then
      return v_answers;
    end if;
  end if;

  -- Taken after the last lock: within a stream recorded_at never runs backwards against version.
  v_now := clock_timestamp();
  v_recorded := date_trunc('second', v_now);

  -- All rows of all acts in one statement. Each stream is written by one act, under its lock, and stands at the version
  -- that was looked at; should that ever fail, the key of zz.events says so. States come before duties and in one order,
  -- as where duties are computed anew after a changed calendar: that takes no lock of a stream but the row of its state.
  with s as materialized (
    select a.n, a.j -> 'act' as act, a.j -> 'actor' as actor, date_trunc('second', (a.j ->> 'occurredAt')::timestamptz) as
      occurred_at, a.j ->> 'bundle' as bundle, coalesce(a.j -> 'read', '{}') as read, s.*,
      date_trunc('second', coalesce(s.opened,
        (select t.opened_at from zz.states t where t.agency_id = v_agency and t.stream = s.stream), v_now)) as opened_at
    from jsonb_array_elements(p) with ordinality a (j, n)
    cross join lateral rows from (jsonb_to_recordset(a.j -> 'streams') as (stream text, kind text, expected bigint,
      events jsonb, state jsonb, fold text, summary jsonb, "openedAt" timestamptz, obligations jsonb, search jsonb))
      with ordinality s (stream, kind, expected, events, state, fold, summary, opened, obligations, search, at)
  ), o as materialized (
    select s.stream, r.*
    from s cross join lateral jsonb_to_recordset(s.obligations) as r (id text, duty text, label text, per text, subject text,
      "owedBy" text, roles text[], assignees text[], "fromAt" timestamptz, "dueAt" timestamptz, "lawfulDueAt" timestamptz,
      "remindAt" timestamptz, "metAt" timestamptz, provisional boolean, clauses text[], derivation jsonb)
  ), standing as (
    insert into zz.states as t (agency_id, stream, kind, version, fold, data, summary, opened_at, changed_at, late_from)
    select v_agency, s.stream, s.kind, s.expected + jsonb_array_length(s.events), s.fold, s.state,
      coalesce(s.summary, '{}'), s.opened_at, v_now,
      -- As zz.late_from has it, of rows that are at hand.
      (select min(o."lawfulDueAt") from o
       where o.stream = s.stream and o."metAt" is null and o."owedBy" <> 'party'
         and not coalesce((o.derivation ->> 'lapses')::boolean, false)
         and not coalesce((o.derivation ->> 'suspended')::boolean, false))
    from s order by s.stream collate "C"
    on conflict (agency_id, stream) do update set version = excluded.version, kind = excluded.kind, fold = excluded.fold,
      data = excluded.data, summary = excluded.summary, opened_at = excluded.opened_at, changed_at = excluded.changed_at,
      late_from = excluded.late_from
    returning t.stream
  ), owed as (
    insert into zz.obligations as t (agency_id, stream, id, duty, label, per, subject, owed_by, roles, assignees, from_at,
      due_at, lawful_due_at, remind_at, met_at, provisional, clauses, derivation)
    select v_agency, o.stream, o.id, o.duty, o.label, o.per, o.subject, o."owedBy", coalesce(o.roles, '{}'),
      coalesce(o.assignees, '{}'), o."fromAt", o."dueAt", o."lawfulDueAt", o."remindAt", o."metAt",
      coalesce(o.provisional, false), coalesce(o.clauses, '{}'), coalesce(o.derivation, '{}')
    from o where (select count(*) from standing) > 0
    on conflict (agency_id, stream, id) do update set duty = excluded.duty, label = excluded.label, per = excluded.per,
      subject = excluded.subject, owed_by = excluded.owed_by, roles = excluded.roles, assignees = excluded.assignees,
      from_at = excluded.from_at, due_at = excluded.due_at, lawful_due_at = excluded.lawful_due_at,
      remind_at = excluded.remind_at, met_at = excluded.met_at, provisional = excluded.provisional,
      clauses = excluded.clauses, derivation = excluded.derivation
    -- Rows that came out the same are not touched: an act changes few of a case's duties.
    where (t.duty, t.label, t.per, t.subject, t.owed_by, t.roles, t.assignees, t.from_at, t.due_at, t.lawful_due_at,
        t.remind_at, t.met_at, t.provisional, t.clauses, t.derivation)
      is distinct from (excluded.duty, excluded.label, excluded.per, excluded.subject, excluded.owed_by, excluded.roles,
        excluded.assignees, excluded.from_at, excluded.due_at, excluded.lawful_due_at, excluded.remind_at,
        excluded.met_at, excluded.provisional, excluded.clauses, excluded.derivation)
  ), found as (
    insert into zz.search (agency_id, stream, kind, text, grams, year)
    select v_agency, s.stream, s.kind, r.text, coalesce(r.grams, '{}'), zz.year_of(s.opened_at)
    from s cross join lateral jsonb_to_record(s.search) as r (text text, grams text[])
    where s.search is not null
    on conflict (agency_id, stream) do update set kind = excluded.kind, text = excluded.text, grams = excluded.grams,
      year = excluded.year
  ), happened as (
    insert into zz.events (agency_id, stream, version, type, data, salt, act_id, act_seq, act_name, act_digest, actor,
      occurred_at, recorded_at, bundle, read)
    select v_agency, s.stream, s.expected + e.n, e.j ->> 'type', e.j ->> 'data', e.j ->> 'salt', s.act ->> 'id',
      row_number() over (partition by s.n order by s.at, e.n), s.act ->> 'name', s.act ->> 'digest', s.actor,
      s.occurred_at, v_recorded, s.bundle, s.read
    from s cross join lateral jsonb_array_elements(s.events) with ordinality e (j, n)
    order by s.n, s.at, e.n
    returning position, agency_id, stream, version
  ), waiting as (
    insert into zz.outbox (position, agency_id, stream, version)
    select h.position, h.agency_id, h.stream, h.version from happened h
  )
  -- Duties there are no more: few acts leave any, and of new streams there are none. Asked of what was sent, stream by
  -- stream: joined with the rows made of it, of which a planner expects a million, it would make room for a million.
  select array_agg(array[s.stream, g.id]) into v_gone
  from s cross join lateral (
    select t.id from zz.obligations t where t.agency_id = v_agency and t.stream = s.stream offset 0
  ) g
  where s.expected > 0
    and not coalesce(s.obligations, '[]') @> jsonb_build_array(jsonb_build_object('id', g.id));
  for i in 1 .. coalesce(array_length(v_gone, 1), 0) loop
    delete from zz.obligations t where t.agency_id = v_agency and t.stream = v_gone[i][1] and t.id = v_gone[i][2];
  end loop;

  if v_more then
    insert into zz.sealed (agency_id, ref, subject, key_id, ciphertext, created_at)
    select v_agency, r.ref, r.subject, r."keyId", decode(r.ciphertext, 'base64'), v_recorded
    from jsonb_array_elements(p) a (j)
    cross join lateral jsonb_to_recordset(a.j -> 'sealed') as r (ref text, subject text, "keyId" text, ciphertext text)
    order by r.ref;
    perform zz.put_published(v_agency, a.j -> 'published') from jsonb_array_elements(p) a (j)
    where jsonb_array_length(a.j -> 'published') > 0;
    insert into zz.messages (agency_id, officer, stream, act_id, act_name, why, by_name, at)
    select v_agency, r.officer, r.stream, a.j #>> '{act,id}', a.j #>> '{act,name}', r.why,
      (a.j #>> '{actor,name}') || coalesce('（代' || (a.j #>> '{actor,for,name}') || '）', ''),
      date_trunc('second', (a.j ->> 'occurredAt')::timestamptz)
    from jsonb_array_elements(p) with ordinality a (j, n)
    cross join lateral rows from (jsonb_to_recordset(a.j -> 'told') as (officer text, stream text, why text))
      with ordinality r (officer, stream, why, n)
    order by a.n, r.n;
  end if;

  v_answer := jsonb_build_object('outcome', 'appended', 'recordedAt', zz.instant(v_recorded));
  if v_moved then
    return (select jsonb_agg(case when a.j = 'null' then v_answer else a.j end order by a.n)
      from jsonb_array_elements(v_answers) with ordinality a (j, n));
  end if;
  return (select jsonb_agg(v_answer) from jsonb_array_elements(p));
end
$$;

-- For zz.act_receive, behind whose door an act is written alone.
drop function zz.act_append(jsonb);
create function zz.act_append(p jsonb) returns jsonb
language sql set search_path = pg_catalog, pg_temp
as $$ select zz.acts_append(jsonb_build_array(p)) -> 0 $$;

revoke all on function zz.acts_append(jsonb), zz.act_append(jsonb) from public;
grant execute on function zz.acts_append(jsonb) to :"app";
