-- The files that a school attaches to the documents of its policy: the linked policies that the policy only names. The newest of a
-- document counts, the older ones are kept.

create table app.document_file (
  organisation_id uuid        not null,
  id              uuid        not null,
  document        text        not null check (document ~ '^[a-z][a-z0-9_]{0,59}$'),
  name            text        not null check (length(name) between 1 and 255),
  sha256          text        not null check (sha256 ~ '^[0-9a-f]{64}$'),
  bytes           bigint      not null check (bytes > 0),
  type            text        not null check (length(type) between 1 and 200),
  attached_at     timestamptz not null,
  attached_by     uuid        not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, attached_by) references app.person (organisation_id, id)
);
create index document_file_by_document on app.document_file (organisation_id, document, attached_at desc, id desc);

alter table app.document_file enable row level security;
alter table app.document_file force row level security;

-- Whoever is signed in reads the documents of the policy that binds them. Whoever keeps the policy attaches; that the owner of a
-- document may, the pack says and not the database, so that is done as the system.
create policy readers on app.document_file for select to kept_web
  using (organisation_id = app.current_organisation() and (app.is_system() or app.is_person()));
create policy keepers_attach on app.document_file for insert to kept_web
  with check (organisation_id = app.current_organisation() and (
    app.is_system() or (attached_by = app.current_person() and (select app.keeps_policy()))));

grant select, insert on app.document_file to kept_web;
-- NOTE: update and delete are not granted: an attached file stays, a newer one takes its place.
