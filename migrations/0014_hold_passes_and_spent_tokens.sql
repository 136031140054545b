-- A pass signs in once: the link of a mail, or the code of a printed letter for somebody whom no mail reaches.
-- A used pass is gone. Only the HMAC of its token is here, under a key that the database does not have.
create table identity.pass (
  id              uuid primary key,
  kind            text not null check (kind in ('link', 'letter')),
  token_hash      text not null unique,
  user_id         uuid not null references identity."user",
  organisation_id uuid,                            -- a letter is for one person of one organisation, a link for a mailbox
  person_id       uuid,
  issued_at       timestamptz not null,
  expires_at      timestamptz not null,
  check ((kind = 'letter') = (organisation_id is not null and person_id is not null)),
  foreign key (organisation_id, person_id) references identity.link (organisation_id, person_id)
);
create unique index pass_letter_in_use on identity.pass (organisation_id, person_id) where kind = 'letter';
create index pass_by_user on identity.pass (user_id);
create index pass_by_expiry on identity.pass (expires_at);
grant select, insert, delete on identity.pass to kept_web;
-- No update is granted: a pass is made, used and gone.

alter table identity.session drop constraint session_method_check;
alter table identity.session add constraint session_method_check
  check (method in ('password', 'link', 'letter', 'card', 'sample'));

-- Tokens of upload forms that were used, until they would be over anyway. All web processes share them. The nonce is
-- random: a row says nothing of anybody.
create table identity.spent_token (
  nonce    text primary key check (length(nonce) <= 64),
  until_at timestamptz not null
);
create index spent_token_by_age on identity.spent_token (until_at);
grant select, insert, delete on identity.spent_token to kept_web;
