-- A concern that became a case is finished with whoever told it when the case is over and they have the closing answer. Its
-- `closed_at` says when; its state stays that of a case, because it is erased with the case. What came of it may be said then.
drop policy handlers_write on app.you_said_of;
create policy handlers_write on app.you_said_of for insert to kept_web
  with check (organisation_id = app.current_organisation() and app.is_person() and exists (
    select 1 from app.concern c
     where c.organisation_id = you_said_of.organisation_id and c.id = you_said_of.concern_id
       and c.state in ('closed', 'incident') and c.closed_at is not null));
