-- Who may sign in. The server's role reaches these tables through the doors below and in no other way; a token is
-- known only by its SHA-256, so a copy of the database opens no session.

create table auth.accounts (
  agency_id     text        not null,
  id            text        not null,
  login         text        not null unique,
  name          text        not null,
  officer_id    text,
  password_hash text        not null,
  administrator boolean     not null default false,
  disabled      boolean     not null default false,
  changed_at    timestamptz not null default clock_timestamp(),
  primary key (agency_id, id)
);

create table auth.sessions (
  token_digest text        not null primary key check (token_digest ~ '^[0-9a-f]{64}$'),
  agency_id    text        not null,
  account_id   text        not null,
  opened_at    timestamptz not null default clock_timestamp(),
  seen_at      timestamptz not null default clock_timestamp(),
  expires_at   timestamptz not null,
  idle_seconds integer     not null,
  foreign key (agency_id, account_id) references auth.accounts (agency_id, id)
);
create index sessions_of_account on auth.sessions (agency_id, account_id);
create index sessions_by_end on auth.sessions (expires_at);

create table auth.sign_in_attempts (
  login     text        not null,
  address   text        not null,
  succeeded boolean     not null,
  at        timestamptz not null default clock_timestamp()
);
create index attempts_of_login on auth.sign_in_attempts (login, at);
create index attempts_of_address on auth.sign_in_attempts (address, at);
create index attempts_by_age on auth.sign_in_attempts (at);

-- A new password or a disabled account ends the sessions opened before it.
create function auth.account_put(p jsonb) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
  v_agency   constant text := p ->> 'agency';
  v_id       constant text := p ->> 'id';
  v_disabled constant boolean := coalesce((p ->> 'disabled')::boolean, false);
begin
  if v_disabled or exists (select from auth.accounts a where a.agency_id = v_agency and a.id = v_id
    and a.password_hash <> p ->> 'passwordHash') then
    delete from auth.sessions s where s.agency_id = v_agency and s.account_id = v_id;
  end if;
  insert into auth.accounts (agency_id, id, login, name, officer_id, password_hash, administrator, disabled)
  values (v_agency, v_id, p ->> 'login', p ->> 'name', p ->> 'officerId', p ->> 'passwordHash',
    coalesce((p ->> 'administrator')::boolean, false), v_disabled)
  on conflict (agency_id, id) do update set login = excluded.login, name = excluded.name,
    officer_id = excluded.officer_id, password_hash = excluded.password_hash, administrator = excluded.administrator,
    disabled = excluded.disabled, changed_at = clock_timestamp();
end
$$;

create function auth.account_find(v_login text) returns setof auth.accounts
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$ select a.* from auth.accounts a where a.login = v_login $$;

create function auth.accounts_of(v_agency text) returns setof auth.accounts
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$ select a.* from auth.accounts a where a.agency_id = v_agency order by a.login $$;

create function auth.session_open(p jsonb) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
  delete from auth.sessions s where s.expires_at < clock_timestamp();
  insert into auth.sessions (token_digest, agency_id, account_id, expires_at, idle_seconds)
  values (p ->> 'tokenDigest', p ->> 'agency', p ->> 'accountId',
    clock_timestamp() + make_interval(secs => (p ->> 'lifeSeconds')::integer), (p ->> 'idleSeconds')::integer);
end
$$;

-- Finding a session keeps it alive; the row is written at most once a minute.
create function auth.session_find(v_token_digest text, v_touch boolean) returns setof auth.accounts
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
begin
  if v_touch then
    update auth.sessions s set seen_at = clock_timestamp()
    where s.token_digest = v_token_digest and s.expires_at > clock_timestamp()
      and s.seen_at + make_interval(secs => s.idle_seconds) > clock_timestamp()
      and s.seen_at < clock_timestamp() - interval '1 minute';
  end if;
  return query select a.* from auth.sessions s
    join auth.accounts a on a.agency_id = s.agency_id and a.id = s.account_id
    where s.token_digest = v_token_digest and s.expires_at > clock_timestamp() and not a.disabled
      and s.seen_at + make_interval(secs => s.idle_seconds) > clock_timestamp();
end
$$;

create function auth.session_close(v_token_digest text) returns void
language sql security definer set search_path = pg_catalog, pg_temp
as $$ delete from auth.sessions s where s.token_digest = v_token_digest $$;

create function auth.attempt_note(v_login text, v_address text, v_succeeded boolean) returns void
language sql security definer set search_path = pg_catalog, pg_temp
as $$
  delete from auth.sign_in_attempts t where t.at < clock_timestamp() - interval '1 day';
  insert into auth.sign_in_attempts (login, address, succeeded) values (v_login, v_address, v_succeeded);
$$;

-- Failures of this login since its last success, and of this address, both within the window.
create function auth.attempts_recent(v_login text, v_address text, v_seconds integer)
returns table (by_login bigint, by_address bigint)
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  select
    (select count(*) from auth.sign_in_attempts t where t.login = v_login and not t.succeeded
       and t.at > greatest(clock_timestamp() - make_interval(secs => v_seconds), coalesce((select max(u.at)
         from auth.sign_in_attempts u where u.login = v_login and u.succeeded), '-infinity'))),
    (select count(*) from auth.sign_in_attempts t where t.address = v_address and not t.succeeded
       and t.at > clock_timestamp() - make_interval(secs => v_seconds))
$$;

revoke all on all functions in schema auth from public;
grant execute on all functions in schema auth to :"app";
