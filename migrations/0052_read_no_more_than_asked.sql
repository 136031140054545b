-- What a page shows is found without reading what it does not show.

-- The cases that somebody opened and nobody was given stand on their own page.
create index record_open_by_opener on app.record (organisation_id, opened_by, kind, opened_at desc, id)
  where state = 'open' and not given;

-- The same pupils in the same order each time, also where two are in as many cases as each other.
create or replace function app.find_repeated(wanted_kind text, parts text[], since timestamptz, at_least integer, most integer)
  returns setof uuid
  language sql stable security definer set search_path = pg_catalog set jit = off as $$
  select k.person_id from app.record r
    join app.record_person k on k.organisation_id = r.organisation_id and k.record_id = r.id
   where r.organisation_id = app.current_organisation() and r.kind = wanted_kind and r.opened_at >= since
     and r.state in ('open', 'closed') and r.circle = any (app.current_circles('all'))
     and k.removed_at is null and k.person_id is not null and k.part = any (parts)
   group by k.person_id
  having count(distinct r.id) >= at_least
   order by count(distinct r.id) desc, max(r.opened_at) desc, k.person_id limit most
$$;
