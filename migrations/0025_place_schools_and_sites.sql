-- Schools and sites stand where the policy's own map of the organisation has them. A site may belong to several schools, and a
-- post may be held at a site: one row for each school of the site, so that whoever asks for a school finds it.

-- What the policy calls the school or site; without it, a school is known by its name.
alter table app.school add column place text check (place ~ '^[a-z][a-z0-9_]{0,59}$');
create unique index school_by_place on app.school (organisation_id, place) where place is not null;
grant update (place) on app.school to kept_web;

alter table app.site add column place text check (place ~ '^[a-z][a-z0-9_]{0,59}$');
create unique index site_by_place on app.site (organisation_id, place) where place is not null;
grant update (place) on app.site to kept_web;

-- The further schools that a site belongs to, beside its first.
create table app.site_school (
  organisation_id uuid not null,
  site_id         uuid not null,
  school_id       uuid not null,
  primary key (organisation_id, site_id, school_id),
  foreign key (organisation_id, site_id) references app.site (organisation_id, id),
  foreign key (organisation_id, school_id) references app.school (organisation_id, id)
);
create index site_school_by_school on app.site_school (organisation_id, school_id);
alter table app.site_school enable row level security;
alter table app.site_school force row level security;
create policy own_organisation on app.site_school
  using (organisation_id = app.current_organisation()) with check (organisation_id = app.current_organisation() and app.is_system());
grant select, insert on app.site_school to kept_web;

alter table app.post_holder add column site_id uuid;
alter table app.post_holder add foreign key (organisation_id, site_id) references app.site (organisation_id, id);
-- Held at a site is held for its schools, never for all of the organisation.
alter table app.post_holder add constraint post_holder_site_has_school check (site_id is null or school_id is not null);
