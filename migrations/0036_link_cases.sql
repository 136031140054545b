-- Two cases that belong together: shown on both, to whoever may see both and to nobody else.
create table app.record_link (
  organisation_id uuid        not null,
  id              uuid        not null,
  record_id       uuid        not null,
  other_id        uuid        not null,
  reason          text        not null check (length(reason) between 1 and 4000),
  linked_by       uuid        not null,
  linked_at       timestamptz not null,
  ended_by        uuid,
  ended_at        timestamptz,
  end_reason      text        check (length(end_reason) between 1 and 4000),
  primary key (organisation_id, id),
  foreign key (organisation_id, record_id) references app.record (organisation_id, id),
  foreign key (organisation_id, other_id) references app.record (organisation_id, id),
  foreign key (organisation_id, linked_by) references app.person (organisation_id, id),
  foreign key (organisation_id, ended_by) references app.person (organisation_id, id),
  check (record_id <> other_id),
  check (num_nulls(ended_by, ended_at, end_reason) in (0, 3))
);
create unique index record_link_once on app.record_link
  (organisation_id, least(record_id, other_id), greatest(record_id, other_id)) where ended_at is null;
create index record_link_by_record on app.record_link (organisation_id, record_id);
create index record_link_by_other on app.record_link (organisation_id, other_id);
alter table app.record_link enable row level security;
alter table app.record_link force row level security;
create policy sees_both on app.record_link for select to kept_web
  using (organisation_id = app.current_organisation() and (app.is_system() or (
    exists (select 1 from app.record_detail d
             where d.organisation_id = record_link.organisation_id and d.record_id = record_link.record_id)
    and exists (select 1 from app.record_detail d
                 where d.organisation_id = record_link.organisation_id and d.record_id = record_link.other_id))));
create policy links_what_they_see on app.record_link for insert to kept_web
  with check (organisation_id = app.current_organisation() and linked_by = app.current_person()
    and exists (select 1 from app.record_detail d
                 where d.organisation_id = record_link.organisation_id and d.record_id = record_link.record_id)
    and exists (select 1 from app.record_detail d
                 where d.organisation_id = record_link.organisation_id and d.record_id = record_link.other_id));
create policy ends_what_they_see on app.record_link for update to kept_web
  using (organisation_id = app.current_organisation() and ended_at is null and not app.is_system())
  with check (organisation_id = app.current_organisation() and ended_by = app.current_person());
grant select, insert on app.record_link to kept_web;
grant update (ended_by, ended_at, end_reason) on app.record_link to kept_web;
-- No update of what was said, and no delete: that they were linked stays known to those who see both.

-- What the ledger says of a link is for those who may see it, and not for whoever sees one of the two cases.
create policy linked on app.ledger_entry as restrictive for select to kept_web
  using (subject_kind is distinct from 'record_link' or app.is_system() or exists (
    select 1 from app.record_link l
     where l.organisation_id = ledger_entry.organisation_id and l.id = ledger_entry.subject_id));

create policy retention_reads on app.record_link for select to kept_owner using (true);
create policy retention_erases on app.record_link for delete to kept_owner using (true);

-- A link goes with either of its cases, and what the ledger says why.
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
