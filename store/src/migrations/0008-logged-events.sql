-- Events of all agencies in order with their places in the log, for verification: one query a page instead of one an
-- event. Waits like zz.events_from, so that no smaller position can still appear.
create function zz.logged_from(v_after bigint, v_limit integer)
returns table (event zz.events, idx bigint)
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
begin
  perform pg_advisory_xact_lock(zz.writing_gate());
  return query
    select e, l.idx from zz.events e left join zz.log_entries l using (agency_id, stream, version)
    where e.position > v_after order by e.position limit v_limit;
end
$$;

revoke all on function zz.logged_from(bigint, integer) from public;
grant execute on function zz.logged_from(bigint, integer) to :"app";
