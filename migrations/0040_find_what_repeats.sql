-- Who is in several cases within a time: ids of people and nothing else, among the circles of whoever asks. The cases
-- themselves are read under the row policies, and counted again there.
create index record_by_opening on app.record (organisation_id, kind, circle, opened_at) include (id) where state in ('open', 'closed');
create function app.find_repeated(wanted_kind text, parts text[], since timestamptz, at_least integer, most integer)
  returns setof uuid
  language sql stable security definer set search_path = pg_catalog as $$
  select k.person_id from app.record r
    join app.record_person k on k.organisation_id = r.organisation_id and k.record_id = r.id
   where r.organisation_id = app.current_organisation() and r.kind = wanted_kind and r.opened_at >= since
     and r.state in ('open', 'closed') and r.circle = any (app.current_circles('all'))
     and k.removed_at is null and k.person_id is not null and k.part = any (parts)
   group by k.person_id
  having count(distinct r.id) >= at_least
   order by count(distinct r.id) desc, max(r.opened_at) desc limit most
$$;
revoke all on function app.find_repeated(text, text[], timestamptz, integer, integer) from public;
grant execute on function app.find_repeated(text, text[], timestamptz, integer, integer) to kept_web;
