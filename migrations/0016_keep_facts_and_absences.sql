-- What is known of a person by a form: the facts that a pack takes `from: form`. A sensitive fact names the circle of those
-- whom the pack lets see it (its `seen_by`); everybody else who knows the person does not even see that there is one.
create table app.person_fact (
  organisation_id uuid        not null,
  person_id       uuid        not null,
  fact            text        not null check (fact ~ '^[a-z][a-z0-9_]{0,59}$'),
  value           jsonb       not null,
  circle          text        check (circle ~ '^[a-z][a-z0-9_]{0,79}$'),
  set_by          uuid,
  set_at          timestamptz not null,
  primary key (organisation_id, person_id, fact),
  foreign key (organisation_id, person_id) references app.person (organisation_id, id),
  foreign key (organisation_id, set_by) references app.person (organisation_id, id)
);
alter table app.person_fact enable row level security;
alter table app.person_fact force row level security;
create policy known_facts on app.person_fact for select to kept_web
  using (organisation_id = app.current_organisation() and (
    app.is_system()
    or (circle is null and ((select app.current_is_staff()) or person_id = app.current_person()))
    or (circle is not null and exists (
          select 1 from app.person_membership m
           where m.organisation_id = person_fact.organisation_id and m.person_id = person_fact.person_id
             and m.until_on is null
             and person_fact.circle || ':' || m.school_id::text = any ((select app.current_circles('all'))::text[])))));
create policy system_writes on app.person_fact for insert to kept_web
  with check (organisation_id = app.current_organisation() and app.is_system());
create policy system_changes on app.person_fact for update to kept_web
  using (organisation_id = app.current_organisation() and app.is_system())
  with check (organisation_id = app.current_organisation());
create policy system_forgets on app.person_fact for delete to kept_web
  using (organisation_id = app.current_organisation() and app.is_system());
grant select, insert, delete on app.person_fact to kept_web;
grant update (value, circle, set_by, set_at) on app.person_fact to kept_web;

-- When the holder of a post is away. From the first day to the last, whoever stands in acts; never before and never after.
-- Why somebody is away is nobody's business here: there is no field for it.
create table app.absence (
  organisation_id uuid        not null,
  id              uuid        not null,
  person_id       uuid        not null,
  from_on         date        not null,
  until_on        date        check (until_on >= from_on),
  noted_by        uuid,
  noted_at        timestamptz not null,
  called_off_at   timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, person_id) references app.person (organisation_id, id),
  foreign key (organisation_id, noted_by) references app.person (organisation_id, id)
);
create index absence_by_person on app.absence (organisation_id, person_id, from_on);
create index absence_by_day on app.absence (organisation_id, from_on) where called_off_at is null;
alter table app.absence enable row level security;
alter table app.absence force row level security;
create policy known_absences on app.absence for select to kept_web
  using (organisation_id = app.current_organisation()
    and (app.is_system() or person_id = app.current_person() or (select app.current_is_staff())));
create policy system_writes on app.absence for insert to kept_web
  with check (organisation_id = app.current_organisation() and app.is_system());
create policy system_changes on app.absence for update to kept_web
  using (organisation_id = app.current_organisation() and app.is_system())
  with check (organisation_id = app.current_organisation());
grant select, insert on app.absence to kept_web;
grant update (until_on, called_off_at) on app.absence to kept_web;
-- No delete: that somebody stood in on a day must stay provable.

-- Signing in the presence of staff, on a device of the school: in class on signing day, or in person at the front desk.
-- Whoever was present stands beside the signature, as with paper; nobody is present for themselves.
alter table app.signature drop constraint signature_way_check;
alter table app.signature drop constraint signature_check;
alter table app.signature add constraint signature_way_check
  check (way in ('link', 'screen', 'paper', 'class', 'in_person'));
alter table app.signature add constraint signature_witness_check check (
  case when way in ('link', 'screen') then recorded_by is null
       when way in ('paper', 'in_person') then recorded_by is not null
       else true end);
drop policy sign_as_oneself on app.signature;
create policy sign_as_oneself on app.signature for insert to kept_web
  with check (organisation_id = app.current_organisation() and (
    app.is_system()
    or (signer_id = app.current_person() and way in ('link', 'screen', 'class') and recorded_by is null
        and (about_id = app.current_person() or about_id = any ((select app.current_children())::uuid[])))
    or ((select app.current_is_staff()) and way in ('paper', 'class', 'in_person')
        and recorded_by = app.current_person() and signer_id <> app.current_person())));
