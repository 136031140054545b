-- The open concerns are the newest ones, so the indexes over all of them find them last when they are read from the other end.
create index concern_open_by_standing on app.concern (organisation_id,
  (case when state = 'new' then 0 when state = 'taken' then 1 else 2 end), in_danger desc, told_at desc, id)
  where state in ('new', 'taken');
create index concern_open_by_time on app.concern (organisation_id, told_at desc, id) where state in ('new', 'taken');
create index concern_open_by_worry on app.concern (organisation_id, about_kind, told_at desc, id) where state in ('new', 'taken');
create index concern_open_by_teller on app.concern (organisation_id, reporter_kind, told_at desc, id) where state in ('new', 'taken');
