-- People, where they belong, who may act for whom, classes, and who holds which post. People are ended, never deleted.

create table app.person (
  organisation_id uuid not null references app.organisation,
  id              uuid not null,
  given_name      text not null default '' check (length(given_name) <= 200),
  family_name     text not null default '' check (length(family_name) <= 200),
  preferred_name  text check (length(preferred_name) <= 200),
  email           text check (length(email) <= 320),
  source_id       text,
  born_on         date,
  facts           jsonb not null default '{}',  -- what a pack asks of people and no roster says: by the fact's name, without `person.`
  ended_on        date,
  created_at      timestamptz not null default now(),
  primary key (organisation_id, id),
  unique (organisation_id, source_id),
  check (given_name <> '' or family_name <> '')
);
create index person_by_name on app.person (organisation_id, family_name, given_name, id);
create index person_by_email on app.person (organisation_id, lower(email)) where email is not null;

-- Belonging to a school in one capacity for a period; one person may have several.
create table app.person_membership (
  organisation_id uuid not null,
  id              uuid not null,
  person_id       uuid not null,
  school_id       uuid not null,
  kind            text not null check (kind in ('pupil', 'parent', 'staff', 'governor', 'volunteer', 'visitor')),
  year_group      integer check (year_group between -2 and 14),  -- 0 is Reception, -1 Nursery
  from_on         date not null,
  until_on        date,
  primary key (organisation_id, id),
  foreign key (organisation_id, person_id) references app.person (organisation_id, id),
  foreign key (organisation_id, school_id) references app.school (organisation_id, id),
  check (until_on is null or until_on >= from_on)
);
create index person_membership_by_person on app.person_membership (organisation_id, person_id, kind);
create index person_membership_by_school on app.person_membership (organisation_id, school_id, kind, year_group);

-- Who may act for a child. `may_sign` is parental responsibility as the school knows it.
create table app.family_link (
  organisation_id uuid not null,
  id              uuid not null,
  adult_id        uuid not null,
  child_id        uuid not null,
  relationship    text not null default 'parent' check (length(relationship) between 1 and 60),
  may_sign        boolean not null default true,
  from_on         date not null,
  until_on        date,
  primary key (organisation_id, id),
  unique (organisation_id, adult_id, child_id, from_on),
  foreign key (organisation_id, adult_id) references app.person (organisation_id, id),
  foreign key (organisation_id, child_id) references app.person (organisation_id, id)
);
create index family_link_by_adult on app.family_link (organisation_id, adult_id);
create index family_link_by_child on app.family_link (organisation_id, child_id);

create table app.class (
  organisation_id uuid not null,
  id              uuid not null,
  school_id       uuid not null,
  name            text not null check (length(name) between 1 and 200),
  kind            text not null check (kind in ('homeroom', 'scheduled')),
  source_id       text,
  school_year     integer not null,             -- the calendar year in which the school year begins
  from_on         date not null,
  until_on        date,
  primary key (organisation_id, id),
  unique (organisation_id, source_id),
  foreign key (organisation_id, school_id) references app.school (organisation_id, id)
);
create index class_by_school on app.class (organisation_id, school_id, school_year, name);

create table app.class_member (
  organisation_id uuid not null,
  id              uuid not null,
  class_id        uuid not null,
  person_id       uuid not null,
  part            text not null check (part in ('pupil', 'teacher')),
  from_on         date not null,
  until_on        date,
  primary key (organisation_id, id),
  foreign key (organisation_id, class_id) references app.class (organisation_id, id),
  foreign key (organisation_id, person_id) references app.person (organisation_id, id)
);
create index class_member_by_person on app.class_member (organisation_id, person_id, part);
create index class_member_by_class on app.class_member (organisation_id, class_id, part);

-- Who holds a post of the policy, for a period; a null school means every school of the organisation.
create table app.post_holder (
  organisation_id uuid not null,
  id              uuid not null,
  post            text not null check (post ~ '^[a-z][a-z0-9_]{0,79}$'),
  person_id       uuid not null,
  school_id       uuid,
  from_on         date not null,
  until_on        date,
  primary key (organisation_id, id),
  foreign key (organisation_id, person_id) references app.person (organisation_id, id),
  foreign key (organisation_id, school_id) references app.school (organisation_id, id)
);
create index post_holder_by_person on app.post_holder (organisation_id, person_id);
create index post_holder_by_post on app.post_holder (organisation_id, post);

create policy definer_reads on app.person for select to kept_owner using (true);
create policy definer_reads on app.person_membership for select to kept_owner using (true);
create policy definer_reads on app.family_link for select to kept_owner using (true);
create policy definer_reads on app.class for select to kept_owner using (true);
create policy definer_reads on app.class_member for select to kept_owner using (true);
create policy definer_reads on app.post_holder for select to kept_owner using (true);

-- What the database itself knows of the person who acts. Each is asked once per statement, as `(select …)`.
create function app.current_is_staff() returns boolean
  language sql stable security definer set search_path = pg_catalog as $$
  select exists (
    select 1 from app.person_membership m
     where m.organisation_id = app.current_organisation() and m.person_id = app.current_person()
       and m.kind = 'staff' and m.until_on is null)
$$;
create function app.current_children() returns uuid[]
  language sql stable security definer set search_path = pg_catalog as $$
  select coalesce(array_agg(l.child_id), '{}') from app.family_link l
   where l.organisation_id = app.current_organisation() and l.adult_id = app.current_person()
     and l.may_sign and l.until_on is null
$$;
create function app.current_taught() returns uuid[]
  language sql stable security definer set search_path = pg_catalog as $$
  select coalesce(array_agg(distinct p.person_id), '{}')
    from app.class_member t
    join app.class_member p on p.organisation_id = t.organisation_id and p.class_id = t.class_id
                           and p.part = 'pupil' and p.until_on is null
   where t.organisation_id = app.current_organisation() and t.person_id = app.current_person()
     and t.part = 'teacher' and t.until_on is null
$$;
create function app.current_posts() returns text[]
  language sql stable security definer set search_path = pg_catalog as $$
  select coalesce(array_agg(distinct h.post), '{}') from app.post_holder h
   where h.organisation_id = app.current_organisation() and h.person_id = app.current_person() and h.until_on is null
$$;
revoke all on function app.current_is_staff(), app.current_children(), app.current_taught(), app.current_posts() from public;
grant execute on function app.current_is_staff(), app.current_children(), app.current_taught(), app.current_posts() to kept_web;

alter table app.person enable row level security;
alter table app.person force row level security;
alter table app.person_membership enable row level security;
alter table app.person_membership force row level security;
alter table app.family_link enable row level security;
alter table app.family_link force row level security;
alter table app.class enable row level security;
alter table app.class force row level security;
alter table app.class_member enable row level security;
alter table app.class_member force row level security;
alter table app.post_holder enable row level security;
alter table app.post_holder force row level security;

-- Staff know the people of their organisation; everybody knows themselves, their children, and who holds a post.
create policy known_people on app.person for select to kept_web
  using (organisation_id = app.current_organisation() and (
    app.is_system()
    or (select app.current_is_staff())
    or id = app.current_person()
    or id = any ((select app.current_children())::uuid[])
    or (app.is_person() and exists (
      select 1 from app.post_holder h
       where h.organisation_id = person.organisation_id and h.person_id = person.id and h.until_on is null))));
create policy system_writes on app.person for insert to kept_web
  with check (organisation_id = app.current_organisation() and app.is_system());
create policy system_changes on app.person for update to kept_web
  using (organisation_id = app.current_organisation() and app.is_system())
  with check (organisation_id = app.current_organisation());

create policy known_memberships on app.person_membership for select to kept_web
  using (organisation_id = app.current_organisation() and (
    app.is_system() or (select app.current_is_staff()) or person_id = app.current_person()
    or person_id = any ((select app.current_children())::uuid[])));
create policy system_writes on app.person_membership for insert to kept_web
  with check (organisation_id = app.current_organisation() and app.is_system());
create policy system_changes on app.person_membership for update to kept_web
  using (organisation_id = app.current_organisation() and app.is_system())
  with check (organisation_id = app.current_organisation());

-- A parent sees their own links only: what the other household is, is not theirs to know.
create policy known_links on app.family_link for select to kept_web
  using (organisation_id = app.current_organisation() and (
    app.is_system() or (select app.current_is_staff()) or adult_id = app.current_person()));
create policy system_writes on app.family_link for insert to kept_web
  with check (organisation_id = app.current_organisation() and app.is_system());
create policy system_changes on app.family_link for update to kept_web
  using (organisation_id = app.current_organisation() and app.is_system())
  with check (organisation_id = app.current_organisation());

create policy known_classes on app.class for select to kept_web
  using (organisation_id = app.current_organisation() and (app.is_system() or app.is_person()));
create policy system_writes on app.class for insert to kept_web
  with check (organisation_id = app.current_organisation() and app.is_system());
create policy system_changes on app.class for update to kept_web
  using (organisation_id = app.current_organisation() and app.is_system())
  with check (organisation_id = app.current_organisation());

create policy known_members on app.class_member for select to kept_web
  using (organisation_id = app.current_organisation() and (
    app.is_system() or (select app.current_is_staff()) or person_id = app.current_person()
    or person_id = any ((select app.current_children())::uuid[])));
create policy system_writes on app.class_member for insert to kept_web
  with check (organisation_id = app.current_organisation() and app.is_system());
create policy system_changes on app.class_member for update to kept_web
  using (organisation_id = app.current_organisation() and app.is_system())
  with check (organisation_id = app.current_organisation());

create policy known_posts on app.post_holder for select to kept_web
  using (organisation_id = app.current_organisation() and (app.is_system() or app.is_person()));
create policy system_writes on app.post_holder for insert to kept_web
  with check (organisation_id = app.current_organisation() and app.is_system());
create policy system_changes on app.post_holder for update to kept_web
  using (organisation_id = app.current_organisation() and app.is_system())
  with check (organisation_id = app.current_organisation());

grant select, insert on app.person, app.person_membership, app.family_link, app.class, app.class_member, app.post_holder to kept_web;
grant update (given_name, family_name, preferred_name, email, born_on, facts, ended_on) on app.person to kept_web;
grant update (year_group, until_on) on app.person_membership to kept_web;
grant update (relationship, may_sign, until_on) on app.family_link to kept_web;
grant update (name, until_on) on app.class to kept_web;
grant update (until_on) on app.class_member, app.post_holder to kept_web;
-- No delete is granted: people are ended.
