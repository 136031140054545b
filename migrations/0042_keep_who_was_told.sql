-- Whom outside the circle of a case somebody told of it, what was answered, and when to ask again; or why nobody was told.
-- A contact is a thread of lines: the first says that somebody was told or not, later ones bring an answer, another try, or
-- say it anew with the reason. Nothing is overwritten.
create table app.record_contact (
  organisation_id  uuid        not null,
  id               uuid        not null,
  record_id        uuid        not null,
  thread_id        uuid        not null,                -- the line that began it
  line             integer     not null check (line >= 0),
  does             text        not null check (does in ('told', 'not_told', 'replied', 'asked_again')),
  party            text        not null check (party ~ '^(party/)?[a-z][a-z0-9_]{0,79}$'),
  about            text        check (length(about) between 1 and 220),  -- whose parents: a person, or somebody described
  step             text        check (length(step) between 1 and 400),   -- the step of the chart that was done with it
  way              text        check (way in ('phone', 'mail', 'web', 'post', 'in_person')),
  at               timestamptz not null,
  spoke_to         text        check (length(spoke_to) between 1 and 300),
  reference        text        check (length(reference) between 1 and 200),
  said             text        check (length(said) between 1 and 8000),
  reply            text        check (length(reply) between 1 and 8000),
  chase_on         date,
  because          text        check (length(because) between 1 and 4000),  -- why nobody was told
  reason           text        check (length(reason) between 1 and 4000),   -- why it is said anew
  entered_by       uuid,
  entered_at       timestamptz not null,
  primary key (organisation_id, id),
  unique (organisation_id, thread_id, line),
  foreign key (organisation_id, record_id) references app.record (organisation_id, id),
  foreign key (organisation_id, thread_id) references app.record_contact (organisation_id, id),
  foreign key (organisation_id, entered_by) references app.person (organisation_id, id),
  check ((line = 0) = (thread_id = id)),
  check ((does = 'not_told') = (because is not null)),
  check ((line > 0 and does in ('told', 'not_told')) = (reason is not null))
);
create index record_contact_by_record on app.record_contact (organisation_id, record_id);
create index record_contact_by_chase on app.record_contact (organisation_id, chase_on) where chase_on is not null;
alter table app.record_contact enable row level security;
alter table app.record_contact force row level security;
-- For those who read the case itself: not for whoever knows only that it exists, and never for whoever is walled off from it.
create policy handlers on app.record_contact for select to kept_web
  using (organisation_id = app.current_organisation() and (app.is_system() or exists (
    select 1 from app.record_detail d
     where d.organisation_id = record_contact.organisation_id and d.record_id = record_contact.record_id)));
create policy system_writes on app.record_contact for insert to kept_web
  with check (organisation_id = app.current_organisation() and app.is_system());
grant select, insert on app.record_contact to kept_web;
-- No update and no delete: a line is never taken back, another one follows it.
create policy retention_reads on app.record_contact for select to kept_owner using (true);
create policy retention_erases on app.record_contact for delete to kept_owner using (true);

-- Who was told goes with the record.
create or replace function app.empty_record(org uuid, wanted uuid) returns integer
  language plpgsql security definer set search_path = pg_catalog as $$
declare gone integer;
begin
  delete from app.evidence_signature where organisation_id = org and record_id = wanted;
  delete from app.evidence_entry where organisation_id = org and record_id = wanted;
  delete from app.evidence_file where organisation_id = org and record_id = wanted;
  delete from app.evidence_item where organisation_id = org and record_id = wanted;
  delete from app.notice n where n.organisation_id = org and (n.subject_id = wanted
    or n.subject_id in (select s.id from app.record_notice s where s.organisation_id = org and s.record_id = wanted)
    or n.subject_id in (select g.id from app.record_glass g where g.organisation_id = org and g.record_id = wanted));
  delete from app.record_notice where organisation_id = org and record_id = wanted;
  delete from app.record_glass where organisation_id = org and record_id = wanted;
  delete from app.record_conflict where organisation_id = org and record_id = wanted;
  delete from app.ledger_detail d using app.ledger_entry e, app.record_link l
   where d.organisation_id = org and e.organisation_id = org and d.chain = e.chain and d.seq = e.seq
     and e.subject_kind = 'record_link' and l.organisation_id = org and l.id = e.subject_id and wanted in (l.record_id, l.other_id);
  delete from app.record_link where organisation_id = org and wanted in (record_id, other_id);
  delete from app.record_contact where organisation_id = org and record_id = wanted;
  delete from app.record_step where organisation_id = org and record_id = wanted;
  delete from app.record_event where organisation_id = org and record_id = wanted;
  delete from app.record_person where organisation_id = org and record_id = wanted;
  delete from app.record_reader where organisation_id = org and record_id = wanted;
  delete from app.record_wall where organisation_id = org and record_id = wanted;
  delete from app.record_seen where organisation_id = org and record_id = wanted;
  delete from app.record_detail where organisation_id = org and record_id = wanted;
  delete from app.lasting_effect where organisation_id = org and record_id = wanted;
  update app.duty set note = null where organisation_id = org and record_id = wanted;
  delete from app.ledger_detail d using app.ledger_entry e
   where d.organisation_id = org and e.organisation_id = org and e.record_id = wanted
     and d.chain = e.chain and d.seq = e.seq;
  get diagnostics gone = row_count;
  update app.record set state = 'erased', category = null, occurred_at = null, opened_by = null
   where organisation_id = org and id = wanted;
  return gone;
end $$;
