-- Agreements that are asked of the people named in one record, and slips that somebody countersigns who is neither the person
-- they are about nor a parent.

-- Of a record each person is asked once for each agreement; of everything else one asking about a person is live, as before.
alter table app.assent_request add column record_id uuid;
alter table app.assent_request add foreign key (organisation_id, record_id) references app.record (organisation_id, id);
drop index app.assent_request_live;
create unique index assent_request_live on app.assent_request (organisation_id, assent, about_id)
  where record_id is null and state not in ('ended', 'superseded');
create unique index assent_request_live_of_record on app.assent_request (organisation_id, record_id, assent, about_id)
  where record_id is not null and state not in ('ended', 'superseded');

-- Who is asked to countersign: written by the software when it is their turn.
create table app.assent_signer (
  organisation_id uuid        not null,
  id              uuid        not null,
  request_id      uuid        not null,
  person_id       uuid        not null,
  asked_at        timestamptz not null,
  primary key (organisation_id, id),
  unique (organisation_id, request_id, person_id),
  foreign key (organisation_id, request_id) references app.assent_request (organisation_id, id),
  foreign key (organisation_id, person_id) references app.person (organisation_id, id)
);
create index assent_signer_by_person on app.assent_signer (organisation_id, person_id, request_id);
alter table app.assent_signer enable row level security;
alter table app.assent_signer force row level security;
create policy own_turn on app.assent_signer for select to kept_web
  using (organisation_id = app.current_organisation() and (
    app.is_system() or (select app.current_is_staff()) or person_id = app.current_person()));
create policy system_asks on app.assent_signer for insert to kept_web
  with check (organisation_id = app.current_organisation() and app.is_system());
grant select, insert on app.assent_signer to kept_web;
-- No update and no delete: that somebody was asked stays.

drop policy concerned on app.assent_request;
create policy concerned on app.assent_request for select to kept_web
  using (organisation_id = app.current_organisation() and (
    app.is_system() or (select app.current_is_staff()) or about_id = app.current_person()
    or about_id = any ((select app.current_children())::uuid[])
    or exists (select 1 from app.assent_signer s
                where s.organisation_id = assent_request.organisation_id and s.request_id = assent_request.id
                  and s.person_id = app.current_person())));
drop policy settled on app.assent_request;
create policy settled on app.assent_request for update to kept_web
  using (organisation_id = app.current_organisation() and (
    app.is_system() or (select app.current_is_staff()) or about_id = app.current_person()
    or about_id = any ((select app.current_children())::uuid[])
    or exists (select 1 from app.assent_signer s
                where s.organisation_id = assent_request.organisation_id and s.request_id = assent_request.id
                  and s.person_id = app.current_person())))
  with check (organisation_id = app.current_organisation() and app.is_system());

alter table app.signature drop constraint signature_capacity_check;
alter table app.signature add constraint signature_capacity_check check (capacity in ('self', 'pupil', 'parent', 'other'));
drop policy sign_as_oneself on app.signature;
create policy sign_as_oneself on app.signature for insert to kept_web
  with check (organisation_id = app.current_organisation() and (
    app.is_system()
    or (signer_id = app.current_person() and way in ('link', 'screen', 'class') and recorded_by is null
        and (about_id = app.current_person() or about_id = any ((select app.current_children())::uuid[])
             or (capacity = 'other' and exists (
                  select 1 from app.assent_signer s
                   where s.organisation_id = signature.organisation_id and s.request_id = signature.request_id
                     and s.person_id = app.current_person()))))
    or ((select app.current_is_staff()) and way in ('paper', 'class', 'in_person')
        and recorded_by = app.current_person() and signer_id <> app.current_person())));
