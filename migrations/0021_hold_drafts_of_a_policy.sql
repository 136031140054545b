-- Drafts of a policy: what becomes the next version. A draft is never written over: each change is a revision with its author.

alter table app.policy_version
  add column draft_id      uuid,
  add column material      boolean,          -- asks for agreement again; a correction does not
  add column approved_on   date,
  add column approved_by   text,             -- who or what body, in the pack's words
  add column minute        text,             -- where the decision stands written
  add column review_due_on date;
-- No update is granted: what is said of a version is said when it is published.

create table app.policy_draft (
  organisation_id   uuid        not null references app.organisation,
  id                uuid        not null,
  title             text        not null check (length(title) between 1 and 200),
  began_from        text        not null check (length(began_from) between 1 and 200),  -- version/3, pack/village-primary, document/…, blank, file
  base_version_id   uuid,                                                               -- what was in force when it was begun
  stage             text        not null default 'editing'
                    check (stage in ('editing', 'consulting', 'approving', 'approved', 'published', 'set_aside')),
  revision          integer     not null check (revision > 0),
  material          boolean,
  change_note       text        not null default '' check (length(change_note) <= 4000),
  consult_audiences text[]      not null default '{}'
                    check (consult_audiences <@ array['staff', 'pupil', 'parent', 'governor', 'visitor']),
  consult_until     date,
  offered_revision  integer,                                                            -- what is read in consultation and approved
  in_force_on       date,
  why_ended         text        not null default '' check (length(why_ended) <= 4000),
  created_by        uuid,
  created_at        timestamptz not null,
  changed_at        timestamptz not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, base_version_id) references app.policy_version (organisation_id, id),
  foreign key (organisation_id, created_by) references app.person (organisation_id, id)
);
create index policy_draft_by_change on app.policy_draft (organisation_id, changed_at desc, id desc);

create table app.policy_revision (
  organisation_id uuid        not null,
  draft_id        uuid        not null,
  number          integer     not null check (number > 0),
  content         jsonb       not null,
  content_hash    bytea       not null,                -- SHA-256 of its RFC 8785 text
  says            text        not null check (length(says) between 1 and 2000),
  place           text        not null default '',     -- the part that was changed, where it was one
  goes_back_to    integer,                             -- the revision whose content this one takes up again
  made_by         uuid,
  made_at         timestamptz not null,
  primary key (organisation_id, draft_id, number),
  foreign key (organisation_id, draft_id) references app.policy_draft (organisation_id, id),
  foreign key (organisation_id, made_by) references app.person (organisation_id, id)
);

-- What was proposed for a clause of the school's own document, until somebody has said what holds.
create table app.policy_proposal (
  organisation_id uuid        not null,
  draft_id        uuid        not null,
  clause          text        not null check (length(clause) between 1 and 40),
  position        integer     not null,
  found_at        jsonb       not null,
  proposal        jsonb       not null,
  state           text        not null default 'open' check (state in ('open', 'accepted', 'changed', 'split', 'dropped')),
  settled_by      uuid,
  settled_at      timestamptz,
  primary key (organisation_id, draft_id, clause),
  foreign key (organisation_id, draft_id) references app.policy_draft (organisation_id, id),
  foreign key (organisation_id, settled_by) references app.person (organisation_id, id),
  check ((state = 'open') = (settled_at is null))
);
create index policy_proposal_in_order on app.policy_proposal (organisation_id, draft_id, position);

create table app.policy_comment (
  organisation_id uuid        not null,
  id              uuid        not null,
  draft_id        uuid        not null,
  revision        integer     not null,                -- what its author had before them
  clause          text,                                -- null: about the whole
  person_id       uuid        not null,
  audience        text        not null check (audience in ('staff', 'pupil', 'parent', 'governor', 'visitor')),
  says            text        not null check (length(says) between 1 and 4000),
  made_at         timestamptz not null,
  changed_at      timestamptz,
  withdrawn_at    timestamptz,
  answer          text        check (length(answer) between 1 and 4000),
  taken_up        boolean,
  answered_by     uuid,
  answered_at     timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, draft_id) references app.policy_draft (organisation_id, id),
  foreign key (organisation_id, person_id) references app.person (organisation_id, id),
  foreign key (organisation_id, answered_by) references app.person (organisation_id, id),
  check ((answer is null) = (answered_at is null) and (answer is null) = (taken_up is null))
);
create index policy_comment_by_clause on app.policy_comment (organisation_id, draft_id, clause, made_at);
create index policy_comment_by_person on app.policy_comment (organisation_id, person_id, draft_id);

create table app.policy_approval (
  organisation_id uuid        not null,
  id              uuid        not null,
  draft_id        uuid        not null,
  revision        integer     not null,
  content_hash    bytea       not null,
  decision        text        not null check (length(decision) between 1 and 80),   -- of the pack: governors_approve
  voice           text        not null check (length(voice) between 1 and 80),      -- the party whose word it is
  answer          text        not null check (answer in ('yes', 'no')),
  reason          text        not null default '' check (length(reason) <= 4000),
  decided_on      date        not null,
  minute          text        not null default '' check (length(minute) <= 200),
  given_by        uuid        not null,                -- who gave it, or wrote down what a body decided
  given_at        timestamptz not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, draft_id) references app.policy_draft (organisation_id, id),
  foreign key (organisation_id, given_by) references app.person (organisation_id, id),
  check (answer = 'yes' or reason <> '')
);
create index policy_approval_by_draft on app.policy_approval (organisation_id, draft_id, given_at);

-- Those who keep the policy: the posts that the version in force names as its owner, and the administrator, who must be able
-- to begin while nothing is in force.
create function app.keeps_policy() returns boolean
  language sql stable security definer set search_path = pg_catalog as $$
  select exists (
    select 1 from app.post_holder h
     where h.organisation_id = app.current_organisation() and h.person_id = app.current_person() and h.until_on is null
       and (h.post = 'administrator' or exists (
             select 1 from app.circle_post c
              where c.organisation_id = h.organisation_id and c.circle = 'keeps_policy' and c.post = h.post
                and c.policy_version_id = (select v.id from app.policy_version v
                                            where v.organisation_id = h.organisation_id
                                            order by v.number desc limit 1))))
$$;
revoke all on function app.keeps_policy() from public;
grant execute on function app.keeps_policy() to kept_web;

-- How somebody belongs to the organisation today.
create function app.current_memberships() returns text[]
  language sql stable security definer set search_path = pg_catalog as $$
  select coalesce(array_agg(distinct m.kind), '{}') from app.person_membership m
   where m.organisation_id = app.current_organisation() and m.person_id = app.current_person() and m.until_on is null
$$;
revoke all on function app.current_memberships() from public;
grant execute on function app.current_memberships() to kept_web;

alter table app.policy_draft enable row level security;
alter table app.policy_draft force row level security;
alter table app.policy_revision enable row level security;
alter table app.policy_revision force row level security;
alter table app.policy_proposal enable row level security;
alter table app.policy_proposal force row level security;
alter table app.policy_comment enable row level security;
alter table app.policy_comment force row level security;
alter table app.policy_approval enable row level security;
alter table app.policy_approval force row level security;

-- A draft is its keepers' own until they offer it: then those who are asked read it, and before approval staff and governors.
create policy keepers_and_asked on app.policy_draft for select to kept_web
  using (organisation_id = app.current_organisation() and (
    app.is_system() or (select app.keeps_policy())
    or (stage = 'consulting' and consult_audiences && (select app.current_memberships())::text[])
    or (stage in ('approving', 'approved', 'published')
        and array['staff', 'governor'] && (select app.current_memberships())::text[])));
create policy keepers_begin on app.policy_draft for insert to kept_web
  with check (organisation_id = app.current_organisation() and (
    app.is_system() or (created_by = app.current_person() and (select app.keeps_policy()))));
create policy keepers_lead on app.policy_draft for update to kept_web
  using (organisation_id = app.current_organisation() and (app.is_system() or (select app.keeps_policy())))
  with check (organisation_id = app.current_organisation());

-- Of a draft that was offered, only what was offered is read by others, and what they were offered before.
create policy keepers_and_asked on app.policy_revision for select to kept_web
  using (organisation_id = app.current_organisation() and (
    app.is_system() or (select app.keeps_policy())
    or exists (select 1 from app.policy_draft d
                where d.organisation_id = policy_revision.organisation_id and d.id = policy_revision.draft_id
                  and policy_revision.number <= d.offered_revision)));
create policy keepers_write on app.policy_revision for insert to kept_web
  with check (organisation_id = app.current_organisation() and (
    app.is_system() or (made_by = app.current_person() and (select app.keeps_policy()))));

create policy keepers on app.policy_proposal for select to kept_web
  using (organisation_id = app.current_organisation() and (app.is_system() or (select app.keeps_policy())));
create policy keepers_add on app.policy_proposal for insert to kept_web
  with check (organisation_id = app.current_organisation() and (app.is_system() or (select app.keeps_policy())));
create policy keepers_settle on app.policy_proposal for update to kept_web
  using (organisation_id = app.current_organisation() and (app.is_system() or (select app.keeps_policy())))
  with check (organisation_id = app.current_organisation());

-- A comment is for its author and for those who keep the policy: no pupil reads what another said.
create policy author_and_keepers on app.policy_comment for select to kept_web
  using (organisation_id = app.current_organisation() and (
    app.is_system() or person_id = app.current_person() or (select app.keeps_policy())));
create policy asked_people_say on app.policy_comment for insert to kept_web
  with check (organisation_id = app.current_organisation() and person_id = app.current_person()
    and answer is null and audience = any ((select app.current_memberships())::text[])
    and exists (select 1 from app.policy_draft d
                 where d.organisation_id = policy_comment.organisation_id and d.id = policy_comment.draft_id
                   and d.stage = 'consulting' and policy_comment.audience = any (d.consult_audiences)));
create policy author_and_keepers_change on app.policy_comment for update to kept_web
  using (organisation_id = app.current_organisation() and (
    app.is_system() or person_id = app.current_person() or (select app.keeps_policy())))
  with check (organisation_id = app.current_organisation());

create policy who_may_read_the_draft on app.policy_approval for select to kept_web
  using (organisation_id = app.current_organisation() and (app.is_system() or (select app.is_person())));
create policy in_ones_own_name on app.policy_approval for insert to kept_web
  with check (organisation_id = app.current_organisation() and given_by = app.current_person());

grant select, insert on app.policy_draft, app.policy_revision, app.policy_proposal, app.policy_comment, app.policy_approval to kept_web;
grant update (title, stage, revision, material, change_note, consult_audiences, consult_until, offered_revision, in_force_on,
  why_ended, changed_at) on app.policy_draft to kept_web;
grant update (state, settled_by, settled_at) on app.policy_proposal to kept_web;
grant update (says, changed_at, withdrawn_at, answer, taken_up, answered_by, answered_at) on app.policy_comment to kept_web;
-- No update of revisions and approvals, and no delete: who changed and approved what must stay provable.
