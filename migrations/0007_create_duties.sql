-- Duties with a date, notices to people, and mail that leaves (or waits in the outbox).

create table app.duty (
  organisation_id   uuid not null,
  id                uuid not null,
  policy_version_id uuid not null,
  duty              text not null check (duty ~ '^[a-z][a-z0-9_]{0,79}$'),
  key               text not null,                 -- the occurrence, such as `2026-W48` or the id of what caused it
  title             text not null check (length(title) between 1 and 300),
  party             text not null,
  school_id         uuid,
  record_id         uuid,
  starts_at         timestamptz not null,
  due_at            timestamptz not null,
  state             text not null check (state in ('open', 'done', 'not_needed')),
  done_at           timestamptz,
  done_by           uuid,
  note              text check (length(note) <= 4000),
  primary key (organisation_id, id),
  unique (organisation_id, duty, key),
  foreign key (organisation_id, policy_version_id) references app.policy_version (organisation_id, id),
  foreign key (organisation_id, school_id) references app.school (organisation_id, id),
  foreign key (organisation_id, record_id) references app.record (organisation_id, id)
);
create index duty_by_due on app.duty (organisation_id, state, due_at, id);
create index duty_by_party on app.duty (organisation_id, party, state, due_at);

create table app.notice (
  organisation_id uuid not null,
  id              uuid not null,
  reader_id       uuid not null,
  code            text not null,
  says            text not null check (length(says) between 1 and 1000),
  href            text not null,
  subject_kind    text not null,
  subject_id      uuid not null,
  party           text,                            -- why this person: the post that the policy names
  clauses         text[] not null default '{}',
  urgent          boolean not null default false,
  written_at      timestamptz not null,
  read_at         timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, reader_id) references app.person (organisation_id, id)
);
create index notice_by_reader on app.notice (organisation_id, reader_id, written_at desc);
create index notice_by_subject on app.notice (organisation_id, subject_kind, subject_id);
create index notice_by_code on app.notice (organisation_id, code, subject_id);

create table app.mail (
  organisation_id uuid not null,
  id              uuid not null,
  to_person_id    uuid,
  to_address      text not null check (length(to_address) <= 320),
  subject         text not null check (length(subject) between 1 and 300),
  body            text not null,
  written_at      timestamptz not null,
  sent_at         timestamptz,
  failed_at       timestamptz,
  failure         text,
  primary key (organisation_id, id),
  foreign key (organisation_id, to_person_id) references app.person (organisation_id, id)
);
create index mail_by_time on app.mail (organisation_id, written_at desc);
create index mail_unsent on app.mail (organisation_id, written_at) where sent_at is null and failed_at is null;

alter table app.duty enable row level security;
alter table app.duty force row level security;
alter table app.notice enable row level security;
alter table app.notice force row level security;
alter table app.mail enable row level security;
alter table app.mail force row level security;

-- A duty about a record is seen by those who see the record; any other by staff, by governors, who oversee them, and by
-- whoever holds the post.
create policy owners on app.duty for select to kept_web
  using (organisation_id = app.current_organisation() and (
    app.is_system()
    or ((record_id is null or exists (select 1 from app.record r
          where r.organisation_id = duty.organisation_id and r.id = duty.record_id))
        and ((select app.current_is_staff()) or party = any ((select app.current_posts())::text[])
             or (select exists (select 1 from app.person_membership m
                  where m.organisation_id = app.current_organisation() and m.person_id = app.current_person()
                    and m.kind = 'governor' and m.until_on is null))))));
create policy system_makes on app.duty for insert to kept_web
  with check (organisation_id = app.current_organisation() and app.is_system());
create policy owners_do on app.duty for update to kept_web
  using (organisation_id = app.current_organisation() and (
    app.is_system() or party = any ((select app.current_posts())::text[])))
  with check (organisation_id = app.current_organisation());

create policy reader on app.notice for select to kept_web
  using (organisation_id = app.current_organisation() and (app.is_system() or reader_id = app.current_person()));
create policy anyone_causes on app.notice for insert to kept_web
  with check (organisation_id = app.current_organisation());
create policy reader_reads on app.notice for update to kept_web
  using (organisation_id = app.current_organisation() and (app.is_system() or reader_id = app.current_person()))
  with check (organisation_id = app.current_organisation());

create policy system_only on app.mail for select to kept_web
  using (organisation_id = app.current_organisation() and (app.is_system()
    or 'network_manager' = any ((select app.current_posts())::text[])));
create policy anyone_causes on app.mail for insert to kept_web
  with check (organisation_id = app.current_organisation());
create policy system_sends on app.mail for update to kept_web
  using (organisation_id = app.current_organisation() and app.is_system())
  with check (organisation_id = app.current_organisation());

grant select, insert on app.duty, app.notice, app.mail to kept_web;
grant update (state, done_at, done_by, note) on app.duty to kept_web;
grant update (read_at) on app.notice to kept_web;
grant update (sent_at, failed_at, failure) on app.mail to kept_web;
