-- Whether anybody can sign in at all: a new installation offers its one-time way in only while nobody can.
create function auth.accounts_exist() returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$ select exists (select from auth.accounts) $$;

revoke all on function auth.accounts_exist() from public;
grant execute on function auth.accounts_exist() to :"app";
