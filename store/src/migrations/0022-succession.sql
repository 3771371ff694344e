-- A file follows the power it belongs to from one agency to another. What was written of it in the first stays there, and
-- stands again, letter by letter, in the second: same content, same salt, hence the same digest in the public log.

-- Agencies a row has come through, the latest first; absent where it was written where it stands.
alter table zz.events add column carried_from text;
create index events_carried on zz.events ((split_part(carried_from, '/', 1)), stream) where carried_from is not null;

-- To whom a file was given away. A column, since under row-level security an expression over jsonb may ask no index.
alter table zz.states add column ceded_to text generated always as (summary ->> 'cededTo') stored;
create index states_ceded on zz.states (agency_id, ceded_to, stream) where ceded_to is not null;

-- Files an agency has given to the session's and that lie there unanswered, with the lines its lists show: what the
-- receiver has to know of another agency's files, and nothing else.
create function zz.ceded_waiting(v_from text, v_after text, v_limit integer)
returns table (stream text, summary jsonb, waiting bigint)
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  with open as materialized (
    select t.stream, t.summary from zz.states t
    where t.agency_id = v_from and t.ceded_to = current_setting('zz.agency', true)
      and not exists (select from zz.states s
        where s.agency_id = current_setting('zz.agency', true) and s.stream = t.stream)
  )
  select o.stream, o.summary, (select count(*) from open) from open o
  where o.stream > v_after order by o.stream limit v_limit
$$;

-- The act by which a file is received. The events are copied here, from the table itself: nothing the server sends could
-- make them say anything else. Then the act is written as any other, and all of it happens or nothing.
create function zz.act_receive(p jsonb) returns jsonb
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
  v_agency  constant text := zz.require_agency(p);
  v_from    constant text := p #>> '{origin,agency}';
  v_stream  constant text := p #>> '{origin,stream}';
  v_version constant bigint := (p #>> '{origin,version}')::bigint;
  v_last    record;
  v_answer  jsonb;
  v_detail  text;
begin
  -- In the order of every act: the gate, then the streams. Whoever gives a file away writes no more in it, so this lock
  -- meets only another receiver, who then finds the file taken.
  perform pg_advisory_xact_lock_shared(zz.writing_gate());
  perform pg_advisory_xact_lock(hashtextextended(v_from || ' ' || v_stream, 2));
  if exists (select from zz.states t where t.agency_id = v_agency and t.stream = v_stream) then
    return zz.act_append(p);
  end if;
  select e.version, e.type, e.data::jsonb #>> '{input,to}' as given_to into v_last
  from zz.events e where e.agency_id = v_from and e.stream = v_stream order by e.version desc limit 1;
  if v_last.type is distinct from 'case.ceded' or v_last.given_to is distinct from v_agency then
    raise exception 'the file has not been given to this agency' using errcode = 'insufficient_privilege';
  end if;
  if v_last.version <> v_version then
    return jsonb_build_object('outcome', 'conflict', 'stream', v_stream, 'expected', v_version,
      'actual', v_last.version);
  end if;

  begin
    with copied as (
      insert into zz.events (agency_id, stream, version, type, data, salt, act_id, act_seq, act_name, act_digest, actor,
        occurred_at, recorded_at, bundle, read, carried_from)
      select v_agency, e.stream, e.version, e.type, e.data, e.salt, e.act_id, e.act_seq, e.act_name, e.act_digest, e.actor,
        e.occurred_at, e.recorded_at, e.bundle, e.read, concat_ws('/', v_from, e.carried_from)
      from zz.events e where e.agency_id = v_from and e.stream = v_stream order by e.version
      returning position, agency_id, stream, version
    )
    insert into zz.outbox (position, agency_id, stream, version)
    select c.position, c.agency_id, c.stream, c.version from copied c;

    -- What its events name of files handed in, this agency holds now too.
    insert into zz.blobs (agency_id, digest, media_type)
    select v_agency, b.digest, b.media_type
    from zz.blobs b
    where b.agency_id = v_from and b.digest in (
      select m.found[1] from zz.events e
      cross join lateral regexp_matches(e.data, '"sha256:([0-9a-f]{64})"', 'g') as m (found)
      where e.agency_id = v_agency and e.stream = v_stream)
    on conflict (agency_id, digest) do nothing;

    -- A stream at the version it was given away at; the act below writes what it is now.
    insert into zz.states (agency_id, stream, kind, version, fold, data, opened_at, changed_at)
    select v_agency, t.stream, t.kind, t.version, '', '{}', t.opened_at, t.changed_at
    from zz.states t where t.agency_id = v_from and t.stream = v_stream;

    -- The public page goes along: whoever has the file answers for it, and takes it back if need be.
    update published.decisions d set agency_id = v_agency
    where d.agency_id = v_from and 'case/' || d.id = v_stream;

    v_answer := zz.act_append(p);
    if v_answer ->> 'outcome' <> 'appended' then
      raise exception 'not received' using errcode = 'ZZ409', detail = v_answer::text;
    end if;
    return v_answer;
  exception when sqlstate 'ZZ409' then
    get stacked diagnostics v_detail = pg_exception_detail;
    return v_detail::jsonb;
  end;
end
$$;

revoke all on function zz.ceded_waiting(text, text, integer), zz.act_receive(jsonb) from public;
grant execute on function zz.ceded_waiting(text, text, integer), zz.act_receive(jsonb) to :"app";

-- A paper or a link names the page by the agency that published it; it is found wherever the file now lies.
create index decisions_by_id on published.decisions (id);
