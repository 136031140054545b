-- Search knows English endings and forgives a slip of the keys. Trigrams come with PostgreSQL itself (its contrib, and the
-- embedded server), and an owner of a database may install them. They stand apart from what is Kept's own.
create schema if not exists search;
create extension if not exists pg_trgm schema search;

-- What may be searched in a record: its title and every text of its form, not the names of the fields.
create function app.words_of(title text, fields jsonb) returns text
  language sql immutable parallel safe set search_path = pg_catalog as $$
  select title || coalesce(' ' || (select string_agg(one #>> '{}', ' ')
    from jsonb_path_query(fields, '$.** ? (@.type() == "string")') one), '')
$$;
-- Both ways: with English endings taken off, and as they stand, so that a name such as Will or May is found too.
create function app.lexemes_of(words text) returns tsvector
  language sql immutable parallel safe set search_path = pg_catalog as $$
  select to_tsvector('pg_catalog.english', words) || to_tsvector('pg_catalog.simple', words)
$$;
create function app.asked_for(words text) returns tsquery
  language sql immutable parallel safe set search_path = pg_catalog as $$
  select websearch_to_tsquery('pg_catalog.english', words) || websearch_to_tsquery('pg_catalog.simple', words)
$$;

drop function app.search_records(text, text, integer);
drop function app.search_concerns(text, integer);
drop index app.record_detail_by_words;
drop index app.concern_by_words;
set local search_path = search, public;
create index record_detail_by_words on app.record_detail using gin (app.lexemes_of(app.words_of(title, fields)));
create index record_detail_by_letters on app.record_detail using gin (app.words_of(title, fields) gin_trgm_ops);
create index record_person_by_letters on app.record_person using gin (described gin_trgm_ops) where described is not null;
create index concern_by_words on app.concern using gin (app.lexemes_of(body));
create index concern_by_letters on app.concern using gin (body gin_trgm_ops);
create index concern_message_by_words on app.concern_message using gin (app.lexemes_of(body));
create index concern_message_by_letters on app.concern_message using gin (body gin_trgm_ops);
create index concern_note_by_words on app.concern_note using gin (app.lexemes_of(body));
create index concern_note_by_letters on app.concern_note using gin (body gin_trgm_ops);

create policy definer_reads on app.record_reader for select to kept_owner using (true);
create policy definer_reads on app.concern_reader for select to kept_owner using (true);
create policy definer_reads on app.concern_message for select to kept_owner using (true);
create policy definer_reads on app.concern_note for select to kept_owner using (true);

-- Both pick ids and nothing else, the newest first, among what the circles of whoever asks hold; whoever asks joins them, and
-- the row policies decide. Without that, what somebody may not see could push out what they may.
create function app.find_records(wanted_kind text, words text, alike boolean, most integer) returns setof uuid
  language plpgsql stable security definer set search_path = pg_catalog, search, public
  set pg_trgm.word_similarity_threshold = 0.39 as $$
declare
  org uuid := app.current_organisation();
  me uuid := app.current_person();
  circles text[] := app.current_circles('masked');
  wanted tsquery := app.asked_for(words);
  holding text := '%' || replace(replace(replace(words, '\', '\\'), '%', '\%'), '_', '\_') || '%';
  longer text[] := array(select w from regexp_split_to_table(lower(words), '\W+') w where length(w) > 3 order by length(w) desc);
begin
  return query
  with matching as (
    select d.record_id as id from app.record_detail d
     where not alike and d.organisation_id = org and app.lexemes_of(app.words_of(d.title, d.fields)) @@ wanted
    union
    select k.record_id from app.person p
      join app.record_person k on k.organisation_id = p.organisation_id and k.person_id = p.id
     where p.organisation_id = org and case
       when alike then words <% concat_ws(' ', p.preferred_name, p.given_name, p.family_name)
       else p.given_name || ' ' || p.family_name ilike holding or p.preferred_name || ' ' || p.family_name ilike holding end
    union
    select k.record_id from app.record_person k
     where not alike and k.organisation_id = org and k.described ilike holding
    union
    select d.record_id from app.record_detail d
     where alike and d.organisation_id = org and longer[1] <% app.words_of(d.title, d.fields)
       and not exists (select 1 from unnest(longer) w where not w <% app.words_of(d.title, d.fields))
    union
    select r.id from app.record r
     where not alike and r.organisation_id = org and r.kind = wanted_kind and r.reference = upper(words)
  )
  select r.id from matching m join app.record r on r.organisation_id = org and r.id = m.id
   where r.kind = wanted_kind and (app.is_system() or r.circle = any (circles) or exists (
     select 1 from app.record_reader i where i.organisation_id = org and i.record_id = r.id and i.person_id = me))
   order by r.opened_at desc, r.id limit most;
end $$;
revoke all on function app.find_records(text, text, boolean, integer) from public;
grant execute on function app.find_records(text, text, boolean, integer) to kept_web;

create function app.find_concerns(words text, alike boolean, most integer) returns setof uuid
  language plpgsql stable security definer set search_path = pg_catalog, search, public
  set pg_trgm.word_similarity_threshold = 0.39 as $$
declare
  org uuid := app.current_organisation();
  me uuid := app.current_person();
  circles text[] := app.current_circles('all');
  wanted tsquery := app.asked_for(words);
  longer text[] := array(select w from regexp_split_to_table(lower(words), '\W+') w where length(w) > 3 order by length(w) desc);
begin
  return query
  with matching as (
    select c.id from app.concern c where not alike and c.organisation_id = org and app.lexemes_of(c.body) @@ wanted
    union
    select m.concern_id from app.concern_message m where not alike and m.organisation_id = org and app.lexemes_of(m.body) @@ wanted
    union
    select n.concern_id from app.concern_note n where not alike and n.organisation_id = org and app.lexemes_of(n.body) @@ wanted
    union
    select c.id from app.concern c where alike and c.organisation_id = org and longer[1] <% c.body
       and not exists (select 1 from unnest(longer) w where not w <% c.body)
    union
    select m.concern_id from app.concern_message m where alike and m.organisation_id = org and longer[1] <% m.body
       and not exists (select 1 from unnest(longer) w where not w <% m.body)
    union
    select n.concern_id from app.concern_note n where alike and n.organisation_id = org and longer[1] <% n.body
       and not exists (select 1 from unnest(longer) w where not w <% n.body)
  )
  select c.id from matching m join app.concern c on c.organisation_id = org and c.id = m.id
   where app.is_system() or c.circle = any (circles) or exists (
     select 1 from app.concern_reader i where i.organisation_id = org and i.concern_id = c.id and i.person_id = me)
   order by c.told_at desc, c.id limit most;
end $$;
revoke all on function app.find_concerns(text, boolean, integer) from public;
grant execute on function app.find_concerns(text, boolean, integer) to kept_web;
