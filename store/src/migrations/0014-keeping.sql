-- What is derived from the events is rebuilt by whoever holds the database (npm run rebuild), not by the server: its role
-- could otherwise make a state say what no event has said.
drop function zz.state_rewrite(jsonb);

-- How much waits for the log, counted no further than is worth knowing, and since when.
create function zz.outbox_waiting(v_most integer) returns table (waiting bigint, since timestamptz)
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  select (select count(*) from (select from zz.outbox limit v_most) counted),
    (select e.recorded_at from zz.outbox o join zz.events e using (agency_id, stream, version) order by o.position limit 1)
$$;

-- The database's own clock: what it is compared with is the machine's on which the server runs.
create function zz.clock() returns timestamptz
language sql volatile set search_path = pg_catalog, pg_temp
as $$ select clock_timestamp() $$;

revoke all on function zz.outbox_waiting(integer), zz.clock() from public;
grant execute on function zz.outbox_waiting(integer), zz.clock() to :"app";
