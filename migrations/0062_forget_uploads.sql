-- A roster that was sent and never approved holds a school's children. Its sender may forget it; the software does not.

create policy system_finds on app.roster_upload for select to kept_web
  using (organisation_id = app.current_organisation() and app.is_system());
create policy system_forgets on app.roster_upload for delete to kept_web
  using (organisation_id = app.current_organisation() and app.is_system() and uploaded_at < now() - interval '7 days');
create index roster_upload_by_age on app.roster_upload (organisation_id, uploaded_at);
