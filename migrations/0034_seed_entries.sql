-- Entries that a policy brings along: which record each became, and what the policy said of it then. Kept as the policy wrote it, so
-- that a later version changes what the school has left alone and nothing else.
create table app.seeded_entry (
  organisation_id uuid not null,
  school_id uuid not null,
  kind text not null check (length(kind) between 1 and 60),
  entry text not null check (length(entry) between 1 and 60),
  record_id uuid not null,
  title text not null,
  fields jsonb not null,
  policy_version_id uuid not null,
  primary key (organisation_id, school_id, kind, entry),
  unique (organisation_id, record_id),
  foreign key (organisation_id, school_id) references app.school (organisation_id, id),
  foreign key (organisation_id, record_id) references app.record (organisation_id, id),
  foreign key (organisation_id, policy_version_id) references app.policy_version (organisation_id, id)
);

alter table app.seeded_entry enable row level security;
alter table app.seeded_entry force row level security;
-- What a policy says is no secret of a case: whoever may see the entry sees where it comes from.
create policy with_the_entry on app.seeded_entry for select to kept_web
  using (organisation_id = app.current_organisation() and (app.is_system() or exists (
    select 1 from app.record r where r.organisation_id = seeded_entry.organisation_id and r.id = seeded_entry.record_id)));
create policy system_writes on app.seeded_entry for insert to kept_web
  with check (organisation_id = app.current_organisation() and app.is_system());
create policy system_changes on app.seeded_entry for update to kept_web
  using (organisation_id = app.current_organisation() and app.is_system())
  with check (organisation_id = app.current_organisation());

grant select, insert on app.seeded_entry to kept_web;
grant update (title, fields, policy_version_id) on app.seeded_entry to kept_web;
-- NOTE: delete is not granted: an entry that the policy no longer has keeps its origin.
