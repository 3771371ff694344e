-- The one door through which legal acts enter.

-- Every act holds this lock shared while it writes; zz.events_from takes it alone for an instant, so that no
-- position smaller than one already read can still appear.
create function zz.writing_gate() returns bigint
language sql immutable set search_path = pg_catalog, pg_temp
as $$ select 8245116523001::bigint $$;

-- A session speaks for one agency at a time; a payload for another is a programming error, not a refusal.
create function zz.require_agency(p jsonb) returns text
language plpgsql stable set search_path = pg_catalog, pg_temp
as $$
begin
  if coalesce(p ->> 'agency', '') = '' or p ->> 'agency' is distinct from current_setting('zz.agency', true) then
    raise exception 'payload agency does not match the session agency' using errcode = 'insufficient_privilege';
  end if;
  return p ->> 'agency';
end
$$;

create function zz.instant(at timestamptz) returns text
language sql immutable set search_path = pg_catalog, pg_temp
as $$ select to_char(at at time zone interval '+08:00', 'YYYY-MM-DD"T"HH24:MI:SS"+08:00"') $$;

create function zz.put_obligations(v_agency text, v_stream text, rows jsonb) returns void
language plpgsql set search_path = pg_catalog, pg_temp
as $$
begin
  delete from zz.obligations o where o.agency_id = v_agency and o.stream = v_stream;
  insert into zz.obligations (agency_id, stream, id, duty, label, per, subject, owed_by, roles, assignees, from_at,
    due_at, lawful_due_at, remind_at, met_at, provisional, clauses, derivation)
  select v_agency, v_stream, r.id, r.duty, r.label, r.per, r.subject, r."owedBy", coalesce(r.roles, '{}'),
    coalesce(r.assignees, '{}'), r."fromAt", r."dueAt", r."lawfulDueAt", r."remindAt", r."metAt",
    coalesce(r.provisional, false), coalesce(r.clauses, '{}'), coalesce(r.derivation, '{}')
  from jsonb_to_recordset(coalesce(rows, '[]')) as r (id text, duty text, label text, per text, subject text,
    "owedBy" text, roles text[], assignees text[], "fromAt" timestamptz, "dueAt" timestamptz,
    "lawfulDueAt" timestamptz, "remindAt" timestamptz, "metAt" timestamptz, provisional boolean, clauses text[],
    derivation jsonb);
end
$$;

create function zz.put_search(v_agency text, v_stream text, v_kind text, entry jsonb) returns void
language plpgsql set search_path = pg_catalog, pg_temp
as $$
begin
  if entry is null then
    return;
  end if;
  insert into zz.search (agency_id, stream, kind, text, grams)
  select v_agency, v_stream, v_kind, r.text, coalesce(r.grams, '{}')
  from jsonb_to_record(entry) as r (text text, grams text[])
  on conflict (agency_id, stream) do update set kind = excluded.kind, text = excluded.text, grams = excluded.grams;
end
$$;

-- A withdrawn decision leaves its number, title and reason; its page, party and searchable text leave the schema.
create function zz.put_published(v_agency text, rows jsonb) returns void
language sql set search_path = pg_catalog, pg_temp
as $$
  insert into published.decisions (agency_id, id, document_number, title, party, published_day, decided_day,
    withdrawn_at, withdrawn_reason, page, text, grams)
  select v_agency, r.id, r."documentNumber", r.title,
    case when r."withdrawnAt" is null then r.party else '' end, r."publishedDay", r."decidedDay",
    r."withdrawnAt", r."withdrawnReason",
    case when r."withdrawnAt" is null then coalesce(r.page, '{}') else '{}' end,
    case when r."withdrawnAt" is null then coalesce(r.text, '') else '' end,
    case when r."withdrawnAt" is null then coalesce(r.grams, '{}') else '{}' end
  from jsonb_to_recordset(coalesce(rows, '[]')) as r (id text, "documentNumber" text, title text, party text,
    "publishedDay" date, "decidedDay" date, "withdrawnAt" timestamptz, "withdrawnReason" text, page jsonb, text text,
    grams text[])
  order by r.id
  on conflict (agency_id, id) do update set document_number = excluded.document_number, title = excluded.title,
    party = excluded.party, published_day = excluded.published_day, decided_day = excluded.decided_day,
    withdrawn_at = excluded.withdrawn_at, withdrawn_reason = excluded.withdrawn_reason, page = excluded.page,
    text = excluded.text, grams = excluded.grams
$$;

create function zz.act_append(p jsonb) returns jsonb
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
        insert into zz.states (agency_id, stream, kind, version, fold, data, summary, opened_at, changed_at)
        values (v_agency, s.stream, s.kind, jsonb_array_length(s.events), s.fold, s.state, coalesce(s.summary, '{}'),
          date_trunc('second', coalesce(s."openedAt", clock_timestamp())), clock_timestamp())
        on conflict (agency_id, stream) do nothing;
      else
        update zz.states t set version = s.expected + jsonb_array_length(s.events), kind = s.kind, fold = s.fold,
          data = s.state, summary = coalesce(s.summary, '{}'), changed_at = clock_timestamp(),
          opened_at = date_trunc('second', coalesce(s."openedAt", t.opened_at))
        where t.agency_id = v_agency and t.stream = s.stream and t.version = s.expected;
      end if;
      if not found then
        select t.version into v_actual from zz.states t where t.agency_id = v_agency and t.stream = s.stream;
        raise exception 'stream has moved on' using errcode = 'ZZ409', detail = jsonb_build_object(
          'outcome', 'conflict', 'stream', s.stream, 'expected', s.expected, 'actual', coalesce(v_actual, 0))::text;
      end if;
      perform zz.put_obligations(v_agency, s.stream, s.obligations);
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

    insert into zz.sealed (agency_id, ref, subject, key_id, ciphertext, created_at)
    select v_agency, r.ref, r.subject, r."keyId", decode(r.ciphertext, 'base64'), v_recorded
    from jsonb_to_recordset(coalesce(p -> 'sealed', '[]')) as r (ref text, subject text, "keyId" text, ciphertext text)
    order by r.ref;

    perform zz.put_published(v_agency, p -> 'published');
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

-- Rebuilding: the same events folded by newer code. The version must be the one that was folded; if an act slipped
-- in between, the caller folds again.
create function zz.state_rewrite(p jsonb) returns jsonb
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
  v_agency constant text := zz.require_agency(p);
  v_stream constant text := p ->> 'stream';
  v_kind   text;
  v_actual bigint;
begin
  update zz.states t set fold = p ->> 'fold', data = p -> 'state', summary = coalesce(p -> 'summary', '{}')
  where t.agency_id = v_agency and t.stream = v_stream and t.version = (p ->> 'version')::bigint
  returning t.kind into v_kind;
  if not found then
    select t.version into v_actual from zz.states t where t.agency_id = v_agency and t.stream = v_stream;
    return jsonb_build_object('outcome', 'conflict', 'stream', v_stream, 'expected', (p ->> 'version')::bigint,
      'actual', coalesce(v_actual, 0));
  end if;
  perform zz.put_obligations(v_agency, v_stream, p -> 'obligations');
  perform zz.put_search(v_agency, v_stream, v_kind, p -> 'search');
  return jsonb_build_object('outcome', 'rewritten');
end
$$;

revoke all on all functions in schema zz from public;
grant execute on function zz.act_append(jsonb), zz.state_rewrite(jsonb) to :"app";
