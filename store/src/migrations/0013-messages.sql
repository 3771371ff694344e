-- Who is told of an act is written with the act: a message can neither be lost nor tell of what did not happen. It says
-- that something was done, never what: the content stands in the file, where reading it is noted.

create table zz.messages (
  agency_id   text        not null,
  officer     text        not null,
  n           bigint      generated always as identity,
  stream      text        not null,
  act_id      text        not null,
  act_name    text        not null,
  why         text        not null,
  by_name     text        not null,
  at          timestamptz not null,
  recorded_at timestamptz not null default clock_timestamp(),
  read_at     timestamptz,
  primary key (agency_id, officer, n)
);
create index messages_unread on zz.messages (agency_id, officer) where read_at is null;

alter table zz.messages enable row level security;
create policy own_agency on zz.messages using (agency_id = current_setting('zz.agency', true));
grant select on zz.messages to :"app";

-- The door keeps its name; behind it stands the one there was, and beside that the messages, in one transaction.
alter function zz.act_append(jsonb) rename to act_record;
revoke execute on function zz.act_record(jsonb) from :"app";

create function zz.act_append(p jsonb) returns jsonb
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
  v_answer constant jsonb := zz.act_record(p);
begin
  if v_answer ->> 'outcome' = 'appended' then
    insert into zz.messages (agency_id, officer, stream, act_id, act_name, why, by_name, at)
    select p ->> 'agency', r.officer, r.stream, p #>> '{act,id}', p #>> '{act,name}', r.why,
      (p #>> '{actor,name}') || coalesce('（代' || (p #>> '{actor,for,name}') || '）', ''),
      date_trunc('second', (p ->> 'occurredAt')::timestamptz)
    from jsonb_to_recordset(coalesce(p -> 'told', '[]')) as r (officer text, stream text, why text);
  end if;
  return v_answer;
end
$$;

create function zz.messages_read(v_officer text, v_up_to bigint) returns void
language sql security definer set search_path = pg_catalog, pg_temp
as $$
  update zz.messages m set read_at = clock_timestamp()
  where m.agency_id = current_setting('zz.agency', true) and m.officer = v_officer and m.n <= v_up_to
    and m.read_at is null
$$;

revoke all on function zz.act_append(jsonb), zz.messages_read(text, bigint) from public;
grant execute on function zz.act_append(jsonb), zz.messages_read(text, bigint) to :"app";
