-- Whoever may read a few among very many waits no longer for what the many have. How a search is done may depend on all there is;
-- what it finds and what it says of itself still depend on nothing but what whoever asks may read.
create or replace function app.find_records(wanted_kind text, words text, alike boolean, most integer) returns setof uuid
  language plpgsql stable security definer set search_path = pg_catalog, search, public
  set pg_trgm.word_similarity_threshold = 0.39 set jit = off as $$
declare
  org uuid := app.current_organisation();
  me uuid := app.current_person();
  all_of_it boolean := app.is_system();
  circles text[] := app.current_circles('all');
  known text[] := app.current_circles('masked');
  wanted tsquery := app.asked_for(words);
  -- The order of words in quotes is told by the text alone: for a count of those that may have them the words will do.
  loose tsquery := regexp_replace(wanted::text, '<(-|\d+)>', '&', 'g')::tsquery;
  plain text := app.folded(words);
  holding text := '%' || replace(replace(replace(plain, '\', '\\'), '%', '\%'), '_', '\_') || '%';
  longer text[] := array(select w from regexp_split_to_table(lower(words), '\W+') w where length(w) > 3 order by length(w) desc limit 8);
  shut uuid[] := array(select w.record_id from app.record_wall w
    where w.organisation_id = org and w.person_id = me and w.lifted_at is null);
  let_in uuid[] := array(select i.record_id from app.record_reader i
    where i.organisation_id = org and i.person_id = me and (i.until is null or i.until > now()));
  many constant integer := 5000;
  wide boolean := alike or length(words) < 3 or querytree(loose) = 'T';
  crowded boolean;
  near uuid[];
  found uuid[];
  more boolean;
begin
  crowded := wide or many < (select count(*) from (select 1 from app.record_detail d
    where d.organisation_id = org and app.lexemes_of(app.words_of(d.title, d.fields)) @@ loose limit many + 1) as counted);
  crowded := crowded or many < (select count(*) from (select 1 from app.record_person k
    where k.organisation_id = org and app.folded(k.described) like holding limit many + 1) as counted);
  crowded := crowded or many < (select count(*) from (select 1 from app.person p
    join app.record_person k on k.organisation_id = p.organisation_id and k.person_id = p.id
    where p.organisation_id = org and app.folded_names(p.given_name, p.preferred_name, p.family_name) like holding
    limit many + 1) as counted);
  if crowded then
    near := array(select r.id from app.record r
      where r.organisation_id = org and r.kind = wanted_kind
        and (all_of_it or (r.circle = any (circles) and r.id <> all (shut)))
      order by r.opened_at desc, r.id limit most + 1);
    -- So few that all of them are gone through: it comes to the same as the index would, and costs less.
    if cardinality(near) <= most then wide := true; end if;
  end if;
  if crowded and not wide then
    wide := many < (select count(*) from (select 1 from app.record_detail d
      join app.record r on r.organisation_id = org and r.id = d.record_id
      where d.organisation_id = org and app.lexemes_of(app.words_of(d.title, d.fields)) @@ loose
        and r.kind = wanted_kind and (all_of_it or (r.circle = any (circles) and r.id <> all (shut))) limit many + 1) as counted);
    wide := wide or many < (select count(*) from (select 1 from app.record_person k
      join app.record r on r.organisation_id = org and r.id = k.record_id
      where k.organisation_id = org and app.folded(k.described) like holding
        and r.kind = wanted_kind and (all_of_it or (r.circle = any (circles) and r.id <> all (shut))) limit many + 1) as counted);
    wide := wide or many < (select count(*) from (select 1 from app.person p
      join app.record_person k on k.organisation_id = p.organisation_id and k.person_id = p.id
      join app.record r on r.organisation_id = org and r.id = k.record_id
      where p.organisation_id = org and app.folded_names(p.given_name, p.preferred_name, p.family_name) like holding
        and r.kind = wanted_kind and (all_of_it or (r.circle = any (circles) and r.id <> all (shut))) limit many + 1) as counted);
  end if;
  if not wide then
    with matching as (
      select d.record_id as id, false as by_number from app.record_detail d
       where d.organisation_id = org and app.lexemes_of(app.words_of(d.title, d.fields)) @@ wanted
      union
      select k.record_id, false from app.person p
        join app.record_person k on k.organisation_id = p.organisation_id and k.person_id = p.id
       where p.organisation_id = org and app.folded_names(p.given_name, p.preferred_name, p.family_name) like holding
      union
      select k.record_id, false from app.record_person k where k.organisation_id = org and app.folded(k.described) like holding
      union
      select r.id, true from app.record r where r.organisation_id = org and r.kind = wanted_kind and r.reference = upper(words)
    )
    select array_agg(f.id order by f.opened_at desc, f.id) into found from (
      select r.id, r.opened_at from matching m join app.record r on r.organisation_id = org and r.id = m.id
       where r.kind = wanted_kind and (all_of_it or ((r.circle = any (circles) or r.id = any (let_in)
         or (m.by_number and r.circle = any (known))) and r.id <> all (shut)))
       group by r.id, r.opened_at order by r.opened_at desc, r.id limit most + 1) f;
    more := cardinality(found) > most;
    found := found[1:most];
  else
    more := cardinality(near) > most;
    near := near[1:most] || array(select i from unnest(let_in) i where i <> all (shut));
    -- Each text is weighed as it is read: the conditions stand where no index takes them up and reads everything.
    with matching as (
      select d.record_id as id from app.record_detail d
       where d.organisation_id = org and d.record_id = any (near) and case
         when alike then longer[1] <% app.words_of(d.title, d.fields)
           and not exists (select 1 from unnest(longer) w where not w <% app.words_of(d.title, d.fields))
         else app.lexemes_of(app.words_of(d.title, d.fields)) @@ wanted end
      union
      select k.record_id from app.record_person k
        left join app.person p on p.organisation_id = k.organisation_id and p.id = k.person_id
       where k.organisation_id = org and k.record_id = any (near) and case
         when alike then plain <% app.folded_names(p.given_name, p.preferred_name, p.family_name)
         else app.folded_names(p.given_name, p.preferred_name, p.family_name) like holding
           or app.folded(k.described) like holding end
      union
      select r.id from app.record r where r.organisation_id = org and r.kind = wanted_kind and r.reference = upper(words)
         and not alike and (all_of_it or (r.circle = any (known) and r.id <> all (shut)))
    )
    select array_agg(r.id order by r.opened_at desc, r.id) into found
      from matching m join app.record r on r.organisation_id = org and r.id = m.id where r.kind = wanted_kind;
  end if;
  return query select unnest(found);
  if more then return next null; end if;
end $$;

create or replace function app.find_concerns(words text, alike boolean, most integer) returns setof uuid
  language plpgsql stable security definer set search_path = pg_catalog, search, public
  set pg_trgm.word_similarity_threshold = 0.39 set jit = off as $$
declare
  org uuid := app.current_organisation();
  me uuid := app.current_person();
  all_of_it boolean := app.is_system();
  circles text[] := app.current_circles('all');
  wanted tsquery := app.asked_for(words);
  loose tsquery := regexp_replace(wanted::text, '<(-|\d+)>', '&', 'g')::tsquery;
  longer text[] := array(select w from regexp_split_to_table(lower(words), '\W+') w where length(w) > 3 order by length(w) desc limit 8);
  shut uuid[] := array(select w.concern_id from app.concern_wall w where w.organisation_id = org and w.person_id = me
    union select c.id from app.record_wall w join app.concern c on c.organisation_id = org and c.record_id = w.record_id
     where w.organisation_id = org and w.person_id = me and w.lifted_at is null);
  let_in uuid[] := array(select i.concern_id from app.concern_reader i where i.organisation_id = org and i.person_id = me);
  many constant integer := 5000;
  wide boolean := alike or querytree(loose) = 'T';
  crowded boolean;
  near uuid[];
  found uuid[];
  more boolean;
begin
  crowded := wide or many < (select count(*) from (select 1 from app.concern c
    where c.organisation_id = org and app.lexemes_of(c.body) @@ loose limit many + 1) as counted);
  crowded := crowded or many < (select count(*) from (select 1 from app.concern_message m
    where m.organisation_id = org and app.lexemes_of(m.body) @@ loose limit many + 1) as counted);
  crowded := crowded or many < (select count(*) from (select 1 from app.concern_note n
    where n.organisation_id = org and app.lexemes_of(n.body) @@ loose limit many + 1) as counted);
  if crowded then
    near := array(select c.id from app.concern c
      where c.organisation_id = org and (all_of_it or (c.circle = any (circles) and c.id <> all (shut)))
      order by c.told_at desc, c.id limit most + 1);
    if cardinality(near) <= most then wide := true; end if;
  end if;
  if crowded and not wide then
    wide := many < (select count(*) from (select 1 from app.concern c
      where c.organisation_id = org and app.lexemes_of(c.body) @@ loose
        and (all_of_it or (c.circle = any (circles) and c.id <> all (shut))) limit many + 1) as counted);
    wide := wide or many < (select count(*) from (select 1 from app.concern_message m
      join app.concern c on c.organisation_id = org and c.id = m.concern_id
      where m.organisation_id = org and app.lexemes_of(m.body) @@ loose
        and (all_of_it or (c.circle = any (circles) and c.id <> all (shut))) limit many + 1) as counted);
    wide := wide or many < (select count(*) from (select 1 from app.concern_note n
      join app.concern c on c.organisation_id = org and c.id = n.concern_id
      where n.organisation_id = org and app.lexemes_of(n.body) @@ loose
        and (all_of_it or (c.circle = any (circles) and c.id <> all (shut))) limit many + 1) as counted);
  end if;
  if not wide then
    with matching as (
      select c.id from app.concern c where c.organisation_id = org and app.lexemes_of(c.body) @@ wanted
      union
      select m.concern_id from app.concern_message m where m.organisation_id = org and app.lexemes_of(m.body) @@ wanted
      union
      select n.concern_id from app.concern_note n where n.organisation_id = org and app.lexemes_of(n.body) @@ wanted
    )
    select array_agg(f.id order by f.told_at desc, f.id) into found from (
      select c.id, c.told_at from matching m join app.concern c on c.organisation_id = org and c.id = m.id
       where all_of_it or ((c.circle = any (circles) or c.id = any (let_in)) and c.id <> all (shut))
       order by c.told_at desc, c.id limit most + 1) f;
    more := cardinality(found) > most;
    found := found[1:most];
  else
    more := cardinality(near) > most;
    near := near[1:most] || array(select i from unnest(let_in) i where i <> all (shut));
    with texts as (
      select c.id, c.body from app.concern c where c.organisation_id = org and c.id = any (near)
      union all
      select m.concern_id, m.body from app.concern_message m where m.organisation_id = org and m.concern_id = any (near)
      union all
      select n.concern_id, n.body from app.concern_note n where n.organisation_id = org and n.concern_id = any (near)
    ), matching as (
      select distinct t.id from texts t where case
        when alike then longer[1] <% t.body and not exists (select 1 from unnest(longer) w where not w <% t.body)
        else app.lexemes_of(t.body) @@ wanted end
    )
    select array_agg(c.id order by c.told_at desc, c.id) into found
      from matching m join app.concern c on c.organisation_id = org and c.id = m.id;
  end if;
  return query select unnest(found);
  if more then return next null; end if;
end $$;
