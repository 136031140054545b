import { sql } from 'kysely'

/** Only the last line of a contact (`c`) says when to ask again: an answer, or another try, takes its place. */
export const LAST = sql`not exists (select 1 from app.record_contact n
  where n.organisation_id = c.organisation_id and n.thread_id = c.thread_id and n.line > c.line)`
