-- What retention has erased leaves the file store too, and so does what a crash left between a file and its row: the software
-- asks which of the files that it finds nothing needs any more. It learns nothing else about those that are locked.
create function app.evidence_unneeded(contents text[]) returns setof text
  language sql stable security definer set search_path = pg_catalog as $$
  select c from unnest(contents) c
   where app.is_system() and not exists (
     select 1 from app.evidence_file f
      where f.organisation_id = app.current_organisation() and f.sha256 = c and f.erased_at is null)
$$;
revoke all on function app.evidence_unneeded(text[]) from public;
grant execute on function app.evidence_unneeded(text[]) to kept_web;

create policy definer_reads on app.concern_file for select to kept_owner using (true);
create policy definer_reads on app.document_file for select to kept_owner using (true);
create function app.files_unneeded(contents text[]) returns setof text
  language sql stable security definer set search_path = pg_catalog as $$
  select c from unnest(contents) c
   where app.is_system()
     and not exists (select 1 from app.concern_file f
                      where f.organisation_id = app.current_organisation() and f.sha256 = c)
     and not exists (select 1 from app.document_file f
                      where f.organisation_id = app.current_organisation() and f.sha256 = c)
$$;
revoke all on function app.files_unneeded(text[]) from public;
grant execute on function app.files_unneeded(text[]) to kept_web;
create index concern_file_by_content on app.concern_file (organisation_id, sha256);
create index document_file_by_content on app.document_file (organisation_id, sha256);

-- A file whose destruction two people have signed goes unseen where it is locked: nobody has to find it to erase it.
create policy retention_marks on app.evidence_file for update to kept_owner using (true) with check (true);
create function app.mark_evidence_erased(wanted uuid, at timestamptz) returns text
  language plpgsql security definer set search_path = pg_catalog as $$
declare org uuid := app.current_organisation(); content text;
begin
  if not app.is_system() then raise exception 'only the system erases'; end if;
  if not exists (select 1 from app.evidence_entry e
                  where e.organisation_id = org and e.evidence_id = wanted and e.kind = 'destroyed'
                    and (select count(*) from app.evidence_signature s
                          where s.organisation_id = org and s.entry_id = e.id) >= 2) then
    raise exception 'two people have not signed';
  end if;
  update app.evidence_file f set erased_at = at
   where f.organisation_id = org and f.evidence_id = wanted and f.erased_at is null
     and not exists (select 1 from app.lasting_effect l where l.organisation_id = org and l.record_id = f.record_id
                       and l.does = 'hold' and l.ended_at is null)
  returning f.sha256 into content;
  return content;
end $$;
revoke all on function app.mark_evidence_erased(uuid, timestamptz) from public;
grant execute on function app.mark_evidence_erased(uuid, timestamptz) to kept_web;
