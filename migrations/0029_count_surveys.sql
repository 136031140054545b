-- Surveys without names. That somebody has answered stands in app.assent_request and app.signature, like every asking; what
-- they answered is added to these counts and stands nowhere else.

create table app.survey_count (
  organisation_id   uuid    not null,
  assent            text    not null check (assent ~ '^[a-z][a-z0-9_]{0,79}$'),
  school_id         uuid    not null,
  round             text    not null check (length(round) between 1 and 40),
  text_hash         bytea   not null,              -- SHA-256 of what was asked: answers to other words are counted apart
  policy_version_id uuid    not null,              -- a version with these words
  closes_at         timestamptz not null,          -- until when answers are taken; nothing is shown before
  answered          integer not null default 0 check (answered >= 0),
  counts            jsonb   not null default '{}', -- by statement and answer
  -- No id, because ours carry their time, and no time of a change: neither may join an answer to whoever gave it. All counts of
  -- a school stand in one row, so that even the database's own notes on a row tell only that somebody was the last to answer.
  primary key (organisation_id, assent, school_id, round, text_hash),
  foreign key (organisation_id, school_id) references app.school (organisation_id, id),
  foreign key (organisation_id, policy_version_id) references app.policy_version (organisation_id, id)
);
alter table app.survey_count enable row level security;
alter table app.survey_count force row level security;
-- The software alone: what anybody is shown has gone through the rule for small numbers.
create policy system_reads on app.survey_count for select to kept_web
  using (organisation_id = app.current_organisation() and app.is_system());
create policy system_writes on app.survey_count for insert to kept_web
  with check (organisation_id = app.current_organisation() and app.is_system());
create policy system_counts on app.survey_count for update to kept_web
  using (organisation_id = app.current_organisation() and app.is_system())
  with check (organisation_id = app.current_organisation());
grant select, insert on app.survey_count to kept_web;
grant update (answered, counts) on app.survey_count to kept_web;
