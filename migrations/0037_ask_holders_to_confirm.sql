-- What a draft leaves open is sent to the holder of the post that it belongs to, who says whether it is so. The row carries what
-- was shown: whoever answers reads nothing else of the draft.

create table app.policy_confirmation (
  organisation_id uuid        not null,
  id              uuid        not null,
  draft_id        uuid        not null,
  place           text        not null check (length(place) between 1 and 600),
  post            text        not null check (length(post) between 1 and 80),
  title           text        not null check (length(title) <= 4000),
  sentence        text        not null check (length(sentence) <= 8000),
  says            text        not null check (length(says) <= 8000),
  clauses         jsonb       not null check (jsonb_typeof(clauses) = 'array'),
  has_value       boolean     not null,  -- whether something stands there to which one can say yes
  mark            text        not null,  -- of what stood there: a yes settles that and nothing newer
  asked_by        uuid        not null,
  asked_at        timestamptz not null,
  answer          text        check (answer in ('yes', 'no')),
  words           text        check (length(words) <= 4000),
  answered_by     uuid,
  answered_at     timestamptz,
  withdrawn_at    timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, draft_id) references app.policy_draft (organisation_id, id),
  foreign key (organisation_id, asked_by) references app.person (organisation_id, id),
  foreign key (organisation_id, answered_by) references app.person (organisation_id, id),
  check (num_nulls(answer, words, answered_by, answered_at) in (0, 4)),
  check (answer is null or withdrawn_at is null),
  check (answer is distinct from 'no' or length(words) >= 1),
  check (answer is distinct from 'yes' or has_value)
);
create unique index policy_confirmation_live on app.policy_confirmation (organisation_id, draft_id, place, post)
  where answered_at is null and withdrawn_at is null;
create index policy_confirmation_by_draft on app.policy_confirmation (organisation_id, draft_id, place, asked_at);
create index policy_confirmation_by_post on app.policy_confirmation (organisation_id, post, asked_at);

-- Whether a draft still takes answers. Whoever is asked may not read the draft itself.
create function app.draft_asks(draft uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog as $$
  select exists (select 1 from app.policy_draft d
                  where d.organisation_id = app.current_organisation() and d.id = draft
                    and d.stage in ('editing', 'consulting'))
$$;
revoke all on function app.draft_asks(uuid) from public;
grant execute on function app.draft_asks(uuid) to kept_web;

alter table app.policy_confirmation enable row level security;
alter table app.policy_confirmation force row level security;

-- A holder sees what waits for their post and what they have answered; those who keep the policy see all.
create policy keepers_and_asked on app.policy_confirmation for select to kept_web
  using (organisation_id = app.current_organisation() and (
    app.is_system() or (select app.keeps_policy()) or answered_by = app.current_person()
    or (answered_at is null and withdrawn_at is null and post = any ((select app.current_posts())::text[])
        and app.draft_asks(draft_id))));
create policy keepers_send on app.policy_confirmation for insert to kept_web
  with check (organisation_id = app.current_organisation() and answered_at is null and withdrawn_at is null
    and asked_by = app.current_person() and (select app.keeps_policy()));
-- An answer is given once, by a holder of the post, in their own name.
create policy holders_answer on app.policy_confirmation for update to kept_web
  using (organisation_id = app.current_organisation() and answered_at is null and withdrawn_at is null
    and post = any ((select app.current_posts())::text[]) and app.draft_asks(draft_id))
  with check (organisation_id = app.current_organisation() and answered_by = app.current_person()
    and withdrawn_at is null and post = any ((select app.current_posts())::text[]));
create policy keepers_take_back on app.policy_confirmation for update to kept_web
  using (organisation_id = app.current_organisation() and answered_at is null and (select app.keeps_policy()))
  with check (organisation_id = app.current_organisation() and answered_at is null and withdrawn_at is not null
    and (select app.keeps_policy()));
grant select, insert on app.policy_confirmation to kept_web;
grant update (answer, words, answered_by, answered_at, withdrawn_at) on app.policy_confirmation to kept_web;
-- No delete: who was asked and what they said stays.
