-- A roster that was uploaded waits, read and without its passwords, until the person who sent it has seen what it
-- would do. And an import may give its own id to a school or person that was entered by hand before.
create table app.roster_upload (
  organisation_id uuid        not null references app.organisation,
  id              uuid        not null,
  uploaded_by     uuid        not null,
  uploaded_at     timestamptz not null,
  name            text        not null check (length(name) between 1 and 200),
  reading         bytea       not null,             -- deflated JSON of the typed roster and its faults
  primary key (organisation_id, id),
  foreign key (organisation_id, uploaded_by) references app.person (organisation_id, id)
);
create index roster_upload_by_person on app.roster_upload (organisation_id, uploaded_by);

alter table app.roster_upload enable row level security;
alter table app.roster_upload force row level security;
-- Whoever sent it sees it, and nobody else.
create policy own_upload on app.roster_upload to kept_web
  using (organisation_id = app.current_organisation() and app.is_person() and uploaded_by = app.current_person())
  with check (organisation_id = app.current_organisation() and app.is_person() and uploaded_by = app.current_person());
grant select, insert, delete on app.roster_upload to kept_web;
-- It is no record: it goes when it has been used or replaced.

grant update (source_id) on app.person, app.school to kept_web;
