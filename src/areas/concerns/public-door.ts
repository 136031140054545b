import type { FastifyRequest } from 'fastify'
import { sql } from 'kysely'
import { anonymousActor } from '#core/actor.ts'
import { NotFound } from '#core/errors.ts'
import type { Database } from '#platform/database/database.ts'
import { setActor } from '#platform/web/decorations.ts'

/** The organisation of a public page. */
export interface Door {
  readonly organisationId: string
  readonly slug: string
}

/**
 * Opens a public page for nobody in particular: from here on the request acts as anonymous in the organisation that the
 * address names. No session is read, whoever is signed in.
 */
export async function openDoor(db: Database, request: FastifyRequest, slug: string): Promise<Door> {
  const { rows } = await sql<{ organisation_id: string }>`
    select organisation_id from app.organisation_by_slug(${slug})`.execute(db.identity)
  const [found] = rows
  if (found === undefined) throw new NotFound('organisation.unknown')
  setActor(request, anonymousActor(found.organisation_id))
  return { organisationId: found.organisation_id, slug }
}
