-- The ground that every other table stands on: who acts, the organisation with its schools, and the ledger.
-- Roles (kept_owner, kept_web, kept_jobs) belong to the cluster and exist before the first migration runs.

create schema app;
create schema identity;
grant usage on schema app, identity to kept_web;

-- Who acts is said once per transaction by `set local`; nobody set means null, and null matches no row.
create function app.current_organisation() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('app.organisation_id', true), '')::uuid $$;
create function app.current_person() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('app.person_id', true), '')::uuid $$;
-- A reporter without an account who came back with a receipt: the one concern that the receipt opens.
create function app.current_concern() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('app.concern_id', true), '')::uuid $$;
create function app.is_system() returns boolean language sql stable parallel safe
  as $$ select coalesce(current_setting('app.actor_kind', true) = 'system', false) $$;
create function app.is_person() returns boolean language sql stable parallel safe
  as $$ select coalesce(current_setting('app.actor_kind', true) = 'person', false) $$;

create table app.organisation (
  organisation_id uuid primary key,
  slug            text not null unique check (slug ~ '^[a-z0-9]([a-z0-9-]{0,48}[a-z0-9])?$'),
  name            text not null check (length(name) between 1 and 200),
  zone            text not null default 'Europe/London',
  settings        jsonb not null default '{}',
  sample          boolean not null default false,
  created_at      timestamptz not null default now()
);

create table app.school (
  organisation_id uuid not null references app.organisation,
  id              uuid not null,
  name            text not null check (length(name) between 1 and 200),
  source_id       text,
  phases          text[] not null default '{}',
  created_at      timestamptz not null default now(),
  primary key (organisation_id, id),
  unique (organisation_id, source_id)
);

create table app.site (
  organisation_id uuid not null,
  id              uuid not null,
  school_id       uuid not null,
  name            text not null check (length(name) between 1 and 200),
  primary key (organisation_id, id),
  foreign key (organisation_id, school_id) references app.school (organisation_id, id)
);

-- School terms; days inside a term but off (half term, INSET) stand in `days_off`.
create table app.term (
  organisation_id uuid not null,
  id              uuid not null,
  school_id       uuid not null,
  title           text not null,
  starts_on       date not null,
  ends_on         date not null,
  days_off        jsonb not null default '[]',
  primary key (organisation_id, id),
  unique (organisation_id, school_id, starts_on),
  foreign key (organisation_id, school_id) references app.school (organisation_id, id),
  check (ends_on >= starts_on)
);

-- Numbers that people read aloud (INC-0147): one row per organisation and kind, never a sequence shared by tenants.
create table app.counter (
  organisation_id uuid not null references app.organisation,
  name            text not null,
  value           bigint not null default 0,
  primary key (organisation_id, name)
);

-- The ledger: one gapless chain per organisation for changes, one for looks ("read"). Nothing here is ever changed.
create table app.ledger_head (
  organisation_id uuid not null references app.organisation,
  chain           text not null check (chain in ('main', 'read')),
  seq             bigint not null default 0,
  hash            bytea not null default '\x0000000000000000000000000000000000000000000000000000000000000000',
  at              timestamptz not null default now(),
  primary key (organisation_id, chain)
);

create table app.ledger_entry (
  organisation_id   uuid not null references app.organisation,
  chain             text not null,
  seq               bigint not null,
  at                timestamptz not null,
  code              text not null check (length(code) between 1 and 120),
  actor_kind        text not null check (actor_kind in ('person', 'anonymous', 'system')),
  actor_person_id   uuid,
  actor_name        text,
  subject_kind      text,
  subject_id        uuid,
  record_id         uuid,
  person_id         uuid,
  policy_version_id uuid,
  clauses           text[] not null default '{}',
  details_hash      bytea,
  previous_hash     bytea not null,
  hash              bytea not null,
  primary key (organisation_id, chain, seq)
);
create index ledger_entry_by_subject on app.ledger_entry (organisation_id, subject_kind, subject_id, seq);
create index ledger_entry_by_record on app.ledger_entry (organisation_id, record_id, seq) where record_id is not null;
create index ledger_entry_by_clause on app.ledger_entry using gin (clauses) where clauses <> '{}';

-- What was said, apart from the chain: retention may erase it, and the chain still holds.
create table app.ledger_detail (
  organisation_id uuid not null,
  chain           text not null,
  seq             bigint not null,
  salt            bytea not null,
  details         text not null,
  primary key (organisation_id, chain, seq),
  foreign key (organisation_id, chain, seq) references app.ledger_entry (organisation_id, chain, seq)
);

alter table app.organisation enable row level security;
alter table app.organisation force row level security;
alter table app.school enable row level security;
alter table app.school force row level security;
alter table app.site enable row level security;
alter table app.site force row level security;
alter table app.term enable row level security;
alter table app.term force row level security;
alter table app.counter enable row level security;
alter table app.counter force row level security;
alter table app.ledger_head enable row level security;
alter table app.ledger_head force row level security;
alter table app.ledger_entry enable row level security;
alter table app.ledger_entry force row level security;
alter table app.ledger_detail enable row level security;
alter table app.ledger_detail force row level security;

create policy own_organisation on app.organisation to kept_web
  using (organisation_id = app.current_organisation()) with check (organisation_id = app.current_organisation());
create policy own_organisation on app.school to kept_web
  using (organisation_id = app.current_organisation())
  with check (organisation_id = app.current_organisation() and app.is_system());
create policy own_organisation on app.site to kept_web
  using (organisation_id = app.current_organisation())
  with check (organisation_id = app.current_organisation() and app.is_system());
create policy own_organisation on app.term to kept_web
  using (organisation_id = app.current_organisation())
  with check (organisation_id = app.current_organisation() and app.is_system());
create policy own_organisation on app.counter to kept_web
  using (organisation_id = app.current_organisation()) with check (organisation_id = app.current_organisation());
create policy own_organisation on app.ledger_head to kept_web
  using (organisation_id = app.current_organisation()) with check (organisation_id = app.current_organisation());
-- Read policies of the entries stand in 0009, after what they are about exists.
create policy append on app.ledger_entry for insert to kept_web
  with check (organisation_id = app.current_organisation());
create policy append on app.ledger_detail for insert to kept_web
  with check (organisation_id = app.current_organisation());

grant select, insert on app.organisation to kept_web;
grant update (name, settings) on app.organisation to kept_web;
grant select, insert on app.school, app.site, app.term to kept_web;
grant update (name, phases) on app.school to kept_web;
grant update (title, ends_on, days_off) on app.term to kept_web;
grant select, insert, update (value) on app.counter to kept_web;
grant select, insert, update (seq, hash, at) on app.ledger_head to kept_web;
grant select, insert on app.ledger_entry, app.ledger_detail to kept_web;
-- No update and no delete is granted on the ledger: the record stands even if our code is wrong.

-- Definer functions run as kept_owner, which force row level security binds too: it may read, and no more.
create policy definer_reads on app.organisation for select to kept_owner using (true);

-- Which organisation a page belongs to is asked before anybody is known.
create function app.organisation_by_slug(wanted text) returns table (organisation_id uuid, name text, sample boolean)
  language sql stable security definer set search_path = pg_catalog
  as $$ select o.organisation_id, o.name, o.sample from app.organisation o where o.slug = wanted $$;
create function app.list_organisations() returns table (organisation_id uuid, slug text, name text, sample boolean)
  language sql stable security definer set search_path = pg_catalog
  as $$ select o.organisation_id, o.slug, o.name, o.sample from app.organisation o order by o.slug $$;
revoke all on function app.organisation_by_slug(text), app.list_organisations() from public;
grant execute on function app.organisation_by_slug(text), app.list_organisations() to kept_web;
