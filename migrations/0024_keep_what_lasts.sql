-- What a record brings about and that goes on after the step that caused it: an action in force, an exception, a gate that is
-- closed for somebody until a day. And which record followed from which.

-- An action, or something to be done, that followed from a case. Once for each effect, however often a job runs.
create table app.record_origin (
  organisation_id uuid not null,
  record_id       uuid not null,
  from_record_id  uuid not null,
  effect          text not null check (length(effect) between 1 and 600),
  primary key (organisation_id, record_id),
  unique (organisation_id, from_record_id, effect),
  foreign key (organisation_id, record_id) references app.record (organisation_id, id),
  foreign key (organisation_id, from_record_id) references app.record (organisation_id, id)
);

-- `act`: the action itself is in force · `lift`: an exception lifts its target · the rest: what the effect of that name did.
create table app.lasting_effect (
  organisation_id uuid        not null,
  id              uuid        not null,
  record_id       uuid        not null,
  key             text        not null check (length(key) between 1 and 600),
  does            text        not null check (does in ('act', 'lift', 'open', 'close', 'lend', 'hold', 'list', 'lock')),
  target          text        not null check (length(target) between 1 and 300),
  person_id       uuid,                                -- whom it is for; none when it is for a thing or for all
  school_id       uuid        not null,
  from_at         timestamptz not null,
  until_at        timestamptz,                         -- when it ends by itself
  remind_at       timestamptz,
  ended_at        timestamptz,
  primary key (organisation_id, id),
  unique (organisation_id, record_id, key),
  foreign key (organisation_id, record_id) references app.record (organisation_id, id),
  foreign key (organisation_id, person_id) references app.person (organisation_id, id),
  foreign key (organisation_id, school_id) references app.school (organisation_id, id)
);
create index lasting_effect_by_target on app.lasting_effect (organisation_id, target, person_id) where ended_at is null;
create index lasting_effect_by_person on app.lasting_effect (organisation_id, person_id) where ended_at is null;
create index lasting_effect_by_end on app.lasting_effect (organisation_id, until_at) where ended_at is null;

alter table app.record_origin enable row level security;
alter table app.record_origin force row level security;
alter table app.lasting_effect enable row level security;
alter table app.lasting_effect force row level security;

-- That something followed from a case is as need-to-know as the case; what lasts, as the record that brought it about.
create policy handlers on app.record_origin for select to kept_web
  using (organisation_id = app.current_organisation() and (app.is_system() or exists (
    select 1 from app.record_detail d
     where d.organisation_id = record_origin.organisation_id and d.record_id = record_origin.from_record_id)));
create policy system_writes on app.record_origin for insert to kept_web
  with check (organisation_id = app.current_organisation() and app.is_system());
create policy handlers on app.lasting_effect for select to kept_web
  using (organisation_id = app.current_organisation() and (app.is_system() or exists (
    select 1 from app.record_detail d
     where d.organisation_id = lasting_effect.organisation_id and d.record_id = lasting_effect.record_id)));
create policy system_writes on app.lasting_effect for insert to kept_web
  with check (organisation_id = app.current_organisation() and app.is_system());
create policy system_ends on app.lasting_effect for update to kept_web
  using (organisation_id = app.current_organisation() and app.is_system())
  with check (organisation_id = app.current_organisation());

grant select, insert on app.record_origin, app.lasting_effect to kept_web;
grant update (ended_at, remind_at) on app.lasting_effect to kept_web;
-- No update of what an effect was, and no delete: that it stood stays known.
