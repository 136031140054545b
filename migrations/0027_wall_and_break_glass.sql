-- Walls by name with their reasons; access in an emergency that ends by itself and is reviewed; and what somebody who is
-- walled off still found beside the case: the notice that they had been sent, the concern that it came from, their own looks.

-- Somebody has an interest of their own in a case. The wall itself stands in app.record_wall; why, here, for its handlers.
create table app.record_conflict (
  organisation_id uuid        not null,
  id              uuid        not null,
  record_id       uuid        not null,
  person_id       uuid        not null,
  reason          text        not null check (length(reason) between 1 and 4000),
  set_by          uuid        not null,
  set_at          timestamptz not null,
  lifted_by       uuid,
  lifted_at       timestamptz,
  lift_reason     text        check (length(lift_reason) between 1 and 4000),
  primary key (organisation_id, id),
  foreign key (organisation_id, record_id) references app.record (organisation_id, id),
  foreign key (organisation_id, person_id) references app.person (organisation_id, id),
  foreign key (organisation_id, set_by) references app.person (organisation_id, id),
  foreign key (organisation_id, lifted_by) references app.person (organisation_id, id),
  check ((lifted_at is null) = (lift_reason is null))
);
create unique index record_conflict_once on app.record_conflict (organisation_id, record_id, person_id) where lifted_at is null;
alter table app.record_conflict enable row level security;
alter table app.record_conflict force row level security;
-- Never for the person themselves: the reason may say what they must not know.
create policy handlers on app.record_conflict for select to kept_web
  using (organisation_id = app.current_organisation() and (app.is_system() or exists (
    select 1 from app.record_detail d
     where d.organisation_id = record_conflict.organisation_id and d.record_id = record_conflict.record_id)));
create policy system_writes on app.record_conflict for insert to kept_web
  with check (organisation_id = app.current_organisation() and app.is_system());
create policy system_lifts on app.record_conflict for update to kept_web
  using (organisation_id = app.current_organisation() and app.is_system())
  with check (organisation_id = app.current_organisation());
grant select, insert on app.record_conflict to kept_web;
grant update (lifted_by, lifted_at, lift_reason) on app.record_conflict to kept_web;
-- No update of what was said, and no delete: that the wall stood stays known.
grant update (because) on app.record_wall to kept_web;

-- Somebody outside the circle whom the pack permits opened a case in an emergency. A second person is told, and looks at it.
create table app.record_glass (
  organisation_id uuid        not null,
  id              uuid        not null,
  record_id       uuid        not null,
  person_id       uuid        not null,
  party           text        not null check (length(party) between 1 and 100), -- as what the pack permits them
  reason          text        not null check (length(reason) between 1 and 4000),
  opened_at       timestamptz not null,
  until_at        timestamptz not null,
  ended_at        timestamptz,                     -- given back before its time
  alerted         uuid[]      not null check (cardinality(alerted) between 1 and 20),
  review_due_at   timestamptz not null,
  reviewed_by     uuid,
  reviewed_at     timestamptz,
  found           text        check (found in ('right', 'wrong')),
  review_says     text        check (length(review_says) between 1 and 4000),
  primary key (organisation_id, id),
  foreign key (organisation_id, record_id) references app.record (organisation_id, id),
  foreign key (organisation_id, person_id) references app.person (organisation_id, id),
  foreign key (organisation_id, reviewed_by) references app.person (organisation_id, id),
  check (until_at > opened_at),
  check (not (person_id = any (alerted))),
  -- Nobody reviews what they did themselves.
  check (reviewed_by is null or reviewed_by <> person_id),
  check (num_nulls(reviewed_by, reviewed_at, found, review_says) in (0, 4))
);
create index record_glass_by_record on app.record_glass (organisation_id, record_id, opened_at);
create index record_glass_to_review on app.record_glass (organisation_id, review_due_at) where reviewed_at is null;
alter table app.record_glass enable row level security;
alter table app.record_glass force row level security;
create policy concerned on app.record_glass for select to kept_web
  using (organisation_id = app.current_organisation() and (app.is_system()
    or person_id = app.current_person()
    or app.current_person() = any (alerted)
    or exists (
      select 1 from app.record_detail d
       where d.organisation_id = record_glass.organisation_id and d.record_id = record_glass.record_id)));
create policy system_writes on app.record_glass for insert to kept_web
  with check (organisation_id = app.current_organisation() and app.is_system());
create policy system_changes on app.record_glass for update to kept_web
  using (organisation_id = app.current_organisation() and app.is_system())
  with check (organisation_id = app.current_organisation());
grant select, insert on app.record_glass to kept_web;
grant update (ended_at, reviewed_by, reviewed_at, found, review_says) on app.record_glass to kept_web;

-- Whoever broke the glass reads, and changes nothing; somebody walled off changes nothing either, read or not.
alter table app.record_reader drop constraint record_reader_because_check;
alter table app.record_reader add constraint record_reader_because_check check (because in ('named', 'sight', 'step', 'glass'));
drop policy handlers_change on app.record;
create policy handlers_change on app.record for update to kept_web
  using (organisation_id = app.current_organisation() and (app.is_system()
    or ((circle = any ((select app.current_circles('all'))::text[])
         or exists (select 1 from app.record_reader r
                     where r.organisation_id = record.organisation_id and r.record_id = record.id
                       and r.person_id = app.current_person() and r.because <> 'glass'
                       and (r.until is null or r.until > now())))
        and not exists (select 1 from app.record_wall w
                         where w.organisation_id = record.organisation_id and w.record_id = record.id
                           and w.person_id = app.current_person() and w.lifted_at is null))))
  with check (organisation_id = app.current_organisation());

-- A notice of a case is behind its wall like the case, also when it was sent before somebody was named.
create policy not_walled on app.notice as restrictive for select to kept_web
  using (app.is_system() or (
    not exists (select 1 from app.record_wall w
                 where w.organisation_id = notice.organisation_id and w.record_id = notice.subject_id
                   and w.person_id = app.current_person() and w.lifted_at is null)
    and (subject_kind <> 'record_notice' or exists (
          select 1 from app.record_notice n
           where n.organisation_id = notice.organisation_id and n.id = notice.subject_id))
    and (subject_kind <> 'duty' or not exists (
          select 1 from app.duty d join app.record_wall w
              on w.organisation_id = d.organisation_id and w.record_id = d.record_id
           where d.organisation_id = notice.organisation_id and d.id = notice.subject_id
             and w.person_id = app.current_person() and w.lifted_at is null))));

-- The concern that a case came from is behind the walls of the case.
create policy not_walled on app.concern as restrictive for select to kept_web
  using (record_id is null or app.is_system() or not exists (
    select 1 from app.record_wall w
     where w.organisation_id = concern.organisation_id and w.record_id = concern.record_id
       and w.person_id = app.current_person() and w.lifted_at is null));

-- One's own looks at a case, and what one did in it, are behind its wall too.
create policy not_walled on app.ledger_entry as restrictive for select to kept_web
  using (record_id is null or app.is_system() or not exists (
    select 1 from app.record_wall w
     where w.organisation_id = ledger_entry.organisation_id and w.record_id = ledger_entry.record_id
       and w.person_id = app.current_person() and w.lifted_at is null));
