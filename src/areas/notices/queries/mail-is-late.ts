import { sql } from 'kysely'
import { systemActor } from '#core/actor.ts'
import type { Parts } from '#platform/parts.ts'
import { mailHeldUp } from './list-mail.ts'

/**
 * Whether mail does not leave here now, for pages that nobody has signed in to. All schools of an installation have one mail
 * server, so it is asked of all of them: the answer says nothing of whose address was typed.
 */
export async function mailIsLate({ db, mail }: Pick<Parts, 'db' | 'mail'>): Promise<boolean> {
  if (!mail.sends) return false
  const { rows } = await sql<{ organisation_id: string }>`
    select organisation_id from app.list_organisations() order by organisation_id`.execute(db.identity)
  for (const { organisation_id } of rows)
    if ((await db.inTx(systemActor(organisation_id, 'sign-in'), mailHeldUp)) !== null) return true
  return false
}
