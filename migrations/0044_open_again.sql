-- A closed record is opened again: what was announced of it is taken back, because its time begins anew when it is closed.

create policy system_takes_back on app.record_expiry for delete to kept_web
  using (organisation_id = app.current_organisation() and app.is_system()
    and exists (select 1 from app.record r
                 where r.organisation_id = record_expiry.organisation_id and r.id = record_expiry.record_id
                   and r.state = 'open'));
grant delete on app.record_expiry to kept_web;
