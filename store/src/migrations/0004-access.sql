-- Reading is an act too: one event per actor, subject, purpose and quarter of an hour, in the stream of the subject.

-- The quarter is cut from legal time, so a demonstration clock gives the same windows as a real one. The texts are
-- built here key by key in sorted order: to_json escapes exactly what canonical JSON escapes, jsonb would not sort so.
create function zz.access_record(p jsonb, v_agency text, v_subject text) returns boolean
language plpgsql set search_path = pg_catalog, pg_temp
as $$
declare
  v_purpose  constant text := p ->> 'purpose';
  v_ref      constant text := p ->> 'ref';
  v_occurred constant timestamptz := date_trunc('second', coalesce((p ->> 'occurredAt')::timestamptz, clock_timestamp()));
  v_stream   constant text := 'access/' || v_subject;
  v_data     text;
  v_version  bigint;
  v_position bigint;
begin
  if coalesce(v_subject, '') = '' or coalesce(v_purpose, '') = '' or coalesce(p ->> 'actorKey', '') = '' then
    raise exception 'a reading needs a subject, a purpose and an actor' using errcode = 'invalid_parameter_value';
  end if;
  perform pg_advisory_xact_lock_shared(zz.writing_gate());
  insert into zz.access (agency_id, subject, actor_key, purpose, window_start)
  values (v_agency, v_subject, p ->> 'actorKey', v_purpose, date_bin('15 minutes', v_occurred, timestamptz '2000-01-01 00:00:00+08'))
  on conflict do nothing;
  if not found then
    return false;
  end if;
  v_data := '{"purpose":' || to_json(v_purpose)::text
    || coalesce(',"ref":' || to_json(v_ref)::text, '')
    || ',"subject":' || to_json(v_subject)::text || '}';
  insert into zz.states as t (agency_id, stream, kind, version, fold, data, opened_at, changed_at)
  values (v_agency, v_stream, 'access', 1, 'access', '{}', v_occurred, clock_timestamp())
  on conflict (agency_id, stream) do update set version = t.version + 1, changed_at = clock_timestamp()
  returning t.version into v_version;
  insert into zz.events (agency_id, stream, version, type, data, salt, act_id, act_seq, act_name, act_digest, actor,
    occurred_at, recorded_at, bundle)
  values (v_agency, v_stream, v_version, 'access.noted', v_data,
    replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''), coalesce(p ->> 'id', gen_random_uuid()::text), 1,
    'access.note', encode(sha256(convert_to(v_data, 'UTF8')), 'hex'), p -> 'actor', v_occurred,
    date_trunc('second', clock_timestamp()), p ->> 'bundle')
  returning position into v_position;
  insert into zz.outbox (position, agency_id, stream, version) values (v_position, v_agency, v_stream, v_version);
  return true;
end
$$;

create function zz.access_note(p jsonb) returns jsonb
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
  return jsonb_build_object('noted', zz.access_record(p, zz.require_agency(p), p ->> 'subject'));
end
$$;

-- The reading is noted in the transaction that hands out the ciphertext: no note, no ciphertext.
create function zz.sealed_open(p jsonb) returns table (subject text, key_id text, ciphertext bytea)
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
  v_agency constant text := zz.require_agency(p);
  v_row    zz.sealed;
begin
  select * into v_row from zz.sealed t where t.agency_id = v_agency and t.ref = p ->> 'ref';
  if not found then
    return;
  end if;
  perform zz.access_record(p, v_agency, v_row.subject);
  return query select v_row.subject, v_row.key_id, v_row.ciphertext;
end
$$;

revoke all on all functions in schema zz from public;
grant execute on function zz.access_note(jsonb), zz.sealed_open(jsonb) to :"app";
