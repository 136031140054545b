-- A large roster is carried out in the background; its sender sees how far it has come and how it ended.
alter table app.roster_upload
  add column state text not null default 'waiting' check (state in ('waiting', 'running', 'done', 'failed')),
  add column progress jsonb not null default '{}',
  add column said text not null default '' check (length(said) <= 500);
grant update (state, progress, said, reading) on app.roster_upload to kept_web;
