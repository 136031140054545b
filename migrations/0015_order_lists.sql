-- Lists are ordered by the column that somebody presses, over an index, and say what is new to whoever looks.

-- When a person last opened a record, theirs alone: who looked and why stands in the ledger's chain of looks.
create table app.record_seen (
  organisation_id uuid not null,
  person_id       uuid not null,
  record_id       uuid not null,
  seen_at         timestamptz not null,
  primary key (organisation_id, person_id, record_id),
  foreign key (organisation_id, person_id) references app.person (organisation_id, id),
  foreign key (organisation_id, record_id) references app.record (organisation_id, id)
);
create index record_seen_by_record on app.record_seen (organisation_id, record_id);
alter table app.record_seen enable row level security;
alter table app.record_seen force row level security;
create policy own on app.record_seen for select to kept_web
  using (organisation_id = app.current_organisation() and person_id = app.current_person());
-- The record is looked for under its own policy: nobody finds out by a mark that a case exists.
create policy own_marks on app.record_seen for insert to kept_web
  with check (organisation_id = app.current_organisation() and person_id = app.current_person() and exists (
    select 1 from app.record r where r.organisation_id = record_seen.organisation_id and r.id = record_seen.record_id));
create policy own_changes on app.record_seen for update to kept_web
  using (organisation_id = app.current_organisation() and person_id = app.current_person())
  with check (organisation_id = app.current_organisation() and person_id = app.current_person());
grant select, insert on app.record_seen to kept_web;
grant update (seen_at) on app.record_seen to kept_web;

-- Incidents: by when it happened, and by how they stand. By date and by kind they have their indexes.
create index record_by_happening on app.record (organisation_id, kind, occurred_at desc nulls last, id);
create index record_by_state on app.record (organisation_id, kind, state, opened_at desc, id);

-- Concerns: what nobody has taken first, danger before all; by time; by what they are about; by who told; one's own.
create index concern_by_standing on app.concern (organisation_id,
  (case when state = 'new' then 0 when state = 'taken' then 1 else 2 end), in_danger desc, told_at desc, id);
create index concern_waiting on app.concern (organisation_id, in_danger desc, told_at, id) where state = 'new';
create index concern_by_time on app.concern (organisation_id, told_at desc, id);
create index concern_by_worry on app.concern (organisation_id, about_kind, told_at desc, id);
create index concern_by_teller on app.concern (organisation_id, reporter_kind, told_at desc, id);
create index concern_by_taker on app.concern (organisation_id, taken_by, told_at desc, id) where state = 'taken';

-- A round that nobody did is closed as missed, with the reason: never as done, and never as not needed.
alter table app.duty drop constraint duty_state_check;
alter table app.duty add constraint duty_state_check check (state in ('open', 'done', 'not_needed', 'missed'));
-- Settled duties pile up over the years; those that are open stay few enough to be put in order as they are read.
create index duty_settled_by_time on app.duty (organisation_id, done_at desc, id) where state <> 'open';
create index duty_settled_by_due on app.duty (organisation_id, due_at, id) where state <> 'open';
create index duty_settled_by_title on app.duty (organisation_id, title, due_at, id) where state <> 'open';
create index duty_settled_by_party on app.duty (organisation_id, party, due_at, id) where state <> 'open';

-- Agreements: what is asked now, by when it is wanted and by when it was asked; by name people have their index.
create index assent_request_by_due on app.assent_request (organisation_id, due_at, id) where state not in ('ended', 'superseded');
create index assent_request_by_asking on app.assent_request (organisation_id, asked_at, id) where state not in ('ended', 'superseded');
