import type { Actor } from '#core/actor.ts'
import { Refused } from '#core/errors.ts'
import { newId } from '#core/ids.ts'
import type { Tx } from '#platform/database/tx.ts'
import { asSystem, contextOf } from '#platform/database/tx.ts'
import { recordEvent } from '#platform/ledger/event.ts'

export interface CreateSite {
  readonly name: string
  /** The schools that it belongs to, the one that it stands in first. */
  readonly schoolIds: readonly string[]
  /** What the policy calls it. */
  readonly place?: string
}

/** Adds a site, which may belong to several schools. */
export async function createSite(tx: Tx, actor: Actor, input: CreateSite): Promise<string> {
  const [first, ...further] = [...new Set(input.schoolIds)]
  if (first === undefined) throw new Refused('site.no_school', 'Name at least one school that the site belongs to.')
  const { organisationId } = actor
  const id = newId(contextOf(tx).clock)
  await asSystem(tx, async () => {
    await tx
      .insertInto('app.site')
      .values({ organisation_id: organisationId, id, school_id: first, name: input.name, place: input.place ?? null })
      .execute()
    if (further.length > 0)
      await tx
        .insertInto('app.site_school')
        .values(further.map((schoolId) => ({ organisation_id: organisationId, site_id: id, school_id: schoolId })))
        .execute()
  })
  recordEvent(tx, { code: 'site.created', subject: { kind: 'site', id }, details: { ...input } })
  return id
}
