-- A school may let everybody read its policy. Until it says so, its page is shut. The address is made once and stays, because
-- posters and letters carry it.
create table app.policy_page (
  organisation_id uuid        not null,
  school_id       uuid        not null,
  address         text        not null check (address ~ '^[a-z0-9]([a-z0-9-]{0,48}[a-z0-9])?$'),
  open            boolean     not null,
  changed_at      timestamptz not null,
  changed_by      uuid,
  primary key (organisation_id, school_id),
  unique (organisation_id, address),
  foreign key (organisation_id, school_id) references app.school (organisation_id, id),
  foreign key (organisation_id, changed_by) references app.person (organisation_id, id)
);
alter table app.policy_page enable row level security;
alter table app.policy_page force row level security;

-- That a page is shut is nobody's business who is not signed in.
create policy own_organisation on app.policy_page for select to kept_web
  using (organisation_id = app.current_organisation() and (open or app.is_system() or app.is_person()));
create policy keepers_open on app.policy_page for insert to kept_web
  with check (organisation_id = app.current_organisation() and (
    app.is_system() or (select app.keeps_policy())));
create policy keepers_change on app.policy_page for update to kept_web
  using (organisation_id = app.current_organisation() and (
    app.is_system() or (select app.keeps_policy())))
  with check (organisation_id = app.current_organisation());

grant select, insert on app.policy_page to kept_web;
grant update (open, changed_at, changed_by) on app.policy_page to kept_web;
-- No delete is granted, and no update of the address.
