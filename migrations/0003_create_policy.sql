-- The policy as published: immutable versions with their clauses, who may see what kind of record, and each control's standing.

create table app.policy_version (
  organisation_id uuid not null references app.organisation,
  id              uuid not null,
  pack            text not null check (length(pack) between 1 and 120),
  number          integer not null check (number > 0),
  title           text not null,
  content         jsonb not null,                  -- the whole pack, as checked
  content_hash    bytea not null,                  -- SHA-256 of its RFC 8785 text
  published_at    timestamptz not null,
  published_by    uuid,
  in_force_on     date not null,
  note            text not null default '',
  primary key (organisation_id, id),
  unique (organisation_id, number)
);

create table app.clause (
  organisation_id   uuid not null,
  policy_version_id uuid not null,
  id                text not null check (length(id) between 1 and 40),
  position          integer not null,
  section           text not null,
  says              text not null,
  kind              text not null,
  area              text not null,
  strength          text not null check (strength in ('must', 'should', 'may')),
  kept_by           text[] not null default '{}',
  planned           text[] not null default '{}',
  primary key (organisation_id, policy_version_id, id),
  foreign key (organisation_id, policy_version_id) references app.policy_version (organisation_id, id)
);
create index clause_by_control on app.clause using gin (kept_by);

-- A circle is the set of posts that may see one kind of record at one school; `masked` sees that it exists, without names.
-- `members/<kind>` stands in place of a post for everybody who belongs to the school so: all its governors.
create table app.circle_post (
  organisation_id   uuid not null,
  policy_version_id uuid not null,
  circle            text not null check (circle ~ '^[a-z][a-z0-9_]{0,79}$'),
  post              text not null,
  reach             text not null check (reach in ('all', 'masked')),
  primary key (organisation_id, policy_version_id, circle, post),
  foreign key (organisation_id, policy_version_id) references app.policy_version (organisation_id, id)
);

-- The standing of each control, computed by its area as the system, so that everyone sees the same square.
create table app.standing (
  organisation_id   uuid not null,
  policy_version_id uuid not null,
  control           text not null,
  state             text not null check (state in ('kept', 'due', 'late', 'broken', 'none', 'published')),
  proof             text check (proof in ('enforced', 'proved', 'attested')),
  says              text not null,
  counts            jsonb not null default '{}',
  since             timestamptz,
  computed_at       timestamptz not null,
  changes_at        timestamptz,
  primary key (organisation_id, policy_version_id, control),
  foreign key (organisation_id, policy_version_id) references app.policy_version (organisation_id, id)
);

create policy definer_reads on app.policy_version for select to kept_owner using (true);
create policy definer_reads on app.circle_post for select to kept_owner using (true);

-- The circles whose records the acting person may see. A post held for one school opens that school's circle only.
create function app.current_circles(wanted text) returns text[]
  language sql stable security definer set search_path = pg_catalog as $$
  select coalesce(array_agg(distinct c.circle || ':' || s.id::text), '{}')
    from (select h.post, h.school_id from app.post_holder h
           where h.organisation_id = app.current_organisation() and h.person_id = app.current_person()
             and h.until_on is null
          union all
          select 'members/' || m.kind, m.school_id from app.person_membership m
           where m.organisation_id = app.current_organisation() and m.person_id = app.current_person()
             and m.until_on is null) as held
    join app.circle_post c on c.organisation_id = app.current_organisation() and c.post = held.post
     and (c.reach = 'all' or wanted = 'masked')
    join app.policy_version v on v.organisation_id = c.organisation_id and v.id = c.policy_version_id
    join app.school s on s.organisation_id = c.organisation_id and (held.school_id is null or s.id = held.school_id)
   where v.number = (select max(w.number) from app.policy_version w
                      where w.organisation_id = app.current_organisation())
$$;
create policy definer_reads on app.school for select to kept_owner using (true);
revoke all on function app.current_circles(text) from public;
grant execute on function app.current_circles(text) to kept_web;

alter table app.policy_version enable row level security;
alter table app.policy_version force row level security;
alter table app.clause enable row level security;
alter table app.clause force row level security;
alter table app.circle_post enable row level security;
alter table app.circle_post force row level security;
alter table app.standing enable row level security;
alter table app.standing force row level security;

create policy own_organisation on app.policy_version to kept_web
  using (organisation_id = app.current_organisation())
  with check (organisation_id = app.current_organisation() and app.is_system());
create policy own_organisation on app.clause to kept_web
  using (organisation_id = app.current_organisation())
  with check (organisation_id = app.current_organisation() and app.is_system());
create policy own_organisation on app.circle_post to kept_web
  using (organisation_id = app.current_organisation() and (app.is_system() or app.is_person()))
  with check (organisation_id = app.current_organisation() and app.is_system());
create policy own_organisation on app.standing to kept_web
  using (organisation_id = app.current_organisation() and (app.is_system() or app.is_person()))
  with check (organisation_id = app.current_organisation() and app.is_system());

grant select, insert on app.policy_version, app.clause, app.circle_post to kept_web;
-- No update and no delete: a published version is what was published.
grant select, insert, delete on app.standing to kept_web;
grant update (state, proof, says, counts, since, computed_at, changes_at) on app.standing to kept_web;
