-- Who signs in, and how. These tables are global: a sign-in belongs to a human, who may be a person of several organisations.
-- No table here has a column for an IP address or a user agent, so neither can be stored.

create table identity."user" (
  id             uuid primary key,
  email          text unique check (email = lower(email) and length(email) <= 320 and email like '%_@_%'),
  email_verified boolean not null default false,
  created_at     timestamptz not null,
  updated_at     timestamptz not null
);
-- Pupils have no address and get no invented one: their e-mail is null, and null never signs in.
-- No name: it stands with the person, behind the row policies of their organisation.

create table identity.account (
  id          uuid primary key,
  account_id  text not null,
  provider_id text not null,
  user_id     uuid not null references identity."user" on delete cascade,
  password    text check (password like '$argon2id$%'),
  created_at  timestamptz not null,
  updated_at  timestamptz not null,
  unique (provider_id, account_id)
);
create index account_by_user on identity.account (user_id);

-- Ties a sign-in to a person of an organisation. One mailbox may serve two parents, so a user may have several.
create table identity.link (
  organisation_id uuid not null,
  person_id       uuid not null,
  user_id         uuid not null references identity."user",
  created_at      timestamptz not null,
  ended_at        timestamptz,
  primary key (organisation_id, person_id),
  unique (user_id, organisation_id, person_id)
);

-- Tokens are kept as an HMAC. `next_token` was handed out and not seen yet; `previous_token` still answers requests under way.
create table identity.session (
  id              uuid primary key,
  user_id         uuid not null,
  organisation_id uuid not null,
  person_id       uuid not null,
  method          text not null check (method in ('password', 'link', 'card', 'sample')),
  token           text not null unique,
  next_token      text unique,
  previous_token  text unique,
  created_at      timestamptz not null,
  updated_at      timestamptz not null,
  rotated_at      timestamptz not null,
  seen_at         timestamptz not null,
  expires_at      timestamptz not null,
  foreign key (user_id, organisation_id, person_id) references identity.link (user_id, organisation_id, person_id)
);
create index session_by_link on identity.session (user_id, organisation_id, person_id);
create index session_by_expiry on identity.session (expires_at);

-- Magic links, as the HMAC of their token; used ones are gone.
create table identity.verification (
  id         uuid primary key,
  identifier text not null,
  value      text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index verification_by_identifier on identity.verification (identifier);

-- A pupil's printed card, as an HMAC under a key that the database does not have.
create table identity.card (
  id              uuid primary key,
  organisation_id uuid not null,
  person_id       uuid not null,
  class_code      text not null check (class_code ~ '^[0-9A-Z]{2,24}$'),
  code_hash       text not null,
  issued_at       timestamptz not null,
  revoked_at      timestamptz,
  unique (class_code, code_hash),
  foreign key (organisation_id, person_id) references identity.link (organisation_id, person_id)
);
create unique index card_in_use on identity.card (organisation_id, person_id, class_code) where revoked_at is null;

-- Tries per account, card and class; the key is an HMAC, because people type their password into the wrong field.
create table identity.attempt (
  key      text primary key,
  tries    integer not null check (tries >= 0),
  began_at timestamptz not null
);
create index attempt_by_age on identity.attempt (began_at);

-- What happened here, on its way into the ledger of the organisation.
create table identity.event (
  id              uuid primary key,
  organisation_id uuid not null,
  person_id       uuid,                            -- null when a whole class is meant
  user_id         uuid,
  code            text not null check (code ~ '^identity\.[a-z_]+$'),
  at              timestamptz not null,
  details         jsonb not null default '{}'
);
create index event_by_organisation on identity.event (organisation_id, id);

-- The one-time token that guards the set-up page of an empty database.
create table identity.setup_token (
  id         uuid primary key,
  token_hash text not null unique,
  expires_at timestamptz not null,
  tries_left integer not null check (tries_left >= 0),
  used_at    timestamptz
);

-- Whether a person of an organisation is still there, asked before anybody is known.
create function identity.may_enter(organisation uuid, person uuid, at timestamptz) returns boolean
  language sql stable security definer set search_path = pg_catalog as $$
  select exists (
    select 1 from app.person p join app.organisation o on o.organisation_id = p.organisation_id
     where p.organisation_id = organisation and p.id = person
       and (p.ended_on is null or p.ended_on > (at at time zone o.zone)::date))
$$;
revoke all on function identity.may_enter(uuid, uuid, timestamptz) from public;
grant execute on function identity.may_enter(uuid, uuid, timestamptz) to kept_web;

-- The session that a token opens, asked at every request: plpgsql, because it keeps its plan (0.65 ms became 0.2).
create function identity.find_session(hash text, at timestamptz, seen_after timestamptz, rotated_after timestamptz)
  returns setof identity.session
  language plpgsql stable security definer set search_path = pg_catalog as $$
begin
  return query
  select s.* from identity.session s
    join identity.link l on l.organisation_id = s.organisation_id and l.person_id = s.person_id and l.ended_at is null
    join app.organisation o on o.organisation_id = s.organisation_id
    join app.person p on p.organisation_id = s.organisation_id and p.id = s.person_id
   where (s.token = hash or s.next_token = hash or (s.previous_token = hash and s.rotated_at > rotated_after))
     and s.expires_at > at and s.seen_at > seen_after
     and (p.ended_on is null or p.ended_on > (at at time zone o.zone)::date);
end
$$;
revoke all on function identity.find_session(text, timestamptz, timestamptz, timestamptz) from public;
grant execute on function identity.find_session(text, timestamptz, timestamptz, timestamptz) to kept_web;

grant select, insert, update (email, email_verified, updated_at) on identity."user" to kept_web;
grant select, insert, update (password, updated_at) on identity.account to kept_web;
grant select, insert, update (user_id, ended_at) on identity.link to kept_web;
grant select, insert, update, delete on identity.session to kept_web;
grant select, insert, update, delete on identity.verification to kept_web;
grant select, insert, update (revoked_at) on identity.card to kept_web;
grant select, insert, update, delete on identity.attempt to kept_web;
grant select, insert, delete on identity.event to kept_web;
grant select, insert, update (tries_left, used_at), delete on identity.setup_token to kept_web;
-- No delete on users, links and cards: they are ended.
