-- Who looks after a case or a concern, when somebody said so; and lists that people gave a name.

-- Whether a person handles what stands in a circle: the same question as app.current_circles('all'), about somebody else.
create function app.handles_circle(wanted text, person uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog as $$
  select exists (
    select 1
      from (select h.post, h.school_id from app.post_holder h
             where h.organisation_id = app.current_organisation() and h.person_id = person and h.until_on is null
            union all
            select 'members/' || m.kind, m.school_id from app.person_membership m
             where m.organisation_id = app.current_organisation() and m.person_id = person and m.until_on is null) as held
      join app.circle_post c on c.organisation_id = app.current_organisation() and c.post = held.post
       and c.reach = 'all' and c.circle = split_part(wanted, ':', 1)
      join app.policy_version v on v.organisation_id = c.organisation_id and v.id = c.policy_version_id
     where (held.school_id is null or held.school_id::text = split_part(wanted, ':', 2))
       and v.number = (select max(w.number) from app.policy_version w where w.organisation_id = app.current_organisation()))
$$;
revoke all on function app.handles_circle(text, uuid) from public;
grant execute on function app.handles_circle(text, uuid) to kept_web;

create policy definer_reads on app.concern_wall for select to kept_owner using (true);

-- One of those who handle it, never somebody who is in it in any part or walled off from it.
create function app.may_be_given_record(wanted uuid, person uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog as $$
  select exists (
    select 1 from app.record r
     where r.organisation_id = app.current_organisation() and r.id = wanted and app.handles_circle(r.circle, person)
       and not exists (select 1 from app.record_wall w where w.organisation_id = r.organisation_id
                          and w.record_id = r.id and w.person_id = person and w.lifted_at is null)
       and not exists (select 1 from app.record_person k where k.organisation_id = r.organisation_id
                          and k.record_id = r.id and k.person_id = person and k.removed_at is null))
$$;
revoke all on function app.may_be_given_record(uuid, uuid) from public;
grant execute on function app.may_be_given_record(uuid, uuid) to kept_web;

create function app.may_be_given_concern(wanted uuid, person uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog as $$
  select exists (
    select 1 from app.concern c
     where c.organisation_id = app.current_organisation() and c.id = wanted and app.handles_circle(c.circle, person)
       and not exists (select 1 from app.concern_wall w where w.organisation_id = c.organisation_id
                          and w.concern_id = c.id and w.person_id = person)
       and not exists (select 1 from app.record_wall w where w.organisation_id = c.organisation_id
                          and w.record_id = c.record_id and w.person_id = person and w.lifted_at is null))
$$;
revoke all on function app.may_be_given_concern(uuid, uuid) from public;
grant execute on function app.may_be_given_concern(uuid, uuid) to kept_web;

create table app.record_assignment (
  organisation_id uuid        not null,
  id              uuid        not null,
  record_id       uuid        not null,
  person_id       uuid        not null,
  given_by        uuid        not null,
  given_at        timestamptz not null,
  ended_by        uuid,                            -- null where the software ended it: a wall, or the end of a post
  ended_at        timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, record_id) references app.record (organisation_id, id),
  foreign key (organisation_id, person_id) references app.person (organisation_id, id),
  foreign key (organisation_id, given_by) references app.person (organisation_id, id),
  foreign key (organisation_id, ended_by) references app.person (organisation_id, id),
  check (ended_by is null or ended_at is not null)
);
create unique index record_assignment_now on app.record_assignment (organisation_id, record_id) where ended_at is null;
create index record_assignment_of_person on app.record_assignment (organisation_id, person_id, record_id) where ended_at is null;
create index record_assignment_by_record on app.record_assignment (organisation_id, record_id, given_at);
alter table app.record_assignment enable row level security;
alter table app.record_assignment force row level security;
create policy handlers on app.record_assignment for select to kept_web
  using (organisation_id = app.current_organisation() and (app.is_system() or exists (
    select 1 from app.record_detail d
     where d.organisation_id = record_assignment.organisation_id and d.record_id = record_assignment.record_id)));
create policy handlers_give on app.record_assignment for insert to kept_web
  with check (organisation_id = app.current_organisation() and given_by = app.current_person() and ended_at is null
    and exists (select 1 from app.record_detail d
                 where d.organisation_id = record_assignment.organisation_id and d.record_id = record_assignment.record_id)
    and app.may_be_given_record(record_id, person_id));
create policy handlers_end on app.record_assignment for update to kept_web
  using (organisation_id = app.current_organisation() and ended_at is null and (app.is_system() or exists (
    select 1 from app.record_detail d
     where d.organisation_id = record_assignment.organisation_id and d.record_id = record_assignment.record_id)))
  with check (organisation_id = app.current_organisation() and (app.is_system() or ended_by = app.current_person()));
grant select, insert on app.record_assignment to kept_web;
grant update (ended_by, ended_at) on app.record_assignment to kept_web;
-- No update of whom it was given to, and no delete: who had a case, and when, stays known to those who handle it.
create policy retention_reads on app.record_assignment for select to kept_owner using (true);
create policy retention_erases on app.record_assignment for delete to kept_owner using (true);

-- Whether somebody was given it stands with the record, so that those that nobody has are found over an index. It names nobody.
alter table app.record add column given boolean not null default false;
grant update (given) on app.record to kept_web;
create index record_open_given_to_nobody on app.record (organisation_id, kind, opened_at desc, id) where state = 'open' and not given;

-- Who has a concern stands with it (taken_by); this says who gave it to them. A row for each time.
create table app.concern_assignment (
  organisation_id uuid        not null,
  id              uuid        not null,
  concern_id      uuid        not null,
  person_id       uuid        not null,
  given_by        uuid        not null,
  given_at        timestamptz not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, concern_id) references app.concern (organisation_id, id),
  foreign key (organisation_id, person_id) references app.person (organisation_id, id),
  foreign key (organisation_id, given_by) references app.person (organisation_id, id)
);
create index concern_assignment_by_concern on app.concern_assignment (organisation_id, concern_id, given_at desc);
alter table app.concern_assignment enable row level security;
alter table app.concern_assignment force row level security;
create policy handlers on app.concern_assignment for select to kept_web
  using (organisation_id = app.current_organisation() and (app.is_system() or (app.is_person() and exists (
    select 1 from app.concern c
     where c.organisation_id = concern_assignment.organisation_id and c.id = concern_assignment.concern_id))));
create policy handlers_give on app.concern_assignment for insert to kept_web
  with check (organisation_id = app.current_organisation() and given_by = app.current_person()
    and exists (select 1 from app.concern c
                 where c.organisation_id = concern_assignment.organisation_id and c.id = concern_assignment.concern_id)
    and app.may_be_given_concern(concern_id, person_id));
grant select, insert on app.concern_assignment to kept_web;
-- No update and no delete.

-- A list that somebody gave a name: one's own, or shared with those who handle at least the circles of whoever shares it.
create table app.saved_list (
  organisation_id uuid        not null,
  id              uuid        not null,
  list            text        not null check (list in ('incident', 'concern')),
  owner_id        uuid        not null,
  name            text        not null check (length(name) between 1 and 60),
  query           text        not null check (length(query) <= 2000),
  circles         text[]      not null default '{}',  -- empty while it is one's own
  saved_at        timestamptz not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, owner_id) references app.person (organisation_id, id)
);
create unique index saved_list_by_name on app.saved_list (organisation_id, owner_id, list, lower(name));
create index saved_list_shared on app.saved_list (organisation_id, list) where circles <> '{}';
alter table app.saved_list enable row level security;
alter table app.saved_list force row level security;
create policy own_or_shared on app.saved_list for select to kept_web
  using (organisation_id = app.current_organisation() and (owner_id = app.current_person()
    or (circles <> '{}' and circles <@ (select app.current_circles('all'))::text[])));
create policy own on app.saved_list for insert to kept_web
  with check (organisation_id = app.current_organisation() and owner_id = app.current_person()
    and circles <@ (select app.current_circles('all'))::text[]);
create policy own_changes on app.saved_list for update to kept_web
  using (organisation_id = app.current_organisation() and owner_id = app.current_person())
  with check (organisation_id = app.current_organisation() and owner_id = app.current_person()
    and circles <@ (select app.current_circles('all'))::text[]);
create policy own_leaves on app.saved_list for delete to kept_web
  using (organisation_id = app.current_organisation() and owner_id = app.current_person());
grant select, insert, delete on app.saved_list to kept_web;
grant update (name, circles) on app.saved_list to kept_web;

-- With which of them a person's list begins.
create table app.saved_list_first (
  organisation_id uuid not null,
  person_id       uuid not null,
  list            text not null check (list in ('incident', 'concern')),
  saved_list_id   uuid not null,
  primary key (organisation_id, person_id, list),
  foreign key (organisation_id, person_id) references app.person (organisation_id, id),
  foreign key (organisation_id, saved_list_id) references app.saved_list (organisation_id, id) on delete cascade
);
alter table app.saved_list_first enable row level security;
alter table app.saved_list_first force row level security;
create policy own on app.saved_list_first to kept_web
  using (organisation_id = app.current_organisation() and person_id = app.current_person())
  with check (organisation_id = app.current_organisation() and person_id = app.current_person()
    and exists (select 1 from app.saved_list s
                 where s.organisation_id = saved_list_first.organisation_id and s.id = saved_list_first.saved_list_id));
grant select, insert, delete on app.saved_list_first to kept_web;
grant update (saved_list_id) on app.saved_list_first to kept_web;

-- Who had a case goes with the case.
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
  delete from app.record_assignment where organisation_id = org and record_id = wanted;
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
