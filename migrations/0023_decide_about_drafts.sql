-- Who may approve a draft that was offered, who changes what of a comment, and what is noted about the review of the policy.

alter table app.policy_draft
  add column offered_by uuid,
  add column offered_at timestamptz,
  add constraint offered_by_somebody foreign key (organisation_id, offered_by) references app.person (organisation_id, id);
grant update (offered_by, offered_at) on app.policy_draft to kept_web;

-- Whose word counts for a revision that was offered: written by the software from the policy in force when it is offered, so
-- that no draft can name its own judges. `members/<kind>` stands for everybody who belongs to the school so.
create table app.policy_approver (
  organisation_id uuid    not null,
  draft_id        uuid    not null,
  revision        integer not null,
  decision        text    not null check (length(decision) between 1 and 80),
  voice           text    not null check (length(voice) between 1 and 80),
  post            text    not null check (length(post) between 1 and 100),
  position        integer not null,
  is_resolution   boolean not null,        -- a body has decided: whoever writes it down does not decide on their own request
  primary key (organisation_id, draft_id, revision, decision, voice, post),
  foreign key (organisation_id, draft_id) references app.policy_draft (organisation_id, id)
);
alter table app.policy_approver enable row level security;
alter table app.policy_approver force row level security;
create policy signed_in_read on app.policy_approver for select to kept_web
  using (organisation_id = app.current_organisation() and (app.is_system() or (select app.is_person())));
create policy system_names on app.policy_approver for insert to kept_web
  with check (organisation_id = app.current_organisation() and app.is_system());
grant select, insert on app.policy_approver to kept_web;

-- One's own word, for the very content that is offered now, as somebody whose word counts, and not about one's own request.
drop policy in_ones_own_name on app.policy_approval;
create policy in_ones_own_name on app.policy_approval for insert to kept_web
  with check (organisation_id = app.current_organisation() and given_by = app.current_person()
    and exists (
      select 1 from app.policy_draft d
        join app.policy_revision r on r.organisation_id = d.organisation_id and r.draft_id = d.id and r.number = d.offered_revision
        join app.policy_approver a on a.organisation_id = d.organisation_id and a.draft_id = d.id and a.revision = r.number
       where d.organisation_id = policy_approval.organisation_id and d.id = policy_approval.draft_id
         and d.stage = 'approving' and r.number = policy_approval.revision and r.content_hash = policy_approval.content_hash
         and a.decision = policy_approval.decision and a.voice = policy_approval.voice
         and (a.is_resolution or d.offered_by is distinct from app.current_person())
         and (a.post = any ((select app.current_posts())::text[])
              or a.post = any (select 'members/' || kind from unnest((select app.current_memberships())::text[]) as kind))));

-- A comment is its author's until the consultation closes; what is answered to it is written by the software, for a keeper.
drop policy author_and_keepers_change on app.policy_comment;
create policy author_changes_while_open on app.policy_comment for update to kept_web
  using (organisation_id = app.current_organisation() and (
    app.is_system()
    or (person_id = app.current_person() and exists (
          select 1 from app.policy_draft d
           where d.organisation_id = policy_comment.organisation_id and d.id = policy_comment.draft_id
             and d.stage = 'consulting'))))
  with check (organisation_id = app.current_organisation());
create function app.comment_keeps_its_hands() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  if (new.answer, new.taken_up, new.answered_by, new.answered_at)
     is distinct from (old.answer, old.taken_up, old.answered_by, old.answered_at) and not app.is_system() then
    raise exception 'a comment is answered by those who keep the policy' using errcode = '42501';
  end if;
  if (new.says, new.changed_at, new.withdrawn_at) is distinct from (old.says, old.changed_at, old.withdrawn_at)
     and old.person_id is distinct from app.current_person() then
    raise exception 'a comment is changed by its author only' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger comment_keeps_its_hands before update on app.policy_comment
  for each row execute function app.comment_keeps_its_hands();

-- What was noted about the review of a version: something that brings it forward, or that nothing needs to change.
create table app.policy_review (
  organisation_id   uuid        not null,
  id                uuid        not null,
  policy_version_id uuid        not null,
  kind              text        not null check (kind in ('sooner', 'no_change')),
  event             text        not null default '' check (length(event) <= 120),   -- of the pack: technology.changed
  reason            text        not null check (length(reason) between 1 and 4000),
  noted_by          uuid,
  noted_at          timestamptz not null,
  due_on            date        not null,               -- when the review is due because of it
  primary key (organisation_id, id),
  foreign key (organisation_id, policy_version_id) references app.policy_version (organisation_id, id),
  foreign key (organisation_id, noted_by) references app.person (organisation_id, id),
  check (kind = 'no_change' or event <> '')
);
create index policy_review_by_version on app.policy_review (organisation_id, policy_version_id, noted_at);
alter table app.policy_review enable row level security;
alter table app.policy_review force row level security;
create policy staff_and_governors_read on app.policy_review for select to kept_web
  using (organisation_id = app.current_organisation() and (
    app.is_system() or (select app.keeps_policy())
    or array['staff', 'governor'] && (select app.current_memberships())::text[]));
create policy keepers_note on app.policy_review for insert to kept_web
  with check (organisation_id = app.current_organisation() and (
    app.is_system() or (noted_by = app.current_person() and (select app.keeps_policy()))));
grant select, insert on app.policy_review to kept_web;
-- No update and no delete: what was noted stays noted.
