-- A search weighs no more than it has to. Words that few have are looked up in all; where more than five thousand have them, or
-- an index cannot tell (one or two letters, only what is not to be there, words that are spelt alike), the newest that whoever
-- asks may see are gone through one by one. Where there would have been more, a null ends the answer: the page says so.
create or replace function app.find_records(wanted_kind text, words text, alike boolean, most integer) returns setof uuid
  language plpgsql stable security definer set search_path = pg_catalog, search, public
  set pg_trgm.word_similarity_threshold = 0.39 set jit = off as $$
declare
  org uuid := app.current_organisation();
  me uuid := app.current_person();
  circles text[] := app.current_circles('masked');
  wanted tsquery := app.asked_for(words);
  -- The order of words in quotes is told by the text alone: for a count of those that may have them the words will do.
  loose tsquery := regexp_replace(wanted::text, '<(-|\d+)>', '&', 'g')::tsquery;
  holding text := '%' || replace(replace(replace(words, '\', '\\'), '%', '\%'), '_', '\_') || '%';
  longer text[] := array(select w from regexp_split_to_table(lower(words), '\W+') w where length(w) > 3 order by length(w) desc limit 8);
  many constant integer := 5000;
  wide boolean := alike or length(words) < 3 or querytree(loose) = 'T';
  near uuid[];
  found uuid[];
  more boolean;
begin
  wide := wide or many < (select count(*) from (select 1 from app.record_detail d
    where d.organisation_id = org and app.lexemes_of(app.words_of(d.title, d.fields)) @@ loose limit many + 1) as counted);
  wide := wide or many < (select count(*) from (select 1 from app.record_person k
    where k.organisation_id = org and k.described ilike holding limit many + 1) as counted);
  wide := wide or many < (select count(*) from (select 1 from app.person p
    join app.record_person k on k.organisation_id = p.organisation_id and k.person_id = p.id
    where p.organisation_id = org and (p.given_name || ' ' || p.family_name ilike holding
      or p.preferred_name || ' ' || p.family_name ilike holding) limit many + 1) as counted);
  if not wide then
    with matching as (
      select d.record_id as id from app.record_detail d
       where d.organisation_id = org and app.lexemes_of(app.words_of(d.title, d.fields)) @@ wanted
      union
      select k.record_id from app.person p
        join app.record_person k on k.organisation_id = p.organisation_id and k.person_id = p.id
       where p.organisation_id = org
         and (p.given_name || ' ' || p.family_name ilike holding or p.preferred_name || ' ' || p.family_name ilike holding)
      union
      select k.record_id from app.record_person k where k.organisation_id = org and k.described ilike holding
      union
      select r.id from app.record r where r.organisation_id = org and r.kind = wanted_kind and r.reference = upper(words)
    )
    select array_agg(f.id order by f.opened_at desc, f.id) into found from (
      select r.id, r.opened_at from matching m join app.record r on r.organisation_id = org and r.id = m.id
       where r.kind = wanted_kind and (app.is_system() or r.circle = any (circles) or exists (
         select 1 from app.record_reader i where i.organisation_id = org and i.record_id = r.id and i.person_id = me))
       order by r.opened_at desc, r.id limit most + 1) f;
    more := cardinality(found) > most;
    found := found[1:most];
  else
    near := array(select r.id from app.record r
      where r.organisation_id = org and r.kind = wanted_kind and (app.is_system() or r.circle = any (circles))
      order by r.opened_at desc, r.id limit most + 1);
    more := cardinality(near) > most;
    near := near[1:most] || array(select i.record_id from app.record_reader i where i.organisation_id = org and i.person_id = me)
      || array(select r.id from app.record r where r.organisation_id = org and r.kind = wanted_kind and r.reference = upper(words)
           and not alike and (app.is_system() or r.circle = any (circles)));
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
         when alike then words <% concat_ws(' ', p.preferred_name, p.given_name, p.family_name)
         else p.given_name || ' ' || p.family_name ilike holding or p.preferred_name || ' ' || p.family_name ilike holding
           or k.described ilike holding end
      union
      select r.id from app.record r where r.organisation_id = org and r.id = any (near) and r.reference = upper(words) and not alike
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
  circles text[] := app.current_circles('all');
  wanted tsquery := app.asked_for(words);
  loose tsquery := regexp_replace(wanted::text, '<(-|\d+)>', '&', 'g')::tsquery;
  longer text[] := array(select w from regexp_split_to_table(lower(words), '\W+') w where length(w) > 3 order by length(w) desc limit 8);
  many constant integer := 5000;
  wide boolean := alike or querytree(loose) = 'T';
  near uuid[];
  found uuid[];
  more boolean;
begin
  wide := wide or many < (select count(*) from (select 1 from app.concern c
    where c.organisation_id = org and app.lexemes_of(c.body) @@ loose limit many + 1) as counted);
  wide := wide or many < (select count(*) from (select 1 from app.concern_message m
    where m.organisation_id = org and app.lexemes_of(m.body) @@ loose limit many + 1) as counted);
  wide := wide or many < (select count(*) from (select 1 from app.concern_note n
    where n.organisation_id = org and app.lexemes_of(n.body) @@ loose limit many + 1) as counted);
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
       where app.is_system() or c.circle = any (circles) or exists (
         select 1 from app.concern_reader i where i.organisation_id = org and i.concern_id = c.id and i.person_id = me)
       order by c.told_at desc, c.id limit most + 1) f;
    more := cardinality(found) > most;
    found := found[1:most];
  else
    near := array(select c.id from app.concern c
      where c.organisation_id = org and (app.is_system() or c.circle = any (circles))
      order by c.told_at desc, c.id limit most + 1);
    more := cardinality(near) > most;
    near := near[1:most] || array(select i.concern_id from app.concern_reader i where i.organisation_id = org and i.person_id = me);
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

-- What taking words apart costs, said to the planner: it reads no row for it that an index spares.
alter function app.lexemes_of(text) cost 2000;
alter function app.words_of(text, jsonb) cost 500;
