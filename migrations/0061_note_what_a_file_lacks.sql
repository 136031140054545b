-- A case that belongs in the file of a pupil who moves, and is not in what was made of it, because whoever made it may not read the
-- case. It is for those who do: whoever made the file learns neither of the case nor that anything was left out.

create table app.pupil_file_gap (
  organisation_id uuid not null,
  id              uuid not null,
  record_id       uuid not null,
  pupil_file_id   uuid not null,
  -- Whoever reads the case need not see the file.
  pupil_id        uuid not null,
  school_name     text not null check (length(school_name) between 1 and 200),
  due_at          timestamptz not null,
  noted_at        timestamptz not null,
  settled_by      uuid,
  settled_at      timestamptz,
  -- That it was sent apart, or need not go; and how, or why.
  sent            boolean,
  says            text check (length(says) between 1 and 1000),
  primary key (organisation_id, id),
  unique (organisation_id, pupil_file_id, record_id),
  foreign key (organisation_id, record_id) references app.record (organisation_id, id),
  foreign key (organisation_id, pupil_file_id) references app.pupil_file (organisation_id, id),
  foreign key (organisation_id, pupil_id) references app.person (organisation_id, id),
  foreign key (organisation_id, settled_by) references app.person (organisation_id, id),
  check (num_nulls(settled_by, settled_at, sent, says) in (0, 4))
);
create index pupil_file_gap_by_record on app.pupil_file_gap (organisation_id, record_id);
create index pupil_file_gap_open on app.pupil_file_gap (organisation_id, due_at, id) where settled_at is null;
alter table app.pupil_file_gap enable row level security;
alter table app.pupil_file_gap force row level security;
create policy handlers on app.pupil_file_gap for select to kept_web
  using (organisation_id = app.current_organisation() and (app.is_system() or exists (
    select 1 from app.record_detail d
     where d.organisation_id = pupil_file_gap.organisation_id and d.record_id = pupil_file_gap.record_id)));
create policy system_notes on app.pupil_file_gap for insert to kept_web
  with check (organisation_id = app.current_organisation() and app.is_system());
create policy handlers_settle on app.pupil_file_gap for update to kept_web
  using (organisation_id = app.current_organisation() and settled_at is null and app.may_change_record(record_id))
  with check (organisation_id = app.current_organisation() and settled_by = app.current_person());
create policy retention_reads on app.pupil_file_gap for select to kept_owner using (true);
create policy retention_erases on app.pupil_file_gap for delete to kept_owner using (true);
grant select, insert, update (settled_by, settled_at, sent, says) on app.pupil_file_gap to kept_web;

create or replace function app.empty_record(org uuid, wanted uuid) returns integer
  language plpgsql security definer set search_path = pg_catalog as $$
declare gone integer; around integer;
begin
  delete from app.ledger_detail d using app.ledger_entry e, app.case_complaint c
   where d.organisation_id = org and e.organisation_id = org and d.chain = e.chain and d.seq = e.seq
     and e.subject_kind = 'case_complaint' and c.organisation_id = org and c.id = e.subject_id and c.record_id = wanted;
  get diagnostics around = row_count;
  delete from app.evidence_signature where organisation_id = org and record_id = wanted;
  delete from app.evidence_entry where organisation_id = org and record_id = wanted;
  delete from app.evidence_file where organisation_id = org and record_id = wanted;
  delete from app.evidence_item where organisation_id = org and record_id = wanted;
  delete from app.notice n where n.organisation_id = org and (n.subject_id = wanted
    or n.subject_id in (select s.id from app.record_notice s where s.organisation_id = org and s.record_id = wanted)
    or n.subject_id in (select g.id from app.record_glass g where g.organisation_id = org and g.record_id = wanted)
    or n.subject_id in (select c.id from app.case_complaint c where c.organisation_id = org and c.record_id = wanted));
  delete from app.notice_call where organisation_id = org and subject_id = wanted;
  delete from app.record_notice where organisation_id = org and record_id = wanted;
  delete from app.record_glass where organisation_id = org and record_id = wanted;
  delete from app.record_conflict where organisation_id = org and record_id = wanted;
  delete from app.ledger_detail d using app.ledger_entry e, app.record_link l
   where d.organisation_id = org and e.organisation_id = org and d.chain = e.chain and d.seq = e.seq
     and e.subject_kind = 'record_link' and l.organisation_id = org and l.id = e.subject_id and wanted in (l.record_id, l.other_id);
  delete from app.record_link where organisation_id = org and wanted in (record_id, other_id);
  delete from app.record_contact where organisation_id = org and record_id = wanted;
  delete from app.record_assignment where organisation_id = org and record_id = wanted;
  delete from app.case_complaint where organisation_id = org and record_id = wanted;
  delete from app.case_follow_up where organisation_id = org and record_id = wanted;
  delete from app.support_word where organisation_id = org and record_id = wanted;
  delete from app.answer_link where organisation_id = org and record_id = wanted;
  delete from app.pupil_file_gap where organisation_id = org and record_id = wanted;
  delete from app.record_step where organisation_id = org and record_id = wanted;
  delete from app.record_event where organisation_id = org and record_id = wanted;
  delete from app.record_person where organisation_id = org and record_id = wanted;
  delete from app.record_reader where organisation_id = org and record_id = wanted;
  delete from app.record_wall where organisation_id = org and record_id = wanted;
  delete from app.record_seen where organisation_id = org and record_id = wanted;
  delete from app.record_detail where organisation_id = org and record_id = wanted;
  delete from app.lasting_effect where organisation_id = org and record_id = wanted;
  delete from app.record_expiry where organisation_id = org and record_id = wanted;
  -- What an effect is called says for whom it was; that this followed from that may stay.
  update app.record_origin set effect = 'erased/' || record_id where organisation_id = org and record_id = wanted;
  update app.duty set note = null where organisation_id = org and record_id = wanted;
  delete from app.ledger_detail d using app.ledger_entry e
   where d.organisation_id = org and e.organisation_id = org and e.record_id = wanted
     and d.chain = e.chain and d.seq = e.seq;
  get diagnostics gone = row_count;
  update app.record set state = 'erased', category = null, occurred_at = null, opened_by = null, given = false
   where organisation_id = org and id = wanted;
  return gone + around;
end $$;
