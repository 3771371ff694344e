-- What an act was decided on includes streams it only read: above all the agency's, where it says who holds which post
-- and which law binds. One of them that has moved on between reading and writing makes the decision one on the past:
-- it is answered like any other conflict, and the caller decides anew.

-- The door keeps its name; behind it stands the one there was.
alter function zz.act_append(jsonb) rename to act_enter;
revoke execute on function zz.act_enter(jsonb) from :"app";

create function zz.act_append(p jsonb) returns jsonb
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
  v_agency constant text := zz.require_agency(p);
  v_actual bigint;
  s        record;
begin
  -- Locks, and not a look alone: an act that has looked must find what it read unchanged until it has committed. They are
  -- held in memory, shared among all who only read a stream, alone by who writes it, and taken in one order, so that two
  -- acts of which each reads what the other writes wait in line. Whoever waited sees what was committed meanwhile: every
  -- statement of this function reads anew.
  for s in
    select t.stream, bool_or(t.writes) as writes, max(t.version) as version
    from (
      select r.key as stream, false as writes, r.value::bigint as version from jsonb_each_text(p -> 'read') r
      union all
      select w.j ->> 'stream', true, null from jsonb_array_elements(p -> 'streams') w (j)
    ) t
    where t.stream is not null
    group by t.stream
    order by t.stream collate "C"
  loop
    if s.writes then
      perform pg_advisory_xact_lock(hashtextextended(v_agency || ' ' || s.stream, 2));
    else
      perform pg_advisory_xact_lock_shared(hashtextextended(v_agency || ' ' || s.stream, 2));
    end if;
  end loop;
  -- The same act sent again answers as done, however far what it once read has gone since.
  if not exists (
    select from zz.events e where e.agency_id = v_agency and e.act_id = p #>> '{act,id}' and e.act_seq = 1
  ) then
    -- One by one: joined with all states, a planner without statistics would read the whole table.
    for s in select r.key as stream, r.value::bigint as expected from jsonb_each_text(p -> 'read') r loop
      v_actual := (select t.version from zz.states t where t.agency_id = v_agency and t.stream = s.stream);
      if coalesce(v_actual, 0) <> s.expected then
        return jsonb_build_object('outcome', 'conflict', 'stream', s.stream, 'expected', s.expected,
          'actual', coalesce(v_actual, 0));
      end if;
    end loop;
  end if;
  return zz.act_enter(p);
end
$$;

revoke all on function zz.act_append(jsonb) from public;
grant execute on function zz.act_append(jsonb) to :"app";

-- Files are kept by their content, once for all agencies: a digest known from elsewhere must not open another agency's
-- file. Which agency handed in what stands here, and an act can only name what its agency holds.
create table zz.blobs (
  agency_id   text not null,
  digest      text not null check (digest ~ '^[0-9a-f]{64}$'),
  -- Told by the bytes, never by the name; absent where it was handed in before this was asked.
  media_type  text,
  received_at timestamptz not null default clock_timestamp(),
  primary key (agency_id, digest)
);
alter table zz.blobs enable row level security;
create policy own_agency on zz.blobs using (agency_id = current_setting('zz.agency', true));
grant select on zz.blobs to :"app";

-- What an agency's events name already, it holds.
insert into zz.blobs (agency_id, digest)
select distinct e.agency_id, m.found[1]
from zz.events e cross join lateral regexp_matches(e.data, '"sha256:([0-9a-f]{64})"', 'g') as m (found);

create function zz.blob_received(v_digest text, v_media_type text) returns void
language sql security definer set search_path = pg_catalog, pg_temp
as $$
  insert into zz.blobs (agency_id, digest, media_type)
  select current_setting('zz.agency', true), v_digest, v_media_type
  where coalesce(current_setting('zz.agency', true), '') <> ''
  on conflict (agency_id, digest) do update set media_type = excluded.media_type
$$;

revoke all on function zz.blob_received(text, text) from public;
grant execute on function zz.blob_received(text, text) to :"app";
