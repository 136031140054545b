-- Whoever signs a slip first may name who countersigns it: the question of the slip in which they were named stands beside them.
alter table app.assent_signer add column named_in text check (named_in ~ '^[a-z][a-z0-9_]{0,59}$');
-- Somebody may countersign for a post and because they were named: once for each.
alter table app.assent_signer drop constraint assent_signer_organisation_id_request_id_person_id_key;
alter table app.assent_signer add constraint assent_signer_once
  unique nulls not distinct (organisation_id, request_id, person_id, named_in);
