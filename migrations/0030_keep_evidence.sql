-- Evidence of a record and who had it: items, their files, what happened to them, and who signed for that. All of it is as
-- need-to-know as the record: behind its circle and its walls.

create table app.evidence_item (
  organisation_id uuid        not null,
  id              uuid        not null,
  record_id       uuid        not null,
  number          integer     not null check (number > 0),
  kind            text        not null check (kind in ('file', 'screenshot', 'web', 'printed', 'device', 'described')),
  title           text        not null check (length(title) between 1 and 200),
  shows           text        not null default '' check (length(shows) <= 8000),
  label           jsonb       not null default '{}',   -- what the form of its kind asks: computer, user, address, owner …
  entered_at      timestamptz not null,
  entered_by      uuid        not null,
  primary key (organisation_id, id),
  unique (organisation_id, record_id, number),
  foreign key (organisation_id, record_id) references app.record (organisation_id, id),
  foreign key (organisation_id, entered_by) references app.person (organisation_id, id)
);

-- The original of an item: content-addressed in the file store, which has it locked. Never changed; only what the scanner said.
create table app.evidence_file (
  organisation_id uuid        not null,
  evidence_id     uuid        not null,
  record_id       uuid        not null,
  sha256          text        not null check (sha256 ~ '^[0-9a-f]{64}$'),
  bytes           bigint      not null check (bytes >= 0),
  type            text        not null check (length(type) between 1 and 200),
  name            text        not null check (length(name) between 1 and 255),
  kept_at         timestamptz not null,
  scan            text        not null default 'waits' check (scan in ('waits', 'clean', 'infected', 'unscanned')),
  scan_says       text        check (length(scan_says) <= 200),
  scanned_at      timestamptz,
  erased_at       timestamptz,
  primary key (organisation_id, evidence_id),
  foreign key (organisation_id, evidence_id) references app.evidence_item (organisation_id, id),
  foreign key (organisation_id, record_id) references app.record (organisation_id, id)
);
create index evidence_file_by_content on app.evidence_file (organisation_id, sha256);
create index evidence_file_to_scan on app.evidence_file (organisation_id, kept_at) where scan in ('waits', 'unscanned');

-- What happened to an item, or was decided in the case about its images; only appended to. A mistake is said by a later entry.
create table app.evidence_entry (
  organisation_id uuid        not null,
  id              uuid        not null,
  record_id       uuid        not null,
  evidence_id     uuid,                                -- none: it is about the case
  kind            text        not null check (kind in ('captured', 'stored', 'sealed', 'opened', 'handed', 'released',
                                'returned', 'destroyed', 'withdrawn', 'review', 'viewing', 'deletion', 'police_word')),
  at              timestamptz not null,
  noted_at        timestamptz not null,
  noted_by        uuid        not null,
  from_person_id  uuid,
  from_words      text        check (length(from_words) between 1 and 200),
  to_person_id    uuid,
  to_words        text        check (length(to_words) between 1 and 200),
  fields          jsonb       not null default '{}',
  primary key (organisation_id, id),
  foreign key (organisation_id, record_id) references app.record (organisation_id, id),
  foreign key (organisation_id, evidence_id) references app.evidence_item (organisation_id, id),
  foreign key (organisation_id, noted_by) references app.person (organisation_id, id),
  foreign key (organisation_id, from_person_id) references app.person (organisation_id, id),
  foreign key (organisation_id, to_person_id) references app.person (organisation_id, id)
);
create index evidence_entry_by_record on app.evidence_entry (organisation_id, record_id, noted_at);
create index evidence_entry_by_item on app.evidence_entry (organisation_id, evidence_id, noted_at) where evidence_id is not null;

-- Who stands for an entry, and for exactly these words: `signs` is the hash of what they read.
create table app.evidence_signature (
  organisation_id uuid        not null,
  entry_id        uuid        not null,
  record_id       uuid        not null,
  part            text        not null check (part ~ '^[a-z][a-z_]{0,39}$'),
  person_id       uuid,
  words           text        check (length(words) between 1 and 200),
  method          text        not null check (method in ('password', 'paper', 'sample')),
  says            text        check (length(says) between 1 and 400),  -- paper: where the signed sheet is
  signs           bytea       not null check (length(signs) = 32),
  signed_at       timestamptz not null,
  noted_by        uuid        not null,
  primary key (organisation_id, entry_id, part),
  foreign key (organisation_id, entry_id) references app.evidence_entry (organisation_id, id),
  foreign key (organisation_id, record_id) references app.record (organisation_id, id),
  foreign key (organisation_id, person_id) references app.person (organisation_id, id),
  check ((person_id is null) <> (words is null)),
  check (method <> 'password' or person_id is not null)
);

alter table app.evidence_item enable row level security;
alter table app.evidence_item force row level security;
alter table app.evidence_file enable row level security;
alter table app.evidence_file force row level security;
alter table app.evidence_entry enable row level security;
alter table app.evidence_entry force row level security;
alter table app.evidence_signature enable row level security;
alter table app.evidence_signature force row level security;

create policy handlers on app.evidence_item for select to kept_web
  using (organisation_id = app.current_organisation() and (app.is_system() or exists (
    select 1 from app.record_detail d
     where d.organisation_id = evidence_item.organisation_id and d.record_id = evidence_item.record_id)));
create policy handlers on app.evidence_entry for select to kept_web
  using (organisation_id = app.current_organisation() and (app.is_system() or exists (
    select 1 from app.record_detail d
     where d.organisation_id = evidence_entry.organisation_id and d.record_id = evidence_entry.record_id)));
create policy handlers on app.evidence_signature for select to kept_web
  using (organisation_id = app.current_organisation() and (app.is_system() or exists (
    select 1 from app.record_detail d
     where d.organisation_id = evidence_signature.organisation_id and d.record_id = evidence_signature.record_id)));

-- Suspected images of abuse: the files of a locked record cannot be found by anybody, the software included.
create policy unlocked on app.evidence_file for select to kept_web
  using (organisation_id = app.current_organisation()
    and exists (select 1 from app.record r
                 where r.organisation_id = evidence_file.organisation_id and r.id = evidence_file.record_id
                   and not r.files_locked)
    and (app.is_system() or exists (
      select 1 from app.record_detail d
       where d.organisation_id = evidence_file.organisation_id and d.record_id = evidence_file.record_id)));
create policy unlocked_gets on app.evidence_file for insert to kept_web
  with check (organisation_id = app.current_organisation() and app.is_system()
    and exists (select 1 from app.record r
                 where r.organisation_id = evidence_file.organisation_id and r.id = evidence_file.record_id
                   and not r.files_locked));
create policy system_scans on app.evidence_file for update to kept_web
  using (organisation_id = app.current_organisation() and app.is_system())
  with check (organisation_id = app.current_organisation());

create policy system_writes on app.evidence_item for insert to kept_web
  with check (organisation_id = app.current_organisation() and app.is_system());
create policy system_writes on app.evidence_entry for insert to kept_web
  with check (organisation_id = app.current_organisation() and app.is_system());
create policy system_writes on app.evidence_signature for insert to kept_web
  with check (organisation_id = app.current_organisation() and app.is_system());

grant select, insert on app.evidence_item, app.evidence_file, app.evidence_entry, app.evidence_signature to kept_web;
grant update (scan, scan_says, scanned_at, erased_at) on app.evidence_file to kept_web;
-- No update and no delete otherwise: what was said of evidence stands, and so does who signed for it.
