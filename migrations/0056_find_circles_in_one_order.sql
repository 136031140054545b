-- The circles of the person who acts, by the same rule as before (0047), found in one order whatever PostgreSQL knows of the
-- tables: in a school that has only just begun, and until its tables are first analysed, it began with every circle of the
-- policy instead of with what the person holds (measured: 2 ms and 3,500 blocks for each ask, where this takes 0.07 ms).
create or replace function app.current_circles(wanted text) returns text[]
  language plpgsql stable security definer set search_path = pg_catalog as $$
declare
  org constant uuid := app.current_organisation();
  me constant uuid := app.current_person();
  newest uuid;
begin
  select w.id into newest from app.policy_version w where w.organisation_id = org order by w.number desc limit 1;
  return array(
    select c.circle || s.ending
      from (select h.post, h.school_id from app.post_holder h
             where h.organisation_id = org and h.person_id = me and h.until_on is null
            union all
            select 'members/' || m.kind, m.school_id from app.person_membership m
             where m.organisation_id = org and m.person_id = me and m.until_on is null) as held
     -- `offset 0` keeps each of these an index look-up for what is held.
     cross join lateral (select ':' || t.id::text as ending from app.school t
                          where t.organisation_id = org and (held.school_id is null or t.id = held.school_id) offset 0) as s
     cross join lateral (select p.circle from app.circle_post p
                          where p.organisation_id = org and p.policy_version_id = newest and p.post = held.post
                            and (p.reach = 'all' or wanted = 'masked') offset 0) as c);
end $$;
