-- What ends a case well: complaints about how it was handled, heard by somebody who is not in it; what the school learned from
-- it, as duties and as changes of the policy that are suggested; and the support that was offered to those in it.

-- Whether somebody is in a case: they opened it, took a step in it or in what follows from it, have or had it, are or were named
-- in it or walled off from it, said so of others, or may act for a child who is named in it.
create function app.is_in_case(wanted uuid, person uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog as $$
  select exists (select 1 from app.record r where r.organisation_id = app.current_organisation()
                    and r.id = wanted and r.opened_by = person)
      or exists (select 1 from app.record_event e where e.organisation_id = app.current_organisation()
                    and e.record_id = wanted and e.by_person_id = person)
      or exists (select 1 from app.record_origin o
                   join app.record_event e on e.organisation_id = o.organisation_id and e.record_id = o.record_id
                  where o.organisation_id = app.current_organisation() and o.from_record_id = wanted
                    and e.by_person_id = person)
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
$$;
revoke all on function app.is_in_case(uuid, uuid) from public;
grant execute on function app.is_in_case(uuid, uuid) to kept_web;

-- Whoever hears a complaint reads the case, and changes nothing in it.
alter table app.record_reader drop constraint record_reader_because_check;
alter table app.record_reader add constraint record_reader_because_check
  check (because in ('named', 'sight', 'step', 'glass', 'complaint'));
drop policy handlers_change on app.record;
create policy handlers_change on app.record for update to kept_web
  using (organisation_id = app.current_organisation() and (app.is_system()
    or ((circle = any ((select app.current_circles('all'))::text[])
         or exists (select 1 from app.record_reader r
                     where r.organisation_id = record.organisation_id and r.record_id = record.id
                       and r.person_id = app.current_person() and r.because not in ('glass', 'complaint')
                       and (r.until is null or r.until > now())))
        and not exists (select 1 from app.record_wall w
                         where w.organisation_id = record.organisation_id and w.record_id = record.id
                           and w.person_id = app.current_person() and w.lifted_at is null))))
  with check (organisation_id = app.current_organisation());

create table app.case_complaint (
  organisation_id uuid        not null,
  id              uuid        not null,
  record_id       uuid        not null,
  school_id       uuid        not null,
  made_by         text        not null check (length(made_by) between 1 and 200),  -- who complains, in words
  says            text        not null check (length(says) between 1 and 8000),
  made_on         date        not null,
  entered_by      uuid        not null,
  entered_at      timestamptz not null,
  heard_as        text        check (length(heard_as) between 1 and 80),           -- the post of whoever hears it
  heard_by        uuid,
  body            text        check (length(body) between 1 and 80),               -- nobody was left: the body outside
  passed_on       text        check (length(passed_on) between 1 and 1000),
  due_at          timestamptz not null,
  answered_by     uuid,
  answered_at     timestamptz,
  outcome         text        check (outcome in ('upheld', 'partly', 'not_upheld')),
  answer          text        check (length(answer) between 1 and 8000),
  primary key (organisation_id, id),
  foreign key (organisation_id, record_id) references app.record (organisation_id, id),
  foreign key (organisation_id, school_id) references app.school (organisation_id, id),
  foreign key (organisation_id, entered_by) references app.person (organisation_id, id),
  foreign key (organisation_id, heard_by) references app.person (organisation_id, id),
  foreign key (organisation_id, answered_by) references app.person (organisation_id, id),
  check (num_nonnulls(heard_by, body) = 1),
  check (num_nonnulls(heard_by, heard_as) in (0, 2)),
  check (num_nonnulls(body, passed_on) in (0, 2)),
  check (num_nulls(answered_by, answered_at, outcome, answer) in (0, 4))
);
create index case_complaint_by_hearer on app.case_complaint (organisation_id, heard_by, due_at);
create index case_complaint_by_record on app.case_complaint (organisation_id, record_id);
alter table app.case_complaint enable row level security;
alter table app.case_complaint force row level security;
-- Whoever hears it, for as long as they are not in the case; nobody who handled it learns of it here.
create policy hearer on app.case_complaint for select to kept_web
  using (organisation_id = app.current_organisation() and (app.is_system()
    or (heard_by = app.current_person() and not app.is_in_case(record_id, heard_by))
    or (heard_by is null and entered_by = app.current_person())));
create policy entered on app.case_complaint for insert to kept_web
  with check (organisation_id = app.current_organisation() and entered_by = app.current_person() and answered_at is null
    and (heard_by is null or not app.is_in_case(record_id, heard_by)));
create policy hearer_answers on app.case_complaint for update to kept_web
  using (organisation_id = app.current_organisation() and heard_by = app.current_person() and answered_at is null
    and not app.is_in_case(record_id, heard_by))
  with check (organisation_id = app.current_organisation() and heard_by = app.current_person()
    and answered_by = app.current_person());
create policy system_passes_on on app.case_complaint for update to kept_web
  using (organisation_id = app.current_organisation() and app.is_system() and answered_at is null)
  with check (organisation_id = app.current_organisation() and answered_at is null
    and (heard_by is null or not app.is_in_case(record_id, heard_by)));
create policy retention_reads on app.case_complaint for select to kept_owner using (true);
create policy retention_erases on app.case_complaint for delete to kept_owner using (true);
grant select, insert on app.case_complaint to kept_web;
grant update (heard_as, heard_by, body, passed_on, answered_by, answered_at, outcome, answer) on app.case_complaint to kept_web;

-- A change of the policy that somebody suggests: those who draft it take it into a draft, or turn it down with a reason.
create table app.policy_suggestion (
  organisation_id uuid        not null,
  id              uuid        not null,
  clause          text        check (length(clause) between 1 and 40),
  says            text        not null check (length(says) between 1 and 4000),
  why             text        not null check (length(why) between 1 and 4000),
  made_by         uuid        not null,
  made_at         timestamptz not null,
  state           text        not null default 'open' check (state in ('open', 'taken', 'turned_down')),
  draft_id        uuid,
  reason          text        check (length(reason) between 1 and 4000),
  settled_by      uuid,
  settled_at      timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, made_by) references app.person (organisation_id, id),
  foreign key (organisation_id, settled_by) references app.person (organisation_id, id),
  foreign key (organisation_id, draft_id) references app.policy_draft (organisation_id, id),
  check ((state = 'open') = (settled_at is null) and (settled_at is null) = (settled_by is null)),
  check ((state = 'taken') = (draft_id is not null)),
  check ((state = 'turned_down') = (reason is not null))
);
create index policy_suggestion_by_state on app.policy_suggestion (organisation_id, state, made_at, id);
create index policy_suggestion_by_draft on app.policy_suggestion (organisation_id, draft_id) where draft_id is not null;

-- What follows from a case for the school: a duty, or a change of the policy. Who sees the case sees which.
create table app.case_follow_up (
  organisation_id uuid        not null,
  id              uuid        not null,
  record_id       uuid        not null,
  step            text        not null check (length(step) between 1 and 400),
  duty_id         uuid,
  suggestion_id   uuid,
  made_by         uuid        not null,
  made_at         timestamptz not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, record_id) references app.record (organisation_id, id),
  foreign key (organisation_id, duty_id) references app.duty (organisation_id, id),
  foreign key (organisation_id, suggestion_id) references app.policy_suggestion (organisation_id, id),
  foreign key (organisation_id, made_by) references app.person (organisation_id, id),
  check (num_nonnulls(duty_id, suggestion_id) = 1)
);
create index case_follow_up_by_record on app.case_follow_up (organisation_id, record_id, made_at);
create index case_follow_up_by_suggestion on app.case_follow_up (organisation_id, suggestion_id) where suggestion_id is not null;
create index case_follow_up_by_duty on app.case_follow_up (organisation_id, duty_id) where duty_id is not null;
alter table app.policy_suggestion enable row level security;
alter table app.policy_suggestion force row level security;
alter table app.case_follow_up enable row level security;
alter table app.case_follow_up force row level security;
create policy handlers on app.case_follow_up for select to kept_web
  using (organisation_id = app.current_organisation() and (app.is_system() or exists (
    select 1 from app.record_detail d
     where d.organisation_id = case_follow_up.organisation_id and d.record_id = case_follow_up.record_id)));
create policy system_writes on app.case_follow_up for insert to kept_web
  with check (organisation_id = app.current_organisation() and app.is_system());
create policy retention_reads on app.case_follow_up for select to kept_owner using (true);
create policy retention_erases on app.case_follow_up for delete to kept_owner using (true);
create policy keepers_and_the_case on app.policy_suggestion for select to kept_web
  using (organisation_id = app.current_organisation() and (app.is_system() or (select app.keeps_policy())
    or made_by = app.current_person() or exists (
      select 1 from app.case_follow_up f
       where f.organisation_id = policy_suggestion.organisation_id and f.suggestion_id = policy_suggestion.id)));
create policy system_writes on app.policy_suggestion for insert to kept_web
  with check (organisation_id = app.current_organisation() and app.is_system() and state = 'open');
-- Settled once, by somebody who keeps the policy, in their own name.
create policy keepers_settle on app.policy_suggestion for update to kept_web
  using (organisation_id = app.current_organisation() and state = 'open' and (select app.keeps_policy()))
  with check (organisation_id = app.current_organisation() and state <> 'open' and settled_by = app.current_person()
    and (select app.keeps_policy()));
grant select, insert on app.policy_suggestion, app.case_follow_up to kept_web;
grant update (state, draft_id, reason, settled_by, settled_at) on app.policy_suggestion to kept_web;

-- The duty that follows from a case is a duty like any other; its name says so.
alter table app.duty drop constraint duty_duty_check;
alter table app.duty add constraint duty_duty_check check (duty ~ '^((measure|case)/)?[a-z][a-z0-9_]{0,79}$');

-- What was offered to somebody in a case, and what became of it: each word is a row, and none is changed.
create table app.support_word (
  organisation_id uuid        not null,
  id              uuid        not null,
  record_id       uuid        not null,
  offer_id        uuid        not null,                  -- the first word of an offer has its own id here
  person_id       uuid,
  described       text        check (length(described) between 1 and 200),
  part            text        not null check (part ~ '^[a-z][a-z0-9_]{0,79}$'),
  support         text        not null check (support ~ '^[a-z][a-z0-9_]{0,79}$'),
  word            text        not null check (word in ('offered', 'taken_up', 'declined', 'ended')),
  by_whom         text        check (length(by_whom) between 1 and 200),
  note            text        check (length(note) between 1 and 4000),
  on_day          date        not null,
  written_by      uuid        not null,
  written_at      timestamptz not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, record_id) references app.record (organisation_id, id),
  foreign key (organisation_id, offer_id) references app.support_word (organisation_id, id),
  foreign key (organisation_id, person_id) references app.person (organisation_id, id),
  foreign key (organisation_id, written_by) references app.person (organisation_id, id),
  check ((word = 'offered') = (id = offer_id)),
  check ((word = 'offered') = (by_whom is not null)),
  check (num_nonnulls(person_id, described) = 1)
);
create index support_word_by_record on app.support_word (organisation_id, record_id, written_at, id);
create index support_word_by_offer on app.support_word (organisation_id, offer_id);
alter table app.support_word enable row level security;
alter table app.support_word force row level security;
create policy handlers on app.support_word for select to kept_web
  using (organisation_id = app.current_organisation() and (app.is_system() or exists (
    select 1 from app.record_detail d
     where d.organisation_id = support_word.organisation_id and d.record_id = support_word.record_id)));
create policy handlers_write on app.support_word for insert to kept_web
  with check (organisation_id = app.current_organisation() and (app.is_system() or (written_by = app.current_person()
    and exists (select 1 from app.record_detail d
                 where d.organisation_id = support_word.organisation_id and d.record_id = support_word.record_id))));
create policy retention_reads on app.support_word for select to kept_owner using (true);
create policy retention_erases on app.support_word for delete to kept_owner using (true);
grant select, insert on app.support_word to kept_web;
-- No update or delete: what was offered and what was answered stands.

-- All of it goes with the case; a change of the policy that was suggested stays, it says nothing of the case.
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
    or n.subject_id in (select g.id from app.record_glass g where g.organisation_id = org and g.record_id = wanted)
    or n.subject_id in (select c.id from app.case_complaint c where c.organisation_id = org and c.record_id = wanted));
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
  update app.record set state = 'erased', category = null, occurred_at = null, opened_by = null, given = false
   where organisation_id = org and id = wanted;
  return gone;
end $$;
