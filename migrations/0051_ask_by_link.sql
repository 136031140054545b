-- Somebody who is only described in a record may answer one consent once, through a link that the school gives them. The link
-- opens that one question and nothing else: whoever holds it reads no row of any table.
create table app.answer_link (
  organisation_id   uuid        not null,
  id                uuid        not null,
  record_id         uuid        not null,
  record_person_id  uuid        not null,
  assent            text        not null check (assent ~ '^[a-z][a-z0-9_]{0,59}$'),
  policy_version_id uuid        not null,
  token_hash        bytea       not null check (length(token_hash) = 32),  -- the link itself is kept nowhere
  made_by           uuid        not null,
  made_at           timestamptz not null,
  expires_at        timestamptz not null,
  used_at           timestamptz,
  typed_name        text        check (length(typed_name) between 1 and 400),
  answers           jsonb,
  text_hash         bytea,
  primary key (organisation_id, id),
  unique (organisation_id, token_hash),
  foreign key (organisation_id, record_id) references app.record (organisation_id, id),
  -- Gone with whoever it was for: what is erased of a record is erased here.
  foreign key (organisation_id, record_person_id) references app.record_person (organisation_id, id) on delete cascade,
  foreign key (organisation_id, policy_version_id) references app.policy_version (organisation_id, id),
  foreign key (organisation_id, made_by) references app.person (organisation_id, id),
  check ((used_at is null) = (answers is null) and (used_at is null) = (typed_name is null))
);
create index answer_link_by_record on app.answer_link (organisation_id, record_id);
create index answer_link_by_person on app.answer_link (organisation_id, record_person_id);
alter table app.answer_link enable row level security;
alter table app.answer_link force row level security;
-- Whoever sees the record, by its own policies, sees who was asked so; staff among them ask.
create policy of_record on app.answer_link for select to kept_web
  using (organisation_id = app.current_organisation() and (app.is_system()
    or exists (select 1 from app.record r where r.organisation_id = answer_link.organisation_id and r.id = answer_link.record_id)));
create policy staff_ask on app.answer_link for insert to kept_web
  with check (organisation_id = app.current_organisation() and made_by = app.current_person() and used_at is null
    and (select app.current_is_staff())
    and exists (select 1 from app.record r where r.organisation_id = answer_link.organisation_id and r.id = answer_link.record_id));
create policy staff_end on app.answer_link for update to kept_web
  using (organisation_id = app.current_organisation() and used_at is null and (select app.current_is_staff())
    and exists (select 1 from app.record r where r.organisation_id = answer_link.organisation_id and r.id = answer_link.record_id))
  with check (organisation_id = app.current_organisation() and used_at is null);
grant select, insert, update (expires_at) on app.answer_link to kept_web;
-- No update of an answer is granted: it is given once, by the function below.

create policy definer_reads on app.answer_link for select to kept_owner using (true);
create policy definer_answers on app.answer_link for update to kept_owner using (true) with check (true);

-- What a link asks, as long as it stands: not used, not over, its person still named, its record not done away with.
create function app.open_answer_link(wanted bytea, at timestamptz)
  returns table (id uuid, record_id uuid, assent text, policy_version_id uuid, school_id uuid)
  language sql stable security definer set search_path = pg_catalog as $$
  select l.id, l.record_id, l.assent, l.policy_version_id, r.school_id
    from app.answer_link l
    join app.record_person p on p.organisation_id = l.organisation_id and p.id = l.record_person_id and p.removed_at is null
    join app.record r on r.organisation_id = l.organisation_id and r.id = l.record_id and r.state = 'open'
   where l.organisation_id = app.current_organisation() and l.token_hash = wanted and l.used_at is null and l.expires_at > at
$$;
revoke all on function app.open_answer_link(bytea, timestamptz) from public;
grant execute on function app.open_answer_link(bytea, timestamptz) to kept_web;

-- Answers once: of two at the same moment the second finds nothing. True when it was taken.
create function app.answer_by_link(wanted bytea, at timestamptz, name text, given jsonb, shown bytea) returns boolean
  language plpgsql volatile security definer set search_path = pg_catalog as $$
begin
  update app.answer_link l set used_at = at, typed_name = name, answers = given, text_hash = shown
   where l.organisation_id = app.current_organisation() and l.token_hash = wanted and l.used_at is null
     and l.id in (select o.id from app.open_answer_link(wanted, at) o);
  return found;
end $$;
revoke all on function app.answer_by_link(bytea, timestamptz, text, jsonb, bytea) from public;
grant execute on function app.answer_by_link(bytea, timestamptz, text, jsonb, bytea) to kept_web;
