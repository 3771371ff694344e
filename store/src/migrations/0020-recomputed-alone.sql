-- As before, but a batch may have looked at more cases than it brings: one whose duties come out the same by the old law
-- and the new is told by its number only.
create or replace function zz.obligations_recompute(p jsonb) returns jsonb
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
  v_agency  constant text := zz.require_agency(p);
  v_n       constant integer := (p ->> 'n')::integer;
  v_cursor  text;
  v_changed integer := 0;
  v_rows    integer;
  s         record;
begin
  insert into zz.recomputations (agency_id, n, from_bundle, to_bundle, first_day, last_day, total)
  values (v_agency, v_n, p ->> 'from', p ->> 'to', p ->> 'firstDay', p ->> 'lastDay',
    coalesce((p ->> 'total')::integer, 0))
  on conflict (agency_id, n) do nothing;
  select r.cursor into v_cursor from zz.recomputations r
  where r.agency_id = v_agency and r.n = v_n and r.to_bundle = p ->> 'to' and r.finished_at is null
  for update;
  if not found or v_cursor <> p ->> 'after' then
    return jsonb_build_object('outcome', 'conflict');
  end if;

  for s in
    select r.stream, r.version, r.looked, r.obligations
    from jsonb_to_recordset(coalesce(p -> 'streams', '[]')) as r (stream text, version bigint, looked jsonb,
      obligations jsonb)
    order by r.stream collate "C"
  loop
    perform from zz.states t where t.agency_id = v_agency and t.stream = s.stream and t.version = s.version for update;
    if not found then
      raise exception 'stream has moved on' using errcode = 'ZZ409';
    end if;
    update zz.states t set summary = jsonb_set(t.summary, '{looked}', s.looked), late_from = zz.late_from(s.obligations)
    where t.agency_id = v_agency and t.stream = s.stream and (t.summary -> 'looked' is distinct from s.looked
      or t.late_from is distinct from zz.late_from(s.obligations));

    with wanted as (
      select v_agency as agency_id, s.stream as stream, r.id, r.duty, r.label, r.per, r.subject, r."owedBy" as owed_by,
        coalesce(r.roles, '{}') as roles, coalesce(r.assignees, '{}') as assignees, r."fromAt" as from_at,
        r."dueAt" as due_at, r."lawfulDueAt" as lawful_due_at, r."remindAt" as remind_at, r."metAt" as met_at,
        coalesce(r.provisional, false) as provisional, coalesce(r.clauses, '{}') as clauses,
        coalesce(r.derivation, '{}') as derivation
      from jsonb_to_recordset(coalesce(s.obligations, '[]')) as r (id text, duty text, label text, per text, subject text,
        "owedBy" text, roles text[], assignees text[], "fromAt" timestamptz, "dueAt" timestamptz,
        "lawfulDueAt" timestamptz, "remindAt" timestamptz, "metAt" timestamptz, provisional boolean, clauses text[],
        derivation jsonb)
    ), differing as materialized (
      select coalesce(w.id, o.id) as id, w.id is null as gone,
        (w.due_at, w.lawful_due_at) is distinct from (o.due_at, o.lawful_due_at) as moved
      from wanted w
      full join (select x.* from zz.obligations x where x.agency_id = v_agency and x.stream = s.stream) o on o.id = w.id
      where (w.duty, w.label, w.per, w.subject, w.owed_by, w.roles, w.assignees, w.from_at, w.due_at, w.lawful_due_at,
          w.remind_at, w.met_at, w.provisional, w.clauses, w.derivation)
        is distinct from (o.duty, o.label, o.per, o.subject, o.owed_by, o.roles, o.assignees, o.from_at, o.due_at,
          o.lawful_due_at, o.remind_at, o.met_at, o.provisional, o.clauses, o.derivation)
    ), noted as (
      insert into zz.recomputed (agency_id, n, stream, id, moved, before, after)
      select v_agency, v_n, s.stream, d.id, d.moved,
        (select zz.obligation_told(o) from zz.obligations o
         where o.agency_id = v_agency and o.stream = s.stream and o.id = d.id),
        (select t.j from jsonb_array_elements(s.obligations) t (j) where t.j ->> 'id' = d.id)
      from differing d
    ), dropped as (
      delete from zz.obligations o using differing d
      where o.agency_id = v_agency and o.stream = s.stream and o.id = d.id and d.gone
    )
    insert into zz.obligations (agency_id, stream, id, duty, label, per, subject, owed_by, roles, assignees, from_at,
      due_at, lawful_due_at, remind_at, met_at, provisional, clauses, derivation)
    select w.* from wanted w join differing d using (id)
    on conflict (agency_id, stream, id) do update set duty = excluded.duty, label = excluded.label, per = excluded.per,
      subject = excluded.subject, owed_by = excluded.owed_by, roles = excluded.roles, assignees = excluded.assignees,
      from_at = excluded.from_at, due_at = excluded.due_at, lawful_due_at = excluded.lawful_due_at,
      remind_at = excluded.remind_at, met_at = excluded.met_at, provisional = excluded.provisional,
      clauses = excluded.clauses, derivation = excluded.derivation;
    get diagnostics v_rows = row_count;
    v_changed := v_changed + v_rows;
  end loop;

  update zz.recomputations r set cursor = p ->> 'cursor', changed = r.changed + v_changed,
    cases = r.cases + coalesce((p ->> 'cases')::integer, (
      select count(*) from jsonb_array_elements(coalesce(p -> 'streams', '[]')) t (j)
      where t.j ->> 'stream' like 'case/%')),
    finished_at = case when (p ->> 'finished')::boolean then clock_timestamp() end
  where r.agency_id = v_agency and r.n = v_n;
  -- What an earlier change of law left unfinished is part of this one.
  update zz.recomputations r set finished_at = clock_timestamp()
  where r.agency_id = v_agency and r.n < v_n and r.finished_at is null;
  return jsonb_build_object('outcome', 'taken', 'changed', v_changed);
exception when sqlstate 'ZZ409' then
  return jsonb_build_object('outcome', 'conflict');
end
$$;
