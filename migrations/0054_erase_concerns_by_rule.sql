-- Concerns have their time as records have: announced, postponed, erased by rule, with a tombstone. What was told goes, and the
-- figures that many concerns make together stay true: who told in general, when, what kind of worry, and how long each step took.
-- A concern that became a case goes with the case; what was dealt with together goes together.

alter table app.concern drop constraint concern_state_check;
alter table app.concern add constraint concern_state_check check (state in ('new', 'taken', 'incident', 'closed', 'erased'));
alter table app.concern drop constraint concern_body_check;
alter table app.concern add constraint concern_body_check
  check (length(body) <= 8000 and (state = 'erased') = (body = ''));
-- Kept when the conversation goes: the review says how long people waited.
alter table app.concern add column acknowledged_at timestamptz;
alter table app.concern add column answered_at timestamptz;
create index concern_by_case on app.concern (organisation_id, record_id) where record_id is not null;
create policy not_erased on app.concern as restrictive for select to kept_web using (state <> 'erased' or app.is_system());
-- Nobody erases by writing a word, and what is erased stays so: the function below alone does it.
create policy never_by_hand on app.concern as restrictive for update to kept_web
  using (state <> 'erased') with check (state <> 'erased');

create table app.concern_expiry (
  organisation_id uuid        not null,
  concern_id      uuid        not null,
  rule            text        not null check (length(rule) between 1 and 200),
  expires_on      date        not null,
  announced_at    timestamptz not null,
  announced_to    uuid[]      not null check (cardinality(announced_to) >= 1),
  postponed_until date,
  postponed_by    uuid,
  postponed_at    timestamptz,
  postpone_reason text        check (length(postpone_reason) between 1 and 4000),
  primary key (organisation_id, concern_id),
  foreign key (organisation_id, concern_id) references app.concern (organisation_id, id),
  foreign key (organisation_id, postponed_by) references app.person (organisation_id, id),
  check (num_nulls(postponed_until, postponed_by, postponed_at, postpone_reason) in (0, 4))
);
create index concern_expiry_by_day on app.concern_expiry (organisation_id, expires_on);

create table app.concern_tombstone (
  organisation_id   uuid        not null,
  concern_id        uuid        not null,
  circle            text        not null,
  only_to           uuid[],     -- those who were told, where somebody was kept out of it: they learn no more from its grave
  told_on           date        not null,
  settled_on        date        not null,
  rule              text        not null,
  policy_version_id uuid        not null,
  erased_at         timestamptz not null,
  details           integer     not null check (details >= 0),
  primary key (organisation_id, concern_id),
  foreign key (organisation_id, concern_id) references app.concern (organisation_id, id)
);
create index concern_tombstone_by_time on app.concern_tombstone (organisation_id, erased_at desc, concern_id);

alter table app.concern_expiry enable row level security;
alter table app.concern_expiry force row level security;
alter table app.concern_tombstone enable row level security;
alter table app.concern_tombstone force row level security;
create policy handlers on app.concern_expiry for select to kept_web
  using (organisation_id = app.current_organisation() and (app.is_system() or (app.is_person() and exists (
    select 1 from app.concern c
     where c.organisation_id = concern_expiry.organisation_id and c.id = concern_expiry.concern_id))));
create policy system_writes on app.concern_expiry for insert to kept_web
  with check (organisation_id = app.current_organisation() and app.is_system());
create policy system_postpones on app.concern_expiry for update to kept_web
  using (organisation_id = app.current_organisation() and app.is_system())
  with check (organisation_id = app.current_organisation());
create policy system_takes_back on app.concern_expiry for delete to kept_web
  using (organisation_id = app.current_organisation() and app.is_system() and exists (
    select 1 from app.concern c where c.organisation_id = concern_expiry.organisation_id
      and c.id = concern_expiry.concern_id and c.state <> 'closed'));
create policy handlers on app.concern_tombstone for select to kept_web
  using (organisation_id = app.current_organisation() and (app.is_system()
    or (circle = any ((select app.current_circles('all'))::text[])
        and (only_to is null or app.current_person() = any (only_to)))));
grant select, insert, delete on app.concern_expiry to kept_web;
grant update (postponed_until, postponed_by, postponed_at, postpone_reason) on app.concern_expiry to kept_web;
grant select on app.concern_tombstone to kept_web;
-- No insert, update or delete on tombstones: the function below alone writes them.

create policy retention_empties on app.concern for update to kept_owner using (true) with check (true);
create policy retention_reads on app.concern_expiry for select to kept_owner using (true);
create policy retention_ends on app.concern_expiry for delete to kept_owner using (true);
create policy retention_writes on app.concern_tombstone for insert to kept_owner with check (true);
create policy retention_reads on app.concern_assignment for select to kept_owner using (true);
create policy retention_erases on app.concern_assignment for delete to kept_owner using (true);
create policy retention_reads on app.concern_entry for select to kept_owner using (true);
create policy retention_erases on app.concern_entry for delete to kept_owner using (true);
create policy retention_erases on app.concern_file for delete to kept_owner using (true);
create policy retention_reads on app.concern_join for select to kept_owner using (true);
create policy retention_erases on app.concern_join for delete to kept_owner using (true);
create policy retention_erases on app.concern_message for delete to kept_owner using (true);
create policy retention_erases on app.concern_note for delete to kept_owner using (true);
create policy retention_erases on app.concern_reader for delete to kept_owner using (true);
create policy retention_reads on app.concern_reporter for select to kept_owner using (true);
create policy retention_erases on app.concern_reporter for delete to kept_owner using (true);
create policy retention_erases on app.concern_wall for delete to kept_owner using (true);
create policy retention_reads on app.you_said_of for select to kept_owner using (true);
create policy retention_erases on app.you_said_of for delete to kept_owner using (true);
create policy retention_reads on app.notice_call for select to kept_owner using (true);
create policy retention_erases on app.notice_call for delete to kept_owner using (true);

-- An area with tables of its own about a concern adds its deletes here, in a migration of its own.
create function app.empty_concern(org uuid, wanted uuid) returns integer
  language plpgsql security definer set search_path = pg_catalog as $$
declare gone integer;
begin
  update app.concern c set
      acknowledged_at = (select min(m.written_at) from app.concern_message m where m.organisation_id = org
        and m.concern_id = wanted and m.direction = 'to_reporter' and m.author_id is null),
      answered_at = (select min(m.written_at) from app.concern_message m where m.organisation_id = org
        and m.concern_id = wanted and m.direction = 'to_reporter' and m.author_id is not null),
      state = 'erased', body = '', taken_by = null, record_id = null, joined_to = null, closing_reason = null,
      by_accident = null, chosen = '{}',
      -- A receipt finds nothing any more, and nothing says which one it was.
      receipt_hmac = decode(replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''), 'hex')
   where c.organisation_id = org and c.id = wanted;
  delete from app.concern_expiry where organisation_id = org and concern_id = wanted;
  delete from app.concern_assignment where organisation_id = org and concern_id = wanted;
  delete from app.concern_entry where organisation_id = org and concern_id = wanted;
  delete from app.concern_file where organisation_id = org and concern_id = wanted;
  delete from app.concern_join where organisation_id = org and wanted in (concern_id, main_id);
  delete from app.concern_message where organisation_id = org and concern_id = wanted;
  delete from app.concern_note where organisation_id = org and concern_id = wanted;
  delete from app.concern_reader where organisation_id = org and concern_id = wanted;
  delete from app.concern_reporter where organisation_id = org and concern_id = wanted;
  delete from app.concern_wall where organisation_id = org and concern_id = wanted;
  delete from app.you_said_of where organisation_id = org and concern_id = wanted;
  delete from app.notice_call where organisation_id = org and subject_id = wanted;
  delete from app.notice where organisation_id = org and subject_kind = 'concern' and subject_id = wanted;
  delete from app.ledger_detail d using app.ledger_entry e
   where d.organisation_id = org and e.organisation_id = org and e.subject_kind = 'concern' and e.subject_id = wanted
     and d.chain = e.chain and d.seq = e.seq;
  get diagnostics gone = row_count;
  return gone;
end $$;
revoke all on function app.empty_concern(uuid, uuid) from public;

-- The one way: as the system, once it is settled, was announced for two weeks, and its day has come.
create function app.erase_concern(wanted uuid, today date) returns integer
  language plpgsql security definer set search_path = pg_catalog as $$
declare
  org uuid := app.current_organisation();
  one app.concern;
  joined uuid;
  due app.concern_expiry;
  ended date;
  walled boolean;
  gone integer;
begin
  if not app.is_system() then raise exception 'only the system erases'; end if;
  select * into one from app.concern where organisation_id = org and id = wanted;
  if one.state = 'closed' then ended := one.closed_at::date; end if;
  if one.state = 'incident' then
    select r.closed_at::date into ended from app.record r
     where r.organisation_id = org and r.id = one.record_id and r.state = 'erased';
  end if;
  if ended is null or one.joined_to is not null or exists (select 1 from app.concern c
      where c.organisation_id = org and c.joined_to = wanted and c.state in ('new', 'taken')) then
    raise exception 'only what is settled is erased';
  end if;
  select * into due from app.concern_expiry where organisation_id = org and concern_id = wanted;
  if due.concern_id is null or due.announced_at::date + 14 > today then raise exception 'it was not announced'; end if;
  if coalesce(due.postponed_until, due.expires_on) > today then raise exception 'its day has not come'; end if;
  walled := exists (select 1 from app.concern_wall w where w.organisation_id = org and w.concern_id = wanted);
  gone := 0;
  for joined in select c.id from app.concern c where c.organisation_id = org and c.joined_to = wanted
  loop
    gone := gone + app.empty_concern(org, joined);
  end loop;
  gone := gone + app.empty_concern(org, wanted);
  insert into app.concern_tombstone (organisation_id, concern_id, circle, only_to, told_on, settled_on, rule,
                                     policy_version_id, erased_at, details)
  values (org, wanted, one.circle, case when walled then due.announced_to end, one.told_at::date, ended, due.rule,
          one.policy_version_id, now(), gone);
  return gone;
end $$;
revoke all on function app.erase_concern(uuid, date) from public;
grant execute on function app.erase_concern(uuid, date) to kept_web;

create or replace function app.erase_record(wanted uuid, today date) returns integer
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
  delete from app.notice_call where organisation_id = org and subject_id = wanted;
  -- What followed from the case has no time of its own: an action, a letter, something to be done.
  for follower in
    select f.id from app.record_origin o
      join app.record f on f.organisation_id = o.organisation_id and f.id = o.record_id
     where o.organisation_id = org and o.from_record_id = wanted and f.state in ('closed', 'voided')
       and f.kind ~ '^(action_|exception_|held_by_|sent_letter_|to_do$)'
  loop
    gone := gone + app.empty_record(org, follower);
  end loop;
  -- Nor has what was told before it became this case.
  for follower in
    select c.id from app.concern c where c.organisation_id = org and c.record_id = wanted and c.state = 'incident'
  loop
    gone := gone + app.empty_concern(org, follower);
  end loop;
  insert into app.tombstone (organisation_id, record_id, kind, reference, circle, opened_on, closed_on, rule,
                             policy_version_id, erased_at, details)
  values (org, wanted, one.kind, one.reference, one.circle, one.opened_at::date, one.closed_at::date, due.rule,
          one.policy_version_id, now(), gone);
  delete from app.record_expiry where organisation_id = org and record_id = wanted;
  return gone;
end $$;
