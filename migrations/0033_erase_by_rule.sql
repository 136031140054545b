-- Retention: what a record's time is, who was told before it is over, and how it is erased. Nothing is erased that was not
-- announced; a tombstone stays; details and salts in the ledger go, so that its chain still holds.
-- And the file of a pupil who moves: sent to the next school with a receipt, or asked for and received from the last one.

create table app.record_expiry (
  organisation_id uuid        not null,
  record_id       uuid        not null,
  circle          text        not null,
  rule            text        not null check (length(rule) between 1 and 200),
  expires_on      date        not null,
  announced_at    timestamptz not null,
  announced_to    uuid[]      not null check (cardinality(announced_to) >= 1),
  postponed_until date,
  postponed_by    uuid,
  postponed_at    timestamptz,
  postpone_reason text        check (length(postpone_reason) between 1 and 4000),
  primary key (organisation_id, record_id),
  foreign key (organisation_id, record_id) references app.record (organisation_id, id),
  foreign key (organisation_id, postponed_by) references app.person (organisation_id, id),
  check (num_nulls(postponed_until, postponed_by, postponed_at, postpone_reason) in (0, 4))
);
create index record_expiry_by_day on app.record_expiry (organisation_id, expires_on);

create table app.tombstone (
  organisation_id   uuid        not null,
  record_id         uuid        not null,
  kind              text        not null,
  reference         text        not null,
  circle            text        not null,
  opened_on         date        not null,
  closed_on         date        not null,
  rule              text        not null,
  policy_version_id uuid        not null,
  erased_at         timestamptz not null,
  details           integer     not null check (details >= 0),  -- how many details of the ledger went with it
  primary key (organisation_id, record_id),
  foreign key (organisation_id, record_id) references app.record (organisation_id, id)
);
create index tombstone_by_time on app.tombstone (organisation_id, erased_at desc, record_id);

alter table app.record_expiry enable row level security;
alter table app.record_expiry force row level security;
alter table app.tombstone enable row level security;
alter table app.tombstone force row level security;
create policy handlers on app.record_expiry for select to kept_web
  using (organisation_id = app.current_organisation() and (app.is_system() or exists (
    select 1 from app.record_detail d
     where d.organisation_id = record_expiry.organisation_id and d.record_id = record_expiry.record_id)));
create policy system_writes on app.record_expiry for insert to kept_web
  with check (organisation_id = app.current_organisation() and app.is_system());
create policy system_postpones on app.record_expiry for update to kept_web
  using (organisation_id = app.current_organisation() and app.is_system())
  with check (organisation_id = app.current_organisation());
create policy circle on app.tombstone for select to kept_web
  using (organisation_id = app.current_organisation()
    and (app.is_system() or circle = any ((select app.current_circles('all'))::text[])));
grant select, insert on app.record_expiry to kept_web;
grant update (postponed_until, postponed_by, postponed_at, postpone_reason) on app.record_expiry to kept_web;
grant select on app.tombstone to kept_web;
-- No insert, update or delete on tombstones: the function below alone writes them.

-- What was erased is a row without a word of it, so that nothing that points at it breaks; nobody finds it in a list.
alter table app.record drop constraint record_state_check;
alter table app.record add constraint record_state_check check (state in ('open', 'closed', 'voided', 'erased'));
create policy not_erased on app.record as restrictive for select to kept_web using (app.is_system() or state <> 'erased');

-- The one way to erase: as the system, once it was announced for two weeks, its day has come, and nobody holds its evidence.
create policy retention_reads on app.record_expiry for select to kept_owner using (true);
create policy retention_ends on app.record_expiry for delete to kept_owner using (true);
create policy retention_writes on app.tombstone for insert to kept_owner with check (true);
create policy retention_empties on app.record for update to kept_owner using (true) with check (true);
create policy retention_erases on app.record_detail for delete to kept_owner using (true);
create policy retention_erases on app.record_person for delete to kept_owner using (true);
create policy retention_reads on app.record_event for select to kept_owner using (true);
create policy retention_erases on app.record_event for delete to kept_owner using (true);
create policy retention_reads on app.record_step for select to kept_owner using (true);
create policy retention_erases on app.record_step for delete to kept_owner using (true);
create policy retention_reads on app.record_notice for select to kept_owner using (true);
create policy retention_erases on app.record_notice for delete to kept_owner using (true);
create policy retention_reads on app.record_reader for select to kept_owner using (true);
create policy retention_erases on app.record_reader for delete to kept_owner using (true);
create policy retention_reads on app.record_wall for select to kept_owner using (true);
create policy retention_erases on app.record_wall for delete to kept_owner using (true);
create policy retention_reads on app.record_conflict for select to kept_owner using (true);
create policy retention_erases on app.record_conflict for delete to kept_owner using (true);
create policy retention_reads on app.record_glass for select to kept_owner using (true);
create policy retention_erases on app.record_glass for delete to kept_owner using (true);
create policy retention_reads on app.record_seen for select to kept_owner using (true);
create policy retention_erases on app.record_seen for delete to kept_owner using (true);
create policy retention_reads on app.record_origin for select to kept_owner using (true);
create policy retention_reads on app.lasting_effect for select to kept_owner using (true);
create policy retention_erases on app.lasting_effect for delete to kept_owner using (true);
create policy retention_reads on app.notice for select to kept_owner using (true);
create policy retention_erases on app.notice for delete to kept_owner using (true);
create policy retention_reads on app.duty for select to kept_owner using (true);
create policy retention_empties on app.duty for update to kept_owner using (true) with check (true);
create policy retention_reads on app.evidence_signature for select to kept_owner using (true);
create policy retention_erases on app.evidence_signature for delete to kept_owner using (true);
create policy retention_reads on app.evidence_entry for select to kept_owner using (true);
create policy retention_erases on app.evidence_entry for delete to kept_owner using (true);
create policy retention_reads on app.evidence_file for select to kept_owner using (true);
create policy retention_erases on app.evidence_file for delete to kept_owner using (true);
create policy retention_reads on app.evidence_item for select to kept_owner using (true);
create policy retention_erases on app.evidence_item for delete to kept_owner using (true);
create policy retention_reads on app.ledger_entry for select to kept_owner using (true);
create policy retention_reads on app.ledger_detail for select to kept_owner using (true);
create policy retention_erases on app.ledger_detail for delete to kept_owner using (true);

-- Another area with tables of its own about a record adds its deletes here, in a migration of its own.
create function app.empty_record(org uuid, wanted uuid) returns integer
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
revoke all on function app.empty_record(uuid, uuid) from public;

create function app.erase_record(wanted uuid, today date) returns integer
  language plpgsql security definer set search_path = pg_catalog as $$
declare
  org uuid := app.current_organisation();
  one app.record;
  follower uuid;
  due app.record_expiry;
  gone integer;
begin
  if not app.is_system() then raise exception 'only the system erases'; end if;
  select * into one from app.record where organisation_id = org and id = wanted;
  select * into due from app.record_expiry where organisation_id = org and record_id = wanted;
  if one.id is null or one.state not in ('closed', 'voided') then raise exception 'only what is closed is erased'; end if;
  if due.record_id is null or due.announced_at::date + 14 > today then raise exception 'it was not announced'; end if;
  if coalesce(due.postponed_until, due.expires_on) > today then raise exception 'its day has not come'; end if;
  if exists (select 1 from app.lasting_effect l where l.organisation_id = org and l.record_id = wanted
               and l.does = 'hold' and l.ended_at is null) then raise exception 'it is held'; end if;
  gone := app.empty_record(org, wanted);
  -- What followed from the case has no time of its own: an action, a letter, something to be done.
  for follower in
    select f.id from app.record_origin o
      join app.record f on f.organisation_id = o.organisation_id and f.id = o.record_id
     where o.organisation_id = org and o.from_record_id = wanted and f.state in ('closed', 'voided')
       and f.kind ~ '^(action_|exception_|held_by_|sent_letter_|to_do$)'
  loop
    gone := gone + app.empty_record(org, follower);
  end loop;
  insert into app.tombstone (organisation_id, record_id, kind, reference, circle, opened_on, closed_on, rule,
                             policy_version_id, erased_at, details)
  values (org, wanted, one.kind, one.reference, one.circle, one.opened_at::date, one.closed_at::date, due.rule,
          one.policy_version_id, now(), gone);
  delete from app.record_expiry where organisation_id = org and record_id = wanted;
  return gone;
end $$;
revoke all on function app.erase_record(uuid, date) from public;
grant execute on function app.erase_record(uuid, date) to kept_web;

create table app.pupil_file (
  organisation_id uuid        not null,
  id              uuid        not null,
  pupil_id        uuid        not null,
  circle          text        not null,                -- those who handle incidents at the pupil's school
  way             text        not null check (way in ('out', 'in')),
  school_name     text        not null check (length(school_name) between 1 and 200),
  receiver        text        check (length(receiver) between 1 and 200),
  moved_on        date        not null,
  due_at          timestamptz not null,
  noted_by        uuid        not null,
  noted_at        timestamptz not null,
  sent_by         uuid,
  sent_at         timestamptz,
  sent_how        text        check (sent_how in ('secure_mail', 'by_hand', 'signed_post')),
  pdf_sha256      text        check (pdf_sha256 ~ '^[0-9a-f]{64}$'),
  seal            text        check (length(seal) between 1 and 100),
  token_hash      bytea       check (length(token_hash) = 32),
  asked_by        uuid,
  asked_at        timestamptz,
  received_at     timestamptz,
  received_by     text        check (length(received_by) between 1 and 200),
  receipt_how     text        check (receipt_how in ('link', 'paper', 'here')),
  none_reason     text        check (length(none_reason) between 1 and 1000),
  primary key (organisation_id, id),
  foreign key (organisation_id, pupil_id) references app.person (organisation_id, id),
  foreign key (organisation_id, noted_by) references app.person (organisation_id, id),
  foreign key (organisation_id, sent_by) references app.person (organisation_id, id),
  foreign key (organisation_id, asked_by) references app.person (organisation_id, id),
  check (num_nulls(received_at, received_by, receipt_how) in (0, 3)),
  check (way = 'in' or received_at is null or sent_at is not null)
);
create unique index pupil_file_once on app.pupil_file (organisation_id, pupil_id, way, moved_on);
create unique index pupil_file_by_token on app.pupil_file (organisation_id, token_hash) where token_hash is not null;
create index pupil_file_by_due on app.pupil_file (organisation_id, due_at);
alter table app.pupil_file enable row level security;
alter table app.pupil_file force row level security;
create policy handlers on app.pupil_file for select to kept_web
  using (organisation_id = app.current_organisation()
    and (app.is_system() or circle = any ((select app.current_circles('all'))::text[])));
create policy handlers_note on app.pupil_file for insert to kept_web
  with check (organisation_id = app.current_organisation() and (app.is_system()
    or (circle = any ((select app.current_circles('all'))::text[]) and noted_by = app.current_person())));
create policy handlers_go_on on app.pupil_file for update to kept_web
  using (organisation_id = app.current_organisation()
    and (app.is_system() or circle = any ((select app.current_circles('all'))::text[])))
  with check (organisation_id = app.current_organisation());
grant select, insert on app.pupil_file to kept_web;
grant update (receiver, sent_by, sent_at, sent_how, pdf_sha256, seal, token_hash, asked_by, asked_at, received_at,
  received_by, receipt_how, none_reason) on app.pupil_file to kept_web;
-- No delete: that a file was sent, and to whom, stays known.
