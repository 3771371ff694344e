-- Signing in that holds: passwords given by others are changed first, a second factor beside the password, sessions
-- their owner can see and end, accounts linked to an identity provider, and a note of whoever changed an account.

alter table auth.accounts
  add column must_change       boolean not null default false,
  add column second_factor_at  timestamptz,
  add column last_signed_in_at timestamptz;

-- A session that awaits its code opens nothing: it remembers that the password was right, for a few minutes.
alter table auth.sessions
  add column id          bigint  not null generated always as identity,
  add column address     text    not null default '',
  add column awaits_code boolean not null default false;

-- The secret is ciphertext under a key that is not in the database. One step of the clock is used once.
create table auth.second_factors (
  agency_id    text        not null,
  account_id   text        not null,
  key_id       text        not null,
  ciphertext   bytea       not null,
  made_at      timestamptz not null default clock_timestamp(),
  confirmed_at timestamptz,
  last_step    bigint      not null default 0,
  primary key (agency_id, account_id),
  foreign key (agency_id, account_id) references auth.accounts (agency_id, id)
);

create table auth.recovery_codes (
  agency_id  text not null,
  account_id text not null,
  digest     text not null check (digest ~ '^[0-9a-f]{64}$'),
  used_at    timestamptz,
  primary key (agency_id, account_id, digest),
  foreign key (agency_id, account_id) references auth.accounts (agency_id, id)
);

create table auth.identities (
  issuer     text        not null,
  subject    text        not null,
  agency_id  text        not null,
  account_id text        not null,
  linked_at  timestamptz not null default clock_timestamp(),
  primary key (issuer, subject),
  foreign key (agency_id, account_id) references auth.accounts (agency_id, id)
);
create index identities_of_account on auth.identities (agency_id, account_id);

-- What was done to an account, and by whom; written with the change itself.
create table auth.account_notes (
  agency_id  text        not null,
  account_id text        not null,
  n          bigint      generated always as identity primary key,
  what       text        not null,
  by_account text        not null,
  by_name    text        not null,
  at         timestamptz not null default clock_timestamp(),
  foreign key (agency_id, account_id) references auth.accounts (agency_id, id)
);
create index account_notes_of_agency on auth.account_notes (agency_id, n);

create function auth.note(p jsonb) returns void
language sql security definer set search_path = pg_catalog, pg_temp
as $$
  insert into auth.account_notes (agency_id, account_id, what, by_account, by_name)
  select p ->> 'agency', p ->> 'account', p ->> 'what', p #>> '{by,account}', p #>> '{by,name}'
  where p -> 'by' is not null and p -> 'by' <> 'null'
$$;

-- A new account. One that exists is changed by the doors below, each of which changes one thing.
create function auth.account_open(p jsonb) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
  insert into auth.accounts (agency_id, id, login, name, officer_id, password_hash, administrator, must_change)
  values (p ->> 'agency', p ->> 'account', p ->> 'login', p ->> 'name', p ->> 'officerId', p ->> 'passwordHash',
    coalesce((p ->> 'administrator')::boolean, false), coalesce((p ->> 'mustChange')::boolean, false));
  perform auth.note(p);
end
$$;

-- A new password ends every session opened with the old one, but that in which it was changed.
create function auth.password_set(p jsonb) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
  update auth.accounts a set password_hash = p ->> 'passwordHash', changed_at = clock_timestamp(),
    must_change = coalesce((p ->> 'mustChange')::boolean, false)
  where a.agency_id = p ->> 'agency' and a.id = p ->> 'account';
  delete from auth.sessions s where s.agency_id = p ->> 'agency' and s.account_id = p ->> 'account'
    and s.token_digest is distinct from p ->> 'keep';
  perform auth.note(p);
end
$$;

create function auth.account_disable(p jsonb) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
  update auth.accounts a set disabled = (p ->> 'disabled')::boolean, changed_at = clock_timestamp()
  where a.agency_id = p ->> 'agency' and a.id = p ->> 'account';
  if (p ->> 'disabled')::boolean then
    delete from auth.sessions s where s.agency_id = p ->> 'agency' and s.account_id = p ->> 'account';
  end if;
  perform auth.note(p);
end
$$;

create function auth.account_of(v_agency text, v_id text) returns setof auth.accounts
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$ select a.* from auth.accounts a where a.agency_id = v_agency and a.id = v_id $$;

create or replace function auth.session_open(p jsonb) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
  delete from auth.sessions s where s.expires_at < clock_timestamp();
  insert into auth.sessions (token_digest, agency_id, account_id, expires_at, idle_seconds, address, awaits_code)
  values (p ->> 'tokenDigest', p ->> 'agency', p ->> 'accountId',
    clock_timestamp() + make_interval(secs => (p ->> 'lifeSeconds')::integer), (p ->> 'idleSeconds')::integer,
    coalesce(p ->> 'address', ''), coalesce((p ->> 'awaitsCode')::boolean, false));
  if not coalesce((p ->> 'awaitsCode')::boolean, false) then
    update auth.accounts a set last_signed_in_at = clock_timestamp()
    where a.agency_id = p ->> 'agency' and a.id = p ->> 'accountId';
  end if;
end
$$;

-- Finding a session keeps it alive; the row is written at most once a minute.
create or replace function auth.session_find(v_token_digest text, v_touch boolean) returns setof auth.accounts
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
begin
  if v_touch then
    update auth.sessions s set seen_at = clock_timestamp()
    where s.token_digest = v_token_digest and s.expires_at > clock_timestamp() and not s.awaits_code
      and s.seen_at + make_interval(secs => s.idle_seconds) > clock_timestamp()
      and s.seen_at < clock_timestamp() - interval '1 minute';
  end if;
  return query select a.* from auth.sessions s
    join auth.accounts a on a.agency_id = s.agency_id and a.id = s.account_id
    where s.token_digest = v_token_digest and s.expires_at > clock_timestamp() and not a.disabled
      and not s.awaits_code and s.seen_at + make_interval(secs => s.idle_seconds) > clock_timestamp();
end
$$;

create function auth.awaiting_find(v_token_digest text) returns setof auth.accounts
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  select a.* from auth.sessions s join auth.accounts a on a.agency_id = s.agency_id and a.id = s.account_id
  where s.token_digest = v_token_digest and s.awaits_code and s.expires_at > clock_timestamp() and not a.disabled
$$;

-- The living sessions of an account, the one asking among them; no digest leaves.
create function auth.sessions_of(v_agency text, v_account text, v_token_digest text)
returns table (id bigint, opened_at timestamptz, seen_at timestamptz, address text, own boolean)
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  select s.id, s.opened_at, s.seen_at, s.address, s.token_digest = v_token_digest from auth.sessions s
  where s.agency_id = v_agency and s.account_id = v_account and not s.awaits_code
    and s.expires_at > clock_timestamp()
    and s.seen_at + make_interval(secs => s.idle_seconds) > clock_timestamp()
  order by s.seen_at desc, s.id desc
$$;

-- One session by its number, or all but the one to keep. Answers how many ended.
create function auth.sessions_end(p jsonb) returns bigint
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
  v_count bigint;
begin
  delete from auth.sessions s where s.agency_id = p ->> 'agency' and s.account_id = p ->> 'account'
    and s.token_digest is distinct from p ->> 'keep' and s.id = coalesce((p ->> 'id')::bigint, s.id);
  get diagnostics v_count = row_count;
  perform auth.note(p);
  return v_count;
end
$$;

-- A secret not yet confirmed is replaced by the next; a confirmed one has to be dropped first.
create function auth.second_factor_put(p jsonb) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
  insert into auth.second_factors as f (agency_id, account_id, key_id, ciphertext)
  values (p ->> 'agency', p ->> 'account', p ->> 'keyId', decode(p ->> 'ciphertext', 'hex'))
  on conflict (agency_id, account_id) do update set key_id = excluded.key_id, ciphertext = excluded.ciphertext,
    made_at = clock_timestamp(), last_step = 0
  where f.confirmed_at is null;
  return found;
end
$$;

create function auth.second_factor_of(v_agency text, v_account text)
returns table (key_id text, ciphertext bytea, confirmed boolean, left_codes bigint)
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  select f.key_id, f.ciphertext, f.confirmed_at is not null,
    (select count(*) from auth.recovery_codes r
     where r.agency_id = v_agency and r.account_id = v_account and r.used_at is null)
  from auth.second_factors f where f.agency_id = v_agency and f.account_id = v_account
$$;

create function auth.second_factor_confirm(p jsonb) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
  update auth.second_factors f set confirmed_at = clock_timestamp(), last_step = (p ->> 'step')::bigint
  where f.agency_id = p ->> 'agency' and f.account_id = p ->> 'account' and f.confirmed_at is null
    and f.ciphertext = decode(p ->> 'ciphertext', 'hex');
  if not found then return false; end if;
  update auth.accounts a set second_factor_at = clock_timestamp()
  where a.agency_id = p ->> 'agency' and a.id = p ->> 'account';
  insert into auth.recovery_codes (agency_id, account_id, digest)
  select p ->> 'agency', p ->> 'account', d.digest from jsonb_array_elements_text(p -> 'recovery') as d (digest);
  -- Opened with the password alone: from now on that is not enough.
  delete from auth.sessions s where s.agency_id = p ->> 'agency' and s.account_id = p ->> 'account'
    and s.token_digest is distinct from p ->> 'keep';
  perform auth.note(p);
  return true;
end
$$;

-- Whoever comes second with the same code comes too late: the step has moved.
create function auth.second_factor_use(v_agency text, v_account text, v_step bigint) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
  update auth.second_factors f set last_step = v_step
  where f.agency_id = v_agency and f.account_id = v_account and f.confirmed_at is not null and f.last_step < v_step;
  return found;
end
$$;

create function auth.recovery_code_use(v_agency text, v_account text, v_digest text) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
  update auth.recovery_codes r set used_at = clock_timestamp()
  where r.agency_id = v_agency and r.account_id = v_account and r.digest = v_digest and r.used_at is null;
  return found;
end
$$;

create function auth.second_factor_drop(p jsonb) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
  v_dropped boolean;
begin
  delete from auth.second_factors f where f.agency_id = p ->> 'agency' and f.account_id = p ->> 'account';
  v_dropped := found;
  delete from auth.recovery_codes r where r.agency_id = p ->> 'agency' and r.account_id = p ->> 'account';
  update auth.accounts a set second_factor_at = null
  where a.agency_id = p ->> 'agency' and a.id = p ->> 'account';
  if v_dropped then perform auth.note(p); end if;
  return v_dropped;
end
$$;

-- False when the identity is linked already. An account has one identity at a provider: the new one takes the old
-- one's place.
create function auth.identity_link(p jsonb) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
  insert into auth.identities (issuer, subject, agency_id, account_id)
  values (p ->> 'issuer', p ->> 'subject', p ->> 'agency', p ->> 'account')
  on conflict (issuer, subject) do nothing;
  if not found then return false; end if;
  delete from auth.identities i where i.agency_id = p ->> 'agency' and i.account_id = p ->> 'account'
    and i.issuer = p ->> 'issuer' and i.subject <> p ->> 'subject';
  perform auth.note(p);
  return true;
end
$$;

create function auth.identity_unlink(p jsonb) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
  v_unlinked boolean;
begin
  delete from auth.identities i where i.agency_id = p ->> 'agency' and i.account_id = p ->> 'account'
    and i.issuer = p ->> 'issuer';
  v_unlinked := found;
  if v_unlinked then perform auth.note(p); end if;
  return v_unlinked;
end
$$;

create function auth.identity_find(v_issuer text, v_subject text) returns setof auth.accounts
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  select a.* from auth.identities i join auth.accounts a on a.agency_id = i.agency_id and a.id = i.account_id
  where i.issuer = v_issuer and i.subject = v_subject and not a.disabled
$$;

create function auth.identities_of(v_agency text, v_issuer text) returns table (account_id text, subject text)
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  select i.account_id, i.subject from auth.identities i where i.agency_id = v_agency and i.issuer = v_issuer
$$;

-- The latest first; of one account, or with null of all.
create function auth.account_notes_of(v_agency text, v_account text, v_limit integer)
returns table (account_id text, name text, what text, by_name text, at timestamptz)
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  select t.account_id, a.name, t.what, t.by_name, t.at from auth.account_notes t
  join auth.accounts a on a.agency_id = t.agency_id and a.id = t.account_id
  where t.agency_id = v_agency and t.account_id = coalesce(v_account, t.account_id)
  order by t.n desc limit v_limit
$$;

revoke all on all functions in schema auth from public;
grant execute on all functions in schema auth to :"app";
-- Written only by the doors, together with what it tells of.
revoke execute on function auth.note(jsonb) from :"app";
