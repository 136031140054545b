-- Before content is erased from the store: whether any evidence of the organisation still needs it, in locked cases too. It
-- says yes or no, and nothing of where.
create policy definer_reads on app.evidence_file for select to kept_owner using (true);
create function app.evidence_needs(content text) returns boolean
  language sql stable security definer set search_path = pg_catalog as $$
  select exists (select 1 from app.evidence_file f
                  where f.organisation_id = app.current_organisation() and f.sha256 = content and f.erased_at is null)
$$;
revoke all on function app.evidence_needs(text) from public;
grant execute on function app.evidence_needs(text) to kept_web;
