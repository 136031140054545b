-- Telling, whole: who is called in an emergency, how a concern came, its files, duplicates, and what came of it for all to read.

-- Who was called, one after the other, until somebody took it. `number` counts the calls of a rule about one thing.
create table app.notice_call (
  organisation_id uuid not null,
  id              uuid not null,
  subject_kind    text not null check (subject_kind in ('concern', 'record')),
  subject_id      uuid not null,
  rule            text not null,
  number          integer not null check (number >= 0),
  party           text not null,
  person_id       uuid not null,
  called_at       timestamptz not null,
  primary key (organisation_id, id),
  unique (organisation_id, subject_id, rule, number, person_id),
  foreign key (organisation_id, person_id) references app.person (organisation_id, id)
);
create index notice_call_by_person on app.notice_call (organisation_id, person_id, called_at desc);

alter table app.concern
  add column came_by text not null default 'form'
    check (came_by in ('form', 'in_person', 'phone', 'paper', 'monitoring', 'complaint')),
  add column read_at timestamptz,                  -- when one of those who look after concerns first opened it
  add column joined_to uuid,                       -- the concern about the same thing with which it is dealt with
  add constraint concern_joined foreign key (organisation_id, joined_to) references app.concern (organisation_id, id),
  add constraint concern_not_to_itself check (joined_to <> id);
alter table app.concern drop constraint concern_reporter_kind_check;
alter table app.concern add constraint concern_reporter_kind_check
  check (reporter_kind in ('pupil', 'parent', 'staff', 'governor', 'visitor', 'anonymous', 'software'));
create index concern_by_main on app.concern (organisation_id, joined_to) where joined_to is not null;

-- What a member of staff wrote down for somebody: who wrote, and who told or called, as far as they said. Apart, as who told is.
create table app.concern_entry (
  organisation_id uuid not null,
  concern_id      uuid not null,
  entered_by      uuid not null,
  told_by         text check (length(told_by) between 1 and 300),
  heard_at        timestamptz not null,
  primary key (organisation_id, concern_id),
  foreign key (organisation_id, concern_id) references app.concern (organisation_id, id),
  foreign key (organisation_id, entered_by) references app.person (organisation_id, id)
);
create index concern_entry_by_person on app.concern_entry (organisation_id, entered_by);

-- A file that came with a concern: only the cleaned one is kept, and what was taken out of it is said.
create table app.concern_file (
  organisation_id uuid not null,
  concern_id      uuid not null,
  id              uuid not null,
  sha256          text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  bytes           bigint not null,
  type            text not null,
  cleaned         text[] not null,                 -- what was removed: `place`, `camera`, `author`, …
  from_reporter   boolean not null,
  received_at     timestamptz not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, concern_id) references app.concern (organisation_id, id)
);
create index concern_file_by_concern on app.concern_file (organisation_id, concern_id, received_at);

-- Each joining of two concerns and its undoing: nothing of it is ever taken away.
create table app.concern_join (
  organisation_id uuid not null,
  id              uuid not null,
  concern_id      uuid not null,
  main_id         uuid not null,
  joined_by       uuid not null,
  joined_at       timestamptz not null,
  reason          text not null check (length(reason) between 1 and 4000),
  parted_by       uuid,
  parted_at       timestamptz,
  parted_reason   text check (length(parted_reason) between 1 and 4000),
  primary key (organisation_id, id),
  foreign key (organisation_id, concern_id) references app.concern (organisation_id, id),
  foreign key (organisation_id, main_id) references app.concern (organisation_id, id),
  foreign key (organisation_id, joined_by) references app.person (organisation_id, id),
  foreign key (organisation_id, parted_by) references app.person (organisation_id, id),
  check ((parted_by is null) = (parted_at is null))
);
create unique index concern_join_open on app.concern_join (organisation_id, concern_id) where parted_at is null;
create index concern_join_by_main on app.concern_join (organisation_id, main_id);

-- "You said, we did": what became of closed concerns, without names, written by one and released by another.
create table app.you_said (
  organisation_id uuid not null,
  id              uuid not null,
  school_id       uuid not null,
  circle          text not null,
  said            text not null check (length(said) between 1 and 600),
  did             text not null check (length(did) between 1 and 600),
  readers         text[] not null check (readers <> '{}' and readers <@ array['pupil', 'parent', 'staff', 'governor']),
  doubtful        text[] not null default '{}',    -- words that might be names, which the writer says are none
  written_by      uuid not null,
  written_at      timestamptz not null,
  state           text not null check (state in ('waiting', 'shown', 'refused', 'withdrawn')),
  decided_by      uuid check (decided_by <> written_by),
  decided_at      timestamptz,
  decided_reason  text check (length(decided_reason) between 1 and 1000),
  primary key (organisation_id, id),
  foreign key (organisation_id, school_id) references app.school (organisation_id, id),
  foreign key (organisation_id, written_by) references app.person (organisation_id, id),
  foreign key (organisation_id, decided_by) references app.person (organisation_id, id),
  check ((state = 'waiting') = (decided_by is null))
);
create index you_said_by_time on app.you_said (organisation_id, state, decided_at desc);

create table app.you_said_of (
  organisation_id uuid not null,
  you_said_id     uuid not null,
  concern_id      uuid not null,
  primary key (organisation_id, you_said_id, concern_id),
  foreign key (organisation_id, you_said_id) references app.you_said (organisation_id, id),
  foreign key (organisation_id, concern_id) references app.concern (organisation_id, id)
);

alter table app.notice_call enable row level security;
alter table app.notice_call force row level security;
alter table app.concern_entry enable row level security;
alter table app.concern_entry force row level security;
alter table app.concern_file enable row level security;
alter table app.concern_file force row level security;
alter table app.concern_join enable row level security;
alter table app.concern_join force row level security;
alter table app.you_said enable row level security;
alter table app.you_said force row level security;
alter table app.you_said_of enable row level security;
alter table app.you_said_of force row level security;

-- Whoever sees the thing sees who was called about it; one's own calls are seen by oneself.
create policy callers on app.notice_call for select to kept_web
  using (organisation_id = app.current_organisation() and (
    app.is_system()
    or person_id = app.current_person()
    or (subject_kind = 'concern' and app.is_person() and exists (
      select 1 from app.concern c where c.organisation_id = notice_call.organisation_id and c.id = notice_call.subject_id))
    or (subject_kind = 'record' and app.is_person() and exists (
      select 1 from app.record r where r.organisation_id = notice_call.organisation_id and r.id = notice_call.subject_id))));
create policy system_calls on app.notice_call for insert to kept_web
  with check (organisation_id = app.current_organisation() and app.is_system());

create policy handlers on app.concern_entry for select to kept_web
  using (organisation_id = app.current_organisation() and (
    app.is_system()
    or entered_by = app.current_person()
    or (app.is_person() and exists (
      select 1 from app.concern c
       where c.organisation_id = concern_entry.organisation_id and c.id = concern_entry.concern_id))));
create policy enter_as_oneself on app.concern_entry for insert to kept_web
  with check (organisation_id = app.current_organisation() and entered_by = app.current_person());

create policy conversation on app.concern_file for select to kept_web
  using (organisation_id = app.current_organisation() and (
    app.is_system()
    or concern_id = app.current_concern()
    or (app.is_person() and exists (
      select 1 from app.concern c
       where c.organisation_id = concern_file.organisation_id and c.id = concern_file.concern_id))));
create policy reporter_sends on app.concern_file for insert to kept_web
  with check (organisation_id = app.current_organisation() and (
    app.is_system() or (from_reporter and concern_id = app.current_concern())));

create policy handlers on app.concern_join for select to kept_web
  using (organisation_id = app.current_organisation() and (app.is_system() or (app.is_person() and exists (
    select 1 from app.concern c
     where c.organisation_id = concern_join.organisation_id and c.id = concern_join.concern_id))));
create policy handlers_join on app.concern_join for insert to kept_web
  with check (organisation_id = app.current_organisation() and joined_by = app.current_person()
    and parted_at is null
    and exists (select 1 from app.concern c
                 where c.organisation_id = concern_join.organisation_id and c.id = concern_join.concern_id)
    and exists (select 1 from app.concern c
                 where c.organisation_id = concern_join.organisation_id and c.id = concern_join.main_id));
create policy handlers_part on app.concern_join for update to kept_web
  using (organisation_id = app.current_organisation() and parted_at is null and app.is_person() and exists (
    select 1 from app.concern c
     where c.organisation_id = concern_join.organisation_id and c.id = concern_join.concern_id))
  with check (organisation_id = app.current_organisation() and parted_by = app.current_person());

-- What is shown is for everybody whom it is for; before that only those who look after concerns know of it.
create policy readers on app.you_said for select to kept_web
  using (organisation_id = app.current_organisation() and (
    app.is_system()
    or state = 'shown'
    or circle = any ((select app.current_circles('all'))::text[])));
create policy handlers_write on app.you_said for insert to kept_web
  with check (organisation_id = app.current_organisation() and written_by = app.current_person() and state = 'waiting'
    and circle = any ((select app.current_circles('all'))::text[]));
create policy second_decides on app.you_said for update to kept_web
  using (organisation_id = app.current_organisation() and circle = any ((select app.current_circles('all'))::text[]))
  with check (organisation_id = app.current_organisation() and decided_by = app.current_person());

create policy handlers on app.you_said_of for select to kept_web
  using (organisation_id = app.current_organisation() and (app.is_system() or (app.is_person() and exists (
    select 1 from app.concern c
     where c.organisation_id = you_said_of.organisation_id and c.id = you_said_of.concern_id))));
create policy handlers_write on app.you_said_of for insert to kept_web
  with check (organisation_id = app.current_organisation() and app.is_person() and exists (
    select 1 from app.concern c
     where c.organisation_id = you_said_of.organisation_id and c.id = you_said_of.concern_id and c.state = 'closed'));

grant select, insert on app.notice_call, app.concern_entry, app.concern_file, app.concern_join, app.you_said,
  app.you_said_of to kept_web;
grant update (read_at, joined_to) on app.concern to kept_web;
grant update (parted_by, parted_at, parted_reason) on app.concern_join to kept_web;
grant update (state, decided_by, decided_at, decided_reason) on app.you_said to kept_web;
-- No delete anywhere, and no change of what was said.
