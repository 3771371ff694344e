-- What the public may read, and nothing else: the portal's role sees this schema only.

create table published.decisions (
  agency_id        text   not null,
  id               text   not null,
  document_number  text   not null,
  title            text   not null,
  party            text   not null,
  published_day    date   not null,
  decided_day      date,
  withdrawn_at     timestamptz,
  withdrawn_reason text,
  page             jsonb  not null,
  text             text   not null,
  grams            text[] not null,
  primary key (agency_id, id),
  check ((withdrawn_at is null) = (withdrawn_reason is null))
);
create index decisions_newest on published.decisions (published_day desc, agency_id desc, id desc)
  where withdrawn_at is null;
create index decisions_newest_of_agency on published.decisions (agency_id, published_day desc, id desc)
  where withdrawn_at is null;
create index decisions_grams on published.decisions using gin (grams);

grant usage on schema published to :"portal";
grant select on published.decisions to :"portal";
