-- One record store: every record kind that a pack declares, incidents too, lives here and runs on the engine of `pack`.

-- What a masked reader may know: that it exists, its kind, category and dates. No names, no free text.
create table app.record (
  organisation_id   uuid not null,
  id                uuid not null,
  kind              text not null check (kind ~ '^[a-z][a-z0-9_]{0,79}$'),
  reference         text not null check (length(reference) between 1 and 40),
  school_id         uuid not null,
  circle            text not null,                 -- `<circle>:<school id>`, see app.circle_post
  category          text,
  state             text not null check (state in ('open', 'closed', 'voided')),
  policy_version_id uuid not null,
  occurred_at       timestamptz,
  opened_at         timestamptz not null,
  opened_by         uuid,
  closed_at         timestamptz,                   -- closed or voided; why it was voided stands with the detail
  files_locked      boolean not null default false, -- suspected abuse images: no upload, no view, no copy
  primary key (organisation_id, id),
  unique (organisation_id, kind, reference),
  foreign key (organisation_id, school_id) references app.school (organisation_id, id),
  foreign key (organisation_id, policy_version_id) references app.policy_version (organisation_id, id)
);
create index record_by_time on app.record (organisation_id, kind, opened_at desc, id);
create index record_open_by_time on app.record (organisation_id, kind, opened_at desc, id) where state = 'open';
create index record_by_category on app.record (organisation_id, kind, category, opened_at desc, id);
create index record_by_circle on app.record (organisation_id, circle, kind, opened_at desc, id);

-- A named person is walled off, whatever post they hold; so is anybody with a conflict of interest.
create table app.record_wall (
  organisation_id uuid not null,
  record_id       uuid not null,
  person_id       uuid not null,
  because         text not null check (because in ('named', 'conflict')),
  lifted_at       timestamptz,                     -- named by mistake: the wall comes down, and that it stood stays known
  primary key (organisation_id, record_id, person_id),
  foreign key (organisation_id, record_id) references app.record (organisation_id, id)
);
create index record_wall_by_person on app.record_wall (organisation_id, person_id, record_id);

-- One person let in beside the circle: by name, because the pack's sight lets their post see records like this one, or
-- because an open step asks for them.
create table app.record_reader (
  organisation_id uuid not null,
  record_id       uuid not null,
  person_id       uuid not null,
  because         text not null default 'named' check (because in ('named', 'sight', 'step')),
  until           timestamptz,
  primary key (organisation_id, record_id, person_id, because),
  foreign key (organisation_id, record_id) references app.record (organisation_id, id)
);
create index record_reader_by_person on app.record_reader (organisation_id, person_id, record_id);

-- The fields that handlers read, with the title and the values of the record's form.
create table app.record_detail (
  organisation_id uuid not null,
  record_id       uuid not null,
  title           text not null check (length(title) between 1 and 200),
  fields          jsonb not null default '{}',
  void_reason     text check (length(void_reason) between 1 and 4000),
  primary key (organisation_id, record_id),
  foreign key (organisation_id, record_id) references app.record (organisation_id, id)
);

create table app.record_person (
  organisation_id uuid not null,
  id              uuid not null,
  record_id       uuid not null,
  person_id       uuid,
  described       text check (length(described) between 1 and 200),  -- somebody the school does not know by record
  part            text not null check (part ~ '^[a-z][a-z0-9_]{0,79}$'),
  added_at        timestamptz not null,
  removed_at      timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, record_id) references app.record (organisation_id, id),
  foreign key (organisation_id, person_id) references app.person (organisation_id, id),
  check ((person_id is null) <> (described is null))
);
create index record_person_by_record on app.record_person (organisation_id, record_id);
create index record_person_by_person on app.record_person (organisation_id, person_id, record_id) where person_id is not null;

-- The run of the flow, event by event. An answer is corrected by a later event, never overwritten.
create table app.record_event (
  organisation_id uuid not null,
  record_id       uuid not null,
  seq             integer not null,
  at              timestamptz not null,
  by_person_id    uuid,
  event           jsonb not null,
  primary key (organisation_id, record_id, seq),
  foreign key (organisation_id, record_id) references app.record (organisation_id, id)
);

-- The steps that stand open now, projected from the events so that lists can ask for them.
create table app.record_step (
  organisation_id uuid not null,
  record_id       uuid not null,
  key             text not null,
  title           text not null,
  party           text not null,
  mandatory       boolean not null,
  opened_at       timestamptz not null,
  due_at          timestamptz,
  primary key (organisation_id, record_id, key),
  foreign key (organisation_id, record_id) references app.record (organisation_id, id)
);
create index record_step_by_due on app.record_step (organisation_id, due_at);

-- A class teacher is told that something concerns their pupil and what to do: these fields, and no more. What a later
-- note says takes the place of an earlier one, which stays.
create table app.record_notice (
  organisation_id uuid not null,
  id              uuid not null,
  record_id       uuid not null,
  reader_id       uuid not null,
  pupil_id        uuid,
  says            text not null check (length(says) between 1 and 1000),
  lines           jsonb not null default '[]',     -- the fields that the pack's sight allows: [{ id, asks, says }]
  written_at      timestamptz not null,
  written_by      uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, record_id) references app.record (organisation_id, id),
  foreign key (organisation_id, reader_id) references app.person (organisation_id, id)
);
create index record_notice_by_reader on app.record_notice (organisation_id, reader_id, written_at desc);
create index record_notice_by_record on app.record_notice (organisation_id, record_id);

alter table app.record enable row level security;
alter table app.record force row level security;
alter table app.record_wall enable row level security;
alter table app.record_wall force row level security;
alter table app.record_reader enable row level security;
alter table app.record_reader force row level security;
alter table app.record_detail enable row level security;
alter table app.record_detail force row level security;
alter table app.record_person enable row level security;
alter table app.record_person force row level security;
alter table app.record_event enable row level security;
alter table app.record_event force row level security;
alter table app.record_step enable row level security;
alter table app.record_step force row level security;
alter table app.record_notice enable row level security;
alter table app.record_notice force row level security;

-- One's own walls and invitations are readable, or the policies below could not look them up. The page never lists them.
create policy own_walls on app.record_wall for select to kept_web
  using (organisation_id = app.current_organisation() and (app.is_system() or person_id = app.current_person()));
create policy system_walls on app.record_wall for insert to kept_web
  with check (organisation_id = app.current_organisation() and app.is_system());
create policy system_lifts on app.record_wall for update to kept_web
  using (organisation_id = app.current_organisation() and app.is_system())
  with check (organisation_id = app.current_organisation());
create policy own_readings on app.record_reader for select to kept_web
  using (organisation_id = app.current_organisation() and (app.is_system() or person_id = app.current_person()));
create policy system_lets_in on app.record_reader for insert to kept_web
  with check (organisation_id = app.current_organisation() and app.is_system());
create policy system_ends on app.record_reader for update to kept_web
  using (organisation_id = app.current_organisation() and app.is_system())
  with check (organisation_id = app.current_organisation());

create policy need_to_know on app.record for select to kept_web
  using (organisation_id = app.current_organisation() and (
    app.is_system()
    or ((circle = any ((select app.current_circles('masked'))::text[])
         or exists (select 1 from app.record_reader r
                     where r.organisation_id = record.organisation_id and r.record_id = record.id
                       and r.person_id = app.current_person() and (r.until is null or r.until > now())))
        and not exists (select 1 from app.record_wall w
                         where w.organisation_id = record.organisation_id and w.record_id = record.id
                           and w.person_id = app.current_person() and w.lifted_at is null))));
-- Commands ask who may, and write as the system: a row that somebody slips in by another way is refused.
create policy system_writes on app.record for insert to kept_web
  with check (organisation_id = app.current_organisation() and app.is_system());
create policy handlers_change on app.record for update to kept_web
  using (organisation_id = app.current_organisation() and (app.is_system()
    or circle = any ((select app.current_circles('all'))::text[])
    or exists (select 1 from app.record_reader r
                where r.organisation_id = record.organisation_id and r.record_id = record.id
                  and r.person_id = app.current_person() and (r.until is null or r.until > now()))))
  with check (organisation_id = app.current_organisation());

-- Handlers: the whole circle reaches, or an invitation by name; the wall has been asked by the record's own policy.
create policy handlers on app.record_detail for select to kept_web
  using (organisation_id = app.current_organisation() and (app.is_system() or exists (
    select 1 from app.record r
     where r.organisation_id = record_detail.organisation_id and r.id = record_detail.record_id
       and (r.circle = any ((select app.current_circles('all'))::text[]) or exists (
         select 1 from app.record_reader i where i.organisation_id = r.organisation_id and i.record_id = r.id
            and i.person_id = app.current_person() and (i.until is null or i.until > now()))))));
create policy system_writes on app.record_detail for insert to kept_web
  with check (organisation_id = app.current_organisation() and app.is_system());
create policy system_changes on app.record_detail for update to kept_web
  using (organisation_id = app.current_organisation() and app.is_system())
  with check (organisation_id = app.current_organisation());

create policy handlers on app.record_person for select to kept_web
  using (organisation_id = app.current_organisation() and (app.is_system() or exists (
    select 1 from app.record r
     where r.organisation_id = record_person.organisation_id and r.id = record_person.record_id
       and (r.circle = any ((select app.current_circles('all'))::text[]) or exists (
         select 1 from app.record_reader i where i.organisation_id = r.organisation_id and i.record_id = r.id
            and i.person_id = app.current_person() and (i.until is null or i.until > now()))))));
create policy system_writes on app.record_person for insert to kept_web
  with check (organisation_id = app.current_organisation() and app.is_system());
create policy system_changes on app.record_person for update to kept_web
  using (organisation_id = app.current_organisation() and app.is_system())
  with check (organisation_id = app.current_organisation());

create policy handlers on app.record_event for select to kept_web
  using (organisation_id = app.current_organisation() and (app.is_system() or exists (
    select 1 from app.record r
     where r.organisation_id = record_event.organisation_id and r.id = record_event.record_id
       and (r.circle = any ((select app.current_circles('all'))::text[]) or exists (
         select 1 from app.record_reader i where i.organisation_id = r.organisation_id and i.record_id = r.id
            and i.person_id = app.current_person() and (i.until is null or i.until > now()))))));
create policy system_writes on app.record_event for insert to kept_web
  with check (organisation_id = app.current_organisation() and app.is_system());

create policy handlers on app.record_step for select to kept_web
  using (organisation_id = app.current_organisation() and (app.is_system() or exists (
    select 1 from app.record r
     where r.organisation_id = record_step.organisation_id and r.id = record_step.record_id
       and (r.circle = any ((select app.current_circles('all'))::text[]) or exists (
         select 1 from app.record_reader i where i.organisation_id = r.organisation_id and i.record_id = r.id
            and i.person_id = app.current_person() and (i.until is null or i.until > now()))))));
create policy system_writes on app.record_step for insert to kept_web
  with check (organisation_id = app.current_organisation() and app.is_system());
create policy system_clears on app.record_step for delete to kept_web
  using (organisation_id = app.current_organisation() and app.is_system());

create policy told on app.record_notice for select to kept_web
  using (organisation_id = app.current_organisation() and (app.is_system()
    or (reader_id = app.current_person() and not exists (
      select 1 from app.record_wall w
       where w.organisation_id = record_notice.organisation_id and w.record_id = record_notice.record_id
         and w.person_id = app.current_person() and w.lifted_at is null))
    or exists (
    select 1 from app.record r
     where r.organisation_id = record_notice.organisation_id and r.id = record_notice.record_id
       and r.circle = any ((select app.current_circles('all'))::text[]))));
create policy system_tells on app.record_notice for insert to kept_web
  with check (organisation_id = app.current_organisation() and app.is_system());

grant select, insert on app.record, app.record_wall, app.record_reader, app.record_detail, app.record_person,
  app.record_event, app.record_notice to kept_web;
grant update (category, state, circle, closed_at, files_locked) on app.record to kept_web;
grant update (title, fields, void_reason) on app.record_detail to kept_web;
grant update (lifted_at) on app.record_wall to kept_web;
grant update (until) on app.record_reader to kept_web;
grant update (removed_at) on app.record_person to kept_web;
grant select, insert, delete on app.record_step to kept_web;
-- No delete on records, people of a record or events: a record is voided with a reason.

-- Search: full-text and ilike are not leakproof, so under a policy their indexes go unused. This picks ids and nothing else;
-- whoever asks joins them to app.record, and its policies decide which come back.
create index record_detail_by_words on app.record_detail using gin (to_tsvector('simple', title || ' ' || fields::text));
create policy definer_reads on app.record for select to kept_owner using (true);
create policy definer_reads on app.record_detail for select to kept_owner using (true);
create policy definer_reads on app.record_person for select to kept_owner using (true);
create function app.search_records(wanted_kind text, words text, most integer) returns setof uuid
  language sql stable security definer set search_path = pg_catalog as $$
  (select d.record_id from app.record_detail d
    where d.organisation_id = app.current_organisation()
      and to_tsvector('simple', d.title || ' ' || d.fields::text) @@ websearch_to_tsquery('simple', words)
    limit most)
  union
  (select k.record_id from app.person p
     join app.record_person k on k.organisation_id = p.organisation_id and k.person_id = p.id
    where p.organisation_id = app.current_organisation()
      and (p.given_name || ' ' || p.family_name) ilike '%' || words || '%'
    limit most)
  union
  (select r.id from app.record r
    where r.organisation_id = app.current_organisation() and r.kind = wanted_kind and r.reference = upper(words) limit 1)
$$;
revoke all on function app.search_records(text, text, integer) from public;
grant execute on function app.search_records(text, text, integer) to kept_web;
