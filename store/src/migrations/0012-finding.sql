-- Lists narrowed by who handles a case and by what is late, and the narrowings that a person has kept.

create function zz.handlers_told(summary jsonb) returns text[]
language sql immutable set search_path = pg_catalog, pg_temp
as $$
  select coalesce(array(select jsonb_array_elements_text(summary -> 'handlers')), '{}')
$$;

alter table zz.states
  add column handlers text[] generated always as
    (case when kind = 'case' then zz.handlers_told(summary) else '{}' end) stored;
create index states_by_handler on zz.states using gin (handlers);

-- Array containment is not leakproof: under row-level security no index would be asked. So this door puts the wall up
-- itself, like zz.search_streams.
create function zz.streams_handled_by(v_officer text) returns setof text
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  select t.stream from zz.states t
  where t.agency_id = current_setting('zz.agency', true) and t.handlers @> array[v_officer]
$$;

-- A narrowing of the case list under a name, each person's own. No legal fact: kept beside the accounts.
create table auth.filters (
  agency_id  text        not null,
  account_id text        not null,
  id         text        not null,
  name       text        not null,
  asked      jsonb       not null,
  made_at    timestamptz not null default clock_timestamp(),
  primary key (agency_id, account_id, id),
  foreign key (agency_id, account_id) references auth.accounts (agency_id, id)
);

create function auth.filters_of(v_agency text, v_account text) returns table (id text, name text, asked jsonb)
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  select f.id, f.name, f.asked from auth.filters f
  where f.agency_id = v_agency and f.account_id = v_account order by f.made_at, f.id
$$;

-- Of the same name there is one: kept again, it is replaced. Answers false when there are as many as may be.
create function auth.filter_put(p jsonb) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
  v_agency  constant text := p ->> 'agency';
  v_account constant text := p ->> 'account';
begin
  perform from auth.accounts a where a.agency_id = v_agency and a.id = v_account for update;
  delete from auth.filters f where f.agency_id = v_agency and f.account_id = v_account
    and f.name = p ->> 'name' and f.id <> p ->> 'id';
  if (select count(*) from auth.filters f where f.agency_id = v_agency and f.account_id = v_account
      and f.id <> p ->> 'id') >= (p ->> 'atMost')::integer then
    return false;
  end if;
  insert into auth.filters (agency_id, account_id, id, name, asked)
  values (v_agency, v_account, p ->> 'id', p ->> 'name', p -> 'asked')
  on conflict (agency_id, account_id, id) do update set name = excluded.name, asked = excluded.asked;
  return true;
end
$$;

create function auth.filter_drop(v_agency text, v_account text, v_id text) returns void
language sql security definer set search_path = pg_catalog, pg_temp
as $$ delete from auth.filters f where f.agency_id = v_agency and f.account_id = v_account and f.id = v_id $$;

revoke all on function zz.handlers_told(jsonb), zz.streams_handled_by(text), auth.filters_of(text, text),
  auth.filter_put(jsonb), auth.filter_drop(text, text, text) from public;
grant execute on function zz.streams_handled_by(text), auth.filters_of(text, text), auth.filter_put(jsonb),
  auth.filter_drop(text, text, text) to :"app";
