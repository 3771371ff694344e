-- The way of an event into the transparency log, and reading across agencies for it, for verification and backup.

create function zz.bundle_put(v_digest text, v_text text) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
  insert into zz.bundles (digest, text) values (v_digest, v_text) on conflict do nothing;
  if not exists (select from zz.bundles b where b.digest = v_digest and b.text = v_text) then
    raise exception 'another bundle is stored under this digest' using errcode = 'unique_violation';
  end if;
end
$$;

-- Rows another transaction holds are left to it. Inside a transaction the rows stay locked until it ends.
create function zz.outbox_take(v_limit integer) returns setof zz.events
language sql volatile security definer set search_path = pg_catalog, pg_temp
as $$
  with taken as materialized (
    select o.agency_id, o.stream, o.version from zz.outbox o order by o.position limit v_limit for update skip locked
  )
  select e.* from taken t join zz.events e using (agency_id, stream, version) order by e.position
$$;

-- Idempotent: a sequencer that crashed after writing its tiles marks again. The same event at another index, or
-- another event at the same index, is an error: the log and the database would tell two stories.
create function zz.log_mark(p jsonb) returns integer
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
  v_marked integer;
begin
  insert into zz.log_entries as l (agency_id, stream, version, idx)
  select r.agency, r.stream, r.version, r.idx
  from jsonb_to_recordset(p -> 'entries') as r (agency text, stream text, version bigint, idx bigint)
  order by r.idx
  on conflict (agency_id, stream, version) do nothing;
  get diagnostics v_marked = row_count;
  if exists (
    select from jsonb_to_recordset(p -> 'entries') as r (agency text, stream text, version bigint, idx bigint)
    left join zz.events e on e.agency_id = r.agency and e.stream = r.stream and e.version = r.version
    left join zz.log_entries l on l.agency_id = r.agency and l.stream = r.stream and l.version = r.version
    where e.stream is null or l.idx is distinct from r.idx
  ) then
    raise exception 'an entry names no event, or an event logged at another index' using errcode = 'integrity_constraint_violation';
  end if;
  delete from zz.outbox o
  using jsonb_to_recordset(p -> 'entries') as r (agency text, stream text, version bigint)
  where o.agency_id = r.agency and o.stream = r.stream and o.version = r.version;
  return v_marked;
end
$$;
create index outbox_event on zz.outbox (agency_id, stream, version);

-- Waits until no act is being written: every position up to the newest one visible is then final.
create function zz.events_from(v_after bigint, v_limit integer) returns setof zz.events
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
begin
  perform pg_advisory_xact_lock(zz.writing_gate());
  return query select e.* from zz.events e where e.position > v_after order by e.position limit v_limit;
end
$$;

-- Under row-level security the planner may not ask a GIN index anything (array containment is not leakproof), so the
-- search runs as the owner and puts the wall up itself. Materialised: otherwise a sorted limit walks the newest cases
-- and detoasts every text on the way.
create function zz.search_streams(v_kind text, v_grams text[], v_patterns text[]) returns setof text
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  with candidate as materialized (
    select s.stream, s.text from zz.search s
    where s.agency_id = current_setting('zz.agency', true) and s.kind = v_kind and s.grams @> v_grams
  )
  select c.stream from candidate c where c.text like all (v_patterns)
$$;

revoke all on all functions in schema zz from public;
grant execute on function zz.bundle_put(text, text), zz.outbox_take(integer), zz.log_mark(jsonb),
  zz.events_from(bigint, integer), zz.search_streams(text, text[], text[]) to :"app";
