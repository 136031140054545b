-- What somebody states of a technical or organisational measure that another system holds: append-only, never changed and never
-- taken back; the next word puts a wrong one right.
create table app.measure_check (
  organisation_id   uuid        not null,
  id                uuid        not null,
  policy_version_id uuid        not null,
  school_id         uuid        not null,
  measure           text        not null check (measure ~ '^[a-z][a-z0-9_]{0,79}$'),
  holds             boolean     not null,
  proof             text        not null check (proof in ('report', 'statement', 'screenshot')),
  said              text        not null check (length(said) between 1 and 4000),
  as_set            jsonb       not null default '{}',  -- the values as they are set in the other system, by their names in the pack
  checked_by        uuid        not null,
  party             text        not null,               -- whom the policy asks to check, in whose place they may have stood in
  stands_in         boolean     not null default false,
  checked_at        timestamptz not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, policy_version_id) references app.policy_version (organisation_id, id),
  foreign key (organisation_id, school_id) references app.school (organisation_id, id),
  foreign key (organisation_id, checked_by) references app.person (organisation_id, id)
);
create index measure_check_by_measure on app.measure_check (organisation_id, measure, school_id, checked_at desc, id desc);

alter table app.measure_check enable row level security;
alter table app.measure_check force row level security;

-- How systems are set is no business of pupils and parents: staff, governors and whoever checks read it.
create policy staff_and_governors on app.measure_check for select to kept_web
  using (organisation_id = app.current_organisation() and (
    app.is_system() or (select app.current_is_staff()) or checked_by = app.current_person()
    or (select exists (select 1 from app.person_membership m
          where m.organisation_id = app.current_organisation() and m.person_id = app.current_person()
            and m.kind = 'governor' and m.until_on is null))));
-- In one's own name only, as a post that one holds. Whoever stands in is let in by the pack, and written by the system.
create policy holders_state on app.measure_check for insert to kept_web
  with check (organisation_id = app.current_organisation() and (
    (app.is_system() and stands_in)
    or (checked_by = app.current_person() and not stands_in and party = any ((select app.current_posts())::text[]))));

grant select, insert on app.measure_check to kept_web;

-- The check of a measure is a duty like any other; its name says which.
alter table app.duty drop constraint duty_duty_check;
alter table app.duty add constraint duty_duty_check check (duty ~ '^(measure/)?[a-z][a-z0-9_]{0,79}$');
