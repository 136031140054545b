-- app.draft_asks runs as the owner of the table, whom row-level security binds too: it may read, and no more.
create policy definer_reads on app.policy_draft for select to kept_owner using (true);
