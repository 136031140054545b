-- Agreements: what was asked of whom about whom, under which version, and each person's signature.

create table app.assent_request (
  organisation_id   uuid not null,
  id                uuid not null,
  policy_version_id uuid not null,
  assent            text not null check (assent ~ '^[a-z][a-z0-9_]{0,79}$'),
  about_id          uuid not null,                -- the pupil, or the adult who signs for themselves
  school_id         uuid not null,
  round             text not null default 'once' check (length(round) between 1 and 40),  -- the day on which this asking came round, or `once`
  state             text not null
                    check (state in ('open', 'partly', 'signed', 'refused', 'withdrawn', 'ended', 'superseded')),
  asked_at          timestamptz not null,
  due_at            timestamptz,
  settled_at        timestamptz,
  valid_until       timestamptz,                  -- until when what was signed holds; null while nothing ends it
  reminded          integer not null default 0,
  reminded_at       timestamptz,
  told_at           timestamptz,                  -- when the reminders were used up and somebody of the school was told
  primary key (organisation_id, id),
  unique (organisation_id, policy_version_id, assent, about_id, round),
  foreign key (organisation_id, policy_version_id) references app.policy_version (organisation_id, id),
  foreign key (organisation_id, about_id) references app.person (organisation_id, id),
  foreign key (organisation_id, school_id) references app.school (organisation_id, id)
);
create index assent_request_by_about on app.assent_request (organisation_id, about_id);
create index assent_request_by_state on app.assent_request (organisation_id, assent, state, due_at);
-- Only one asking about a person is live; a later one takes the place of those before it.
create unique index assent_request_live on app.assent_request (organisation_id, assent, about_id)
  where state not in ('ended', 'superseded');

create table app.signature (
  organisation_id uuid not null,
  id              uuid not null,
  request_id      uuid not null,
  about_id        uuid not null,
  signer_id       uuid not null,
  capacity        text not null check (capacity in ('self', 'pupil', 'parent')),
  outcome         text not null check (outcome in ('signed', 'refused', 'withdrawn')),
  way             text not null check (way in ('link', 'screen', 'paper', 'class')),
  typed_name      text not null check (length(typed_name) between 1 and 400),
  answers         jsonb not null default '{}',
  text_hash       bytea not null,                 -- SHA-256 of the exact text that was shown
  language        text not null default 'en',
  recorded_by     uuid,                           -- staff who saw the paper slip
  reason          text check (length(reason) <= 4000),
  signed_at       timestamptz not null,
  recorded_at     timestamptz not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, request_id) references app.assent_request (organisation_id, id),
  foreign key (organisation_id, about_id) references app.person (organisation_id, id),
  foreign key (organisation_id, signer_id) references app.person (organisation_id, id),
  check ((way = 'paper') = (recorded_by is not null))
);
create index signature_by_request on app.signature (organisation_id, request_id);
create index signature_by_signer on app.signature (organisation_id, signer_id);

alter table app.assent_request enable row level security;
alter table app.assent_request force row level security;
alter table app.signature enable row level security;
alter table app.signature force row level security;

create policy concerned on app.assent_request for select to kept_web
  using (organisation_id = app.current_organisation() and (
    app.is_system() or (select app.current_is_staff()) or about_id = app.current_person()
    or about_id = any ((select app.current_children())::uuid[])));
create policy system_asks on app.assent_request for insert to kept_web
  with check (organisation_id = app.current_organisation() and app.is_system());
-- Whoever signs locks the request; how it then stands is worked out and written by the software.
create policy settled on app.assent_request for update to kept_web
  using (organisation_id = app.current_organisation() and (
    app.is_system() or (select app.current_is_staff()) or about_id = app.current_person()
    or about_id = any ((select app.current_children())::uuid[])))
  with check (organisation_id = app.current_organisation() and app.is_system());

-- What the other parent answered is theirs alone: a signer sees their own, a pupil their own; staff see all.
create policy own_signatures on app.signature for select to kept_web
  using (organisation_id = app.current_organisation() and (
    app.is_system() or (select app.current_is_staff()) or signer_id = app.current_person()));
create policy sign_as_oneself on app.signature for insert to kept_web
  with check (organisation_id = app.current_organisation() and (
    app.is_system()
    or (signer_id = app.current_person() and way <> 'paper'
        and (about_id = app.current_person() or about_id = any ((select app.current_children())::uuid[])))
    or ((select app.current_is_staff()) and way = 'paper' and recorded_by = app.current_person() and signer_id <> app.current_person())));

grant select, insert on app.assent_request, app.signature to kept_web;
grant update (state, due_at, settled_at, valid_until, reminded, reminded_at, told_at) on app.assent_request to kept_web;
-- No update and no delete on signatures: a change of mind is a new one.
