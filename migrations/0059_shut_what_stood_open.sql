-- What a hostile reading of who sees what found open: those who only read a case could write beside it, what somebody was told
-- or did before they were named stayed with them, and a case that was erased left traces.

-- Whether the person who acts may change a record: its own update policy, for the tables around it. Whoever reads it in an
-- emergency, or to hear a complaint, changes nothing; nor does whoever is walled off.
create function app.may_change_record(wanted uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog as $$
  select app.is_system() or exists (
    select 1 from app.record r
     where r.organisation_id = app.current_organisation() and r.id = wanted
       and (r.circle = any (app.current_circles('all')) or exists (
         select 1 from app.record_reader i where i.organisation_id = r.organisation_id and i.record_id = r.id
            and i.person_id = app.current_person() and i.because not in ('glass', 'complaint')
            and (i.until is null or i.until > now())))
       and not exists (select 1 from app.record_wall w where w.organisation_id = r.organisation_id
                          and w.record_id = r.id and w.person_id = app.current_person() and w.lifted_at is null))
$$;
revoke all on function app.may_change_record(uuid) from public;
grant execute on function app.may_change_record(uuid) to kept_web;

create policy who_changes_it on app.support_word as restrictive for insert to kept_web
  with check (app.may_change_record(record_id));
create policy who_changes_it on app.record_link as restrictive for insert to kept_web
  with check (app.may_change_record(record_id));
create policy who_changes_it_later on app.record_link as restrictive for update to kept_web
  using (app.may_change_record(record_id) or app.may_change_record(other_id));
create policy who_changes_it on app.record_assignment as restrictive for insert to kept_web
  with check (app.may_change_record(record_id));
create policy who_changes_it_later on app.record_assignment as restrictive for update to kept_web
  using (app.may_change_record(record_id));
create policy who_changes_it on app.answer_link as restrictive for insert to kept_web
  with check (app.may_change_record(record_id));
create policy who_changes_it_later on app.answer_link as restrictive for update to kept_web
  using (app.may_change_record(record_id));

-- A name and an answer are more than that a record exists.
drop policy of_record on app.answer_link;
create policy handlers on app.answer_link for select to kept_web
  using (organisation_id = app.current_organisation() and (app.is_system() or exists (
    select 1 from app.record_detail d
     where d.organisation_id = answer_link.organisation_id and d.record_id = answer_link.record_id)));

-- Who was called about a case is for those who read it; one's own call, and the emergency that one opened or was told of, are
-- behind its walls like the case.
create function app.walled_from_concern(wanted uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog as $$
  select exists (select 1 from app.concern_wall w where w.organisation_id = app.current_organisation()
                    and w.concern_id = wanted and w.person_id = app.current_person())
      or exists (select 1 from app.concern c
                   join app.record_wall w on w.organisation_id = c.organisation_id and w.record_id = c.record_id
                  where c.organisation_id = app.current_organisation() and c.id = wanted
                    and w.person_id = app.current_person() and w.lifted_at is null)
$$;
revoke all on function app.walled_from_concern(uuid) from public;
grant execute on function app.walled_from_concern(uuid) to kept_web;

drop policy callers on app.notice_call;
create policy callers on app.notice_call for select to kept_web
  using (organisation_id = app.current_organisation() and (
    app.is_system()
    or person_id = app.current_person()
    or (subject_kind = 'concern' and app.is_person() and exists (
      select 1 from app.concern c where c.organisation_id = notice_call.organisation_id and c.id = notice_call.subject_id))
    or (subject_kind = 'record' and app.is_person() and exists (
      select 1 from app.record_detail d
       where d.organisation_id = notice_call.organisation_id and d.record_id = notice_call.subject_id))));
create policy not_walled on app.notice_call as restrictive for select to kept_web
  using (app.is_system()
    or (subject_kind = 'concern' and not app.walled_from_concern(subject_id))
    or (subject_kind = 'record' and not exists (
      select 1 from app.record_wall w
       where w.organisation_id = notice_call.organisation_id and w.record_id = notice_call.subject_id
         and w.person_id = app.current_person() and w.lifted_at is null)));
create policy not_walled on app.record_glass as restrictive for select to kept_web
  using (app.is_system() or not exists (
    select 1 from app.record_wall w
     where w.organisation_id = record_glass.organisation_id and w.record_id = record_glass.record_id
       and w.person_id = app.current_person() and w.lifted_at is null));
-- Notices about a case by what stands around it. Whoever told a concern keeps what was written to them about it.
create policy not_walled_around on app.notice as restrictive for select to kept_web
  using (app.is_system() or case subject_kind
    when 'record_glass' then exists (
      select 1 from app.record_glass g where g.organisation_id = notice.organisation_id and g.id = notice.subject_id)
    when 'case_complaint' then exists (
      select 1 from app.case_complaint c where c.organisation_id = notice.organisation_id and c.id = notice.subject_id)
    when 'concern' then not app.walled_from_concern(notice.subject_id) or exists (
      select 1 from app.concern_reporter o where o.organisation_id = notice.organisation_id
         and o.concern_id = notice.subject_id and o.person_id = app.current_person())
    else true end);

-- That somebody complained is for whoever hears it and whoever entered it: those who handled the case do not learn of it here.
create policy complaints on app.ledger_entry as restrictive for select to kept_web
  using (subject_kind is distinct from 'case_complaint' or app.is_system() or actor_person_id = app.current_person()
    or exists (select 1 from app.case_complaint c
                where c.organisation_id = ledger_entry.organisation_id and c.id = ledger_entry.subject_id));
create policy concerns_not_walled on app.ledger_entry as restrictive for select to kept_web
  using (subject_kind is distinct from 'concern' or app.is_system() or not app.walled_from_concern(subject_id));

-- Somebody asked for an agreement because they are in a record: that they are is for those who know of the record.
create policy of_record on app.assent_request as restrictive for select to kept_web
  using (record_id is null or app.is_system() or about_id = app.current_person()
    or about_id = any ((select app.current_children())::uuid[])
    or exists (select 1 from app.assent_signer s
                where s.organisation_id = assent_request.organisation_id and s.request_id = assent_request.id
                  and s.person_id = app.current_person())
    or exists (select 1 from app.record_detail d
                where d.organisation_id = assent_request.organisation_id and d.record_id = assent_request.record_id));

-- Whoever did anything in a case is in it, not only who took a step: who filled in its form, told somebody, brought evidence or
-- support. So is whoever told, or answered, the concern that it came from. Looking at how it was opened in an emergency is not handling it.
create or replace function app.is_in_case(wanted uuid, person uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog as $$
  select exists (select 1 from app.record r where r.organisation_id = app.current_organisation()
                    and r.id = wanted and r.opened_by = person)
      or exists (select 1 from app.ledger_entry e where e.organisation_id = app.current_organisation()
                    and e.record_id = wanted and e.chain = 'main' and e.actor_person_id = person
                    and e.code not like '%.glass_reviewed')
      or exists (select 1 from app.record_event e where e.organisation_id = app.current_organisation()
                    and e.record_id = wanted and e.by_person_id = person)
      or exists (select 1 from app.record_origin o
                   join app.record_event e on e.organisation_id = o.organisation_id and e.record_id = o.record_id
                  where o.organisation_id = app.current_organisation() and o.from_record_id = wanted
                    and e.by_person_id = person)
      or exists (select 1 from app.record_origin o
                   join app.ledger_entry e on e.organisation_id = o.organisation_id and e.record_id = o.record_id
                  where o.organisation_id = app.current_organisation() and o.from_record_id = wanted
                    and e.chain = 'main' and e.actor_person_id = person)
      or exists (select 1 from app.record_person k where k.organisation_id = app.current_organisation()
                    and k.record_id = wanted and k.person_id = person)
      or exists (select 1 from app.record_wall w where w.organisation_id = app.current_organisation()
                    and w.record_id = wanted and w.person_id = person)
      or exists (select 1 from app.record_conflict c where c.organisation_id = app.current_organisation()
                    and c.record_id = wanted and c.set_by = person)
      or exists (select 1 from app.record_assignment a where a.organisation_id = app.current_organisation()
                    and a.record_id = wanted and person in (a.person_id, a.given_by))
      or exists (select 1 from app.record_person k
                   join app.family_link f on f.organisation_id = k.organisation_id and f.child_id = k.person_id
                  where k.organisation_id = app.current_organisation() and k.record_id = wanted
                    and f.adult_id = person)
      or exists (select 1 from app.concern c where c.organisation_id = app.current_organisation() and c.record_id = wanted
                    and (c.taken_by = person
                      or exists (select 1 from app.concern_reporter x where x.organisation_id = c.organisation_id
                                    and x.concern_id = c.id and x.person_id = person)
                      or exists (select 1 from app.concern_entry x where x.organisation_id = c.organisation_id
                                    and x.concern_id = c.id and x.entered_by = person)
                      or exists (select 1 from app.concern_message x where x.organisation_id = c.organisation_id
                                    and x.concern_id = c.id and x.author_id = person)
                      or exists (select 1 from app.concern_note x where x.organisation_id = c.organisation_id
                                    and x.concern_id = c.id and x.author_id = person)
                      or exists (select 1 from app.concern_wall x where x.organisation_id = c.organisation_id
                                    and x.concern_id = c.id and x.person_id = person)))
$$;

-- Whoever was kept from a case learns nothing from its grave either.
alter table app.tombstone add column only_to uuid[];
create policy not_walled on app.tombstone as restrictive for select to kept_web
  using (app.is_system() or only_to is null or app.current_person() = any (only_to));

create policy retention_erases on app.answer_link for delete to kept_owner using (true);
create policy retention_empties on app.record_origin for update to kept_owner using (true) with check (true);

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

create or replace function app.erase_record(wanted uuid, today date) returns integer
  language plpgsql security definer set search_path = pg_catalog as $$
declare
  org uuid := app.current_organisation();
  one app.record;
  follower uuid;
  due app.record_expiry;
  walled boolean;
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
  walled := exists (select 1 from app.record_wall w where w.organisation_id = org and w.record_id = wanted and w.lifted_at is null);
  gone := app.empty_record(org, wanted);
  gone := gone + app.erase_followers();
  -- What was told before it became this case has no time of its own.
  for follower in
    select c.id from app.concern c where c.organisation_id = org and c.record_id = wanted and c.state = 'incident'
  loop
    gone := gone + app.empty_concern(org, follower);
  end loop;
  insert into app.tombstone (organisation_id, record_id, kind, reference, circle, opened_on, closed_on, rule,
                             policy_version_id, erased_at, details, only_to)
  values (org, wanted, one.kind, one.reference, one.circle, one.opened_at::date, one.closed_at::date, due.rule,
          one.policy_version_id, now(), gone, case when walled then due.announced_to end);
  return gone;
end $$;

-- What followed from a case has no time of its own: an action, a letter, something to be done. What was still open when the case
-- was erased goes as soon as it is closed.
create function app.erase_followers() returns integer
  language plpgsql security definer set search_path = pg_catalog as $$
declare
  org uuid := app.current_organisation();
  follower uuid;
  gone integer := 0;
begin
  if not app.is_system() then raise exception 'only the system erases'; end if;
  for follower in
    select f.id from app.record_origin o
      join app.record f on f.organisation_id = o.organisation_id and f.id = o.record_id
      join app.record c on c.organisation_id = o.organisation_id and c.id = o.from_record_id and c.state = 'erased'
     where o.organisation_id = org and f.state in ('closed', 'voided')
       and f.kind ~ '^(action_|exception_|held_by_|sent_letter_|to_do$)'
       and not exists (select 1 from app.lasting_effect l where l.organisation_id = org and l.record_id = f.id
                          and l.ended_at is null and l.does = 'hold')
  loop
    gone := gone + app.empty_record(org, follower);
  end loop;
  return gone;
end $$;
revoke all on function app.erase_followers() from public;
grant execute on function app.erase_followers() to kept_web;
