-- A word is looked for year by year, the newest first, until there are as many as are shown: what one asks for no longer
-- takes longer with every year that lies in the archive. The pairs are in the index together with the year in which the
-- record was opened; the column keeps them as they are.

create function zz.year_of(at timestamptz) returns integer
language sql immutable set search_path = pg_catalog, pg_temp
as $$ select extract(year from at at time zone interval '+08:00')::integer $$;

create function zz.dated(year integer, grams text[]) returns text[]
language sql immutable set search_path = pg_catalog, pg_temp
as $$ select array(select year || g from unnest(grams) g) $$;

alter table zz.search add column year integer;
update zz.search s set year = zz.year_of(t.opened_at) from zz.states t
where t.agency_id = s.agency_id and t.stream = s.stream;
alter table zz.search alter column year set not null;
drop index zz.search_grams;
create index search_grams on zz.search using gin (zz.dated(year, grams));

-- As before, with the year of the record, which stands by now: whoever writes the text has written the state first.
create or replace function zz.put_search(v_agency text, v_stream text, v_kind text, entry jsonb) returns void
language plpgsql set search_path = pg_catalog, pg_temp
as $$
begin
  if entry is null then
    return;
  end if;
  insert into zz.search (agency_id, stream, kind, text, grams, year)
  select v_agency, v_stream, v_kind, r.text, coalesce(r.grams, '{}'), zz.year_of(t.opened_at)
  from jsonb_to_record(entry) as r (text text, grams text[])
  join zz.states t on t.agency_id = v_agency and t.stream = v_stream
  on conflict (agency_id, stream) do update set kind = excluded.kind, text = excluded.text, grams = excluded.grams,
    year = excluded.year;
end
$$;

-- Years in which records of the session's agency were opened, the newest first, none left out in between.
create function zz.years_of(v_kind text) returns setof integer
language sql stable set search_path = pg_catalog, pg_temp
as $$
  select generate_series(
    (select zz.year_of(t.opened_at) from zz.states t
     where t.agency_id = current_setting('zz.agency', true) and t.kind = v_kind order by t.opened_at desc limit 1),
    (select zz.year_of(t.opened_at) from zz.states t
     where t.agency_id = current_setting('zz.agency', true) and t.kind = v_kind order by t.opened_at limit 1),
    -1)
$$;

-- All records that hold the words. Single characters are no pair, and are asked of no index.
create or replace function zz.search_streams(v_kind text, v_grams text[], v_patterns text[]) returns setof text
language plpgsql stable security definer set search_path = pg_catalog, pg_temp
as $$
begin
  if v_grams = '{}' then
    return query select s.stream from zz.search s
      where s.agency_id = current_setting('zz.agency', true) and s.kind = v_kind and s.text like all (v_patterns);
    return;
  end if;
  return query
    with candidate as materialized (
      select h.* from zz.years_of(v_kind) y (year) cross join lateral (
        select s.stream, s.text from zz.search s
        where s.agency_id || '' = current_setting('zz.agency', true) and s.kind = v_kind
          and zz.dated(s.year, s.grams) @> zz.dated(y.year, v_grams)
        offset 0
      ) h
    )
    select c.stream from candidate c where c.text like all (v_patterns);
end
$$;

-- The newest of them after a place in the list. The wall between agencies stands as an expression no index knows: else
-- the planner, which takes all agencies for equally large, has all records of one named before it asks for the words.
-- Planned once: every year is asked in the same way, and planning takes ten
-- times as long as asking. Of a year, those the index names are put in order first, and their texts
-- read one by one until there are enough: a text is much larger than what tells its place.
create function zz.search_newest(v_kind text, v_grams text[], v_patterns text[], v_opened timestamptz, v_stream text,
  v_limit integer) returns table (stream text, opened_at timestamptz)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp set plan_cache_mode = force_generic_plan
as $$
declare
  v_agency constant text := current_setting('zz.agency', true);
  v_left   integer := v_limit;
  v_found  integer;
  v_year   integer;
begin
  for v_year in
    select y.year from zz.years_of(v_kind) y (year) where v_opened is null or y.year <= zz.year_of(v_opened)
  loop
    return query
      select c.stream, c.opened_at
      from (
        select t.stream, t.opened_at from zz.search s join zz.states t using (agency_id, stream)
        where s.agency_id || '' = v_agency and s.kind = v_kind and zz.dated(s.year, s.grams) @> zz.dated(v_year, v_grams)
          and (v_opened is null or (t.opened_at, t.stream) < (v_opened, v_stream))
        order by t.opened_at desc, t.stream desc
        offset 0
      ) c
      cross join lateral (
        select from zz.search s where s.agency_id = v_agency and s.stream = c.stream and s.text like all (v_patterns) offset 0
      ) h
      limit v_left;
    get diagnostics v_found = row_count;
    v_left := v_left - v_found;
    exit when v_left <= 0;
  end loop;
end
$$;

-- How many hold the words, counted no further than a limit, the newest years first.
create or replace function zz.search_count(v_kind text, v_grams text[], v_patterns text[], v_limit integer) returns bigint
language plpgsql stable security definer set search_path = pg_catalog, pg_temp set plan_cache_mode = force_generic_plan
as $$
declare
  v_agency constant text := current_setting('zz.agency', true);
  v_count  bigint := 0;
  v_year   integer;
begin
  if v_grams = '{}' then
    return (select count(*) from (
      select from zz.search s where s.agency_id = v_agency and s.kind = v_kind and s.text like all (v_patterns) limit v_limit
    ) found);
  end if;
  for v_year in select y.year from zz.years_of(v_kind) y (year) loop
    v_count := v_count + (select count(*) from (
      select from zz.search s
      where s.agency_id || '' = v_agency and s.kind = v_kind and zz.dated(s.year, s.grams) @> zz.dated(v_year, v_grams)
        and s.text like all (v_patterns)
      limit v_limit - v_count
    ) found);
    exit when v_count >= v_limit;
  end loop;
  return v_count;
end
$$;

revoke all on function zz.year_of(timestamptz), zz.dated(integer, text[]), zz.years_of(text),
  zz.search_newest(text, text[], text[], timestamptz, text, integer) from public;
grant execute on function zz.search_newest(text, text[], text[], timestamptz, text, integer) to :"app";
