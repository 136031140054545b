-- Concerns: what a reporter tells the school. Who told stands apart from what was told.

create table app.concern (
  organisation_id   uuid not null,
  id                uuid not null,
  school_id         uuid not null,
  circle            text not null,
  policy_version_id uuid not null,
  reporter_kind     text not null check (reporter_kind in ('pupil', 'parent', 'staff', 'governor', 'visitor', 'anonymous')),
  body              text not null check (length(body) between 1 and 8000),
  about_kind        text,
  in_danger         boolean not null,
  wants_answer      boolean not null,
  receipt_hmac      bytea not null,
  told_at           timestamptz not null,
  state             text not null check (state in ('new', 'taken', 'incident', 'closed')),
  taken_by          uuid,
  taken_at          timestamptz,
  record_id         uuid,
  closed_at         timestamptz,
  closing_reason    text check (length(closing_reason) <= 4000),
  primary key (organisation_id, id),
  unique (organisation_id, receipt_hmac),
  foreign key (organisation_id, school_id) references app.school (organisation_id, id),
  foreign key (organisation_id, policy_version_id) references app.policy_version (organisation_id, id),
  foreign key (organisation_id, record_id) references app.record (organisation_id, id)
);
create index concern_by_circle on app.concern (organisation_id, circle, told_at desc, id);
create index concern_by_state on app.concern (organisation_id, state, told_at);

-- Only for a named reporter. An anonymous concern has no row here, and none anywhere else.
create table app.concern_reporter (
  organisation_id uuid not null,
  concern_id      uuid not null,
  person_id       uuid not null,
  primary key (organisation_id, concern_id),
  foreign key (organisation_id, concern_id) references app.concern (organisation_id, id),
  foreign key (organisation_id, person_id) references app.person (organisation_id, id)
);
create index concern_reporter_by_person on app.concern_reporter (organisation_id, person_id);

create table app.concern_message (
  organisation_id uuid not null,
  concern_id      uuid not null,
  id              uuid not null,
  direction       text not null check (direction in ('from_reporter', 'to_reporter')),
  author_id       uuid,                            -- the handler; null for a reporter and for the acknowledgement
  body            text not null check (length(body) between 1 and 8000),
  written_at      timestamptz not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, concern_id) references app.concern (organisation_id, id)
);
create index concern_message_by_concern on app.concern_message (organisation_id, concern_id, written_at);

-- Notes between handlers are a different thing from messages, in a table that a reporter's policies never reach.
create table app.concern_note (
  organisation_id uuid not null,
  concern_id      uuid not null,
  id              uuid not null,
  author_id       uuid not null,
  body            text not null check (length(body) between 1 and 8000),
  written_at      timestamptz not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, concern_id) references app.concern (organisation_id, id)
);
create index concern_note_by_concern on app.concern_note (organisation_id, concern_id, written_at);

-- Staff named in a concern never see it, whatever post they hold.
create table app.concern_wall (
  organisation_id uuid not null,
  concern_id      uuid not null,
  person_id       uuid not null,
  primary key (organisation_id, concern_id, person_id),
  foreign key (organisation_id, concern_id) references app.concern (organisation_id, id),
  foreign key (organisation_id, person_id) references app.person (organisation_id, id)
);
create index concern_wall_by_person on app.concern_wall (organisation_id, person_id, concern_id);

-- One person let in beside the circle: the policy tells them of this kind of worry and lets them see it.
create table app.concern_reader (
  organisation_id uuid not null,
  concern_id      uuid not null,
  person_id       uuid not null,
  primary key (organisation_id, concern_id, person_id),
  foreign key (organisation_id, concern_id) references app.concern (organisation_id, id),
  foreign key (organisation_id, person_id) references app.person (organisation_id, id)
);
create index concern_reader_by_person on app.concern_reader (organisation_id, person_id, concern_id);

create policy definer_reads on app.concern for select to kept_owner using (true);
-- A receipt opens one concern; the HMAC is made with a key that the database does not have.
create function app.concern_by_receipt(wanted bytea) returns uuid
  language sql stable security definer set search_path = pg_catalog as $$
  select c.id from app.concern c where c.organisation_id = app.current_organisation() and c.receipt_hmac = wanted
$$;
revoke all on function app.concern_by_receipt(bytea) from public;
grant execute on function app.concern_by_receipt(bytea) to kept_web;

alter table app.concern enable row level security;
alter table app.concern force row level security;
alter table app.concern_reporter enable row level security;
alter table app.concern_reporter force row level security;
alter table app.concern_message enable row level security;
alter table app.concern_message force row level security;
alter table app.concern_note enable row level security;
alter table app.concern_note force row level security;
alter table app.concern_wall enable row level security;
alter table app.concern_wall force row level security;
alter table app.concern_reader enable row level security;
alter table app.concern_reader force row level security;

-- One's own walls and invitations are readable, or the policies below could not look them up. No page lists them.
create policy own_walls on app.concern_wall for select to kept_web
  using (organisation_id = app.current_organisation() and (app.is_system() or person_id = app.current_person()));
create policy system_walls on app.concern_wall for insert to kept_web
  with check (organisation_id = app.current_organisation() and app.is_system());
create policy own_readings on app.concern_reader for select to kept_web
  using (organisation_id = app.current_organisation() and (app.is_system() or person_id = app.current_person()));
create policy system_lets_in on app.concern_reader for insert to kept_web
  with check (organisation_id = app.current_organisation() and app.is_system());

-- A receipt opens its own concern; the circle and those let in open theirs, unless there is a wall.
create policy need_to_know on app.concern for select to kept_web
  using (organisation_id = app.current_organisation() and (
    app.is_system()
    or id = app.current_concern()
    or ((circle = any ((select app.current_circles('all'))::text[])
         or exists (select 1 from app.concern_reader i
                     where i.organisation_id = concern.organisation_id and i.concern_id = concern.id
                       and i.person_id = app.current_person()))
        and not exists (select 1 from app.concern_wall w
                         where w.organisation_id = concern.organisation_id and w.concern_id = concern.id
                           and w.person_id = app.current_person()))));
create policy anyone_tells on app.concern for insert to kept_web
  with check (organisation_id = app.current_organisation() and state = 'new' and taken_by is null and record_id is null);
-- A change needs the row to be seen, and the policy above has asked for the wall.
create policy handlers_change on app.concern for update to kept_web
  using (organisation_id = app.current_organisation() and (app.is_system() or app.is_person()))
  with check (organisation_id = app.current_organisation());

-- Below, whoever sees the concern is asked through its own policy; a receipt opens the conversation and nothing else.
create policy own_report on app.concern_reporter for select to kept_web
  using (organisation_id = app.current_organisation() and (app.is_system() or (app.is_person() and (
    person_id = app.current_person()
    or exists (select 1 from app.concern c
                where c.organisation_id = concern_reporter.organisation_id and c.id = concern_reporter.concern_id)))));
create policy report_as_oneself on app.concern_reporter for insert to kept_web
  with check (organisation_id = app.current_organisation() and (app.is_system() or person_id = app.current_person()));

create policy conversation on app.concern_message for select to kept_web
  using (organisation_id = app.current_organisation() and (
    app.is_system()
    or concern_id = app.current_concern()
    or (app.is_person() and exists (
      select 1 from app.concern c
       where c.organisation_id = concern_message.organisation_id and c.id = concern_message.concern_id))));
create policy conversation_goes_on on app.concern_message for insert to kept_web
  with check (organisation_id = app.current_organisation() and (
    app.is_system()
    or (direction = 'from_reporter' and concern_id = app.current_concern() and author_id is null)
    or (direction = 'to_reporter' and author_id = app.current_person() and exists (
      select 1 from app.concern c
       where c.organisation_id = concern_message.organisation_id and c.id = concern_message.concern_id))));

create policy handlers on app.concern_note to kept_web
  using (organisation_id = app.current_organisation() and (app.is_system() or (app.is_person() and exists (
    select 1 from app.concern c
     where c.organisation_id = concern_note.organisation_id and c.id = concern_note.concern_id))))
  with check (organisation_id = app.current_organisation() and app.is_person() and author_id = app.current_person()
    and exists (
      select 1 from app.concern c
       where c.organisation_id = concern_note.organisation_id and c.id = concern_note.concern_id));

grant select, insert on app.concern, app.concern_reporter, app.concern_message, app.concern_note, app.concern_wall,
  app.concern_reader to kept_web;
grant update (circle, state, taken_by, taken_at, record_id, closed_at, closing_reason) on app.concern to kept_web;
-- No delete, and no change of what was told.

-- Search picks ids and nothing else, as for records; whoever asks joins them to app.concern, and its policy decides.
create index concern_by_words on app.concern using gin (to_tsvector('simple', body));
create function app.search_concerns(words text, most integer) returns setof uuid
  language sql stable security definer set search_path = pg_catalog as $$
  select c.id from app.concern c
   where c.organisation_id = app.current_organisation()
     and to_tsvector('simple', c.body) @@ websearch_to_tsquery('simple', words)
   limit most
$$;
revoke all on function app.search_concerns(text, integer) from public;
grant execute on function app.search_concerns(text, integer) to kept_web;
