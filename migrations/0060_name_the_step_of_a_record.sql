-- Which step of which procedure stands open, said by itself: the key of a visit names it in a way that only the engine reads,
-- and says it otherwise once a case went over to another procedure, was opened again, or has steps side by side.
alter table app.record_step add column chart text, add column step text;

-- Rows from before, as far as their keys tell: `incident:chart:1.illegal~…:police:1` is `police` of `flow/illegal`. A branch
-- is taken for a procedure here, which names none; the next answer in the record writes its rows anew.
alter table app.record_step no force row level security;
update app.record_step s
   set step = split_part(s.key, ':', -2), chart = w.chart
  from (select o.organisation_id, o.record_id, o.key,
               case when position('.' in o.key) = 0 or last.name ~ '^r[0-9]+-' then 'record/' || r.kind
                    else 'flow/' || regexp_replace(last.name, '^m[0-9]+-', '') end as chart
          from app.record_step o
          join app.record r on r.organisation_id = o.organisation_id and r.id = o.record_id,
               lateral (select split_part(split_part(split_part(o.key, '.', -1), ':', 1), '~', 1)) as last (name)) w
 where w.organisation_id = s.organisation_id and w.record_id = s.record_id and w.key = s.key;
alter table app.record_step force row level security;

alter table app.record_step alter column chart set not null, alter column step set not null;
