-- The open cases are the newest ones, so the indexes over all cases find them last when they are read from the other end.
create index record_open_by_reference on app.record (organisation_id, kind, reference) where state = 'open';
create index record_open_by_happening on app.record (organisation_id, kind, occurred_at desc nulls last, id) where state = 'open';
create index record_open_by_category on app.record (organisation_id, kind, category, opened_at desc, id) where state = 'open';
