import { sql } from 'kysely'
import { givenNow, tellWhoGot } from '#areas/records/index.ts'
import type { PersonActor } from '#core/actor.ts'
import { NotFound, Refused } from '#core/errors.ts'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf } from '#platform/database/tx.ts'
import { paths } from '../paths.ts'
import { takeConcern } from './take-concern.ts'

/**
 * Gives open concerns to one of those who look after them: from now on it is theirs. Left out are those that are settled,
 * theirs already, or that they may not have. Where somebody may be in danger and nobody has taken it yet, it cannot be given:
 * somebody has to take it, and until then those on call are called.
 */
export async function giveConcerns(
  tx: Tx,
  actor: PersonActor,
  input: { readonly ids: readonly string[]; readonly personId: string },
): Promise<{ readonly given: number; readonly refused: number }> {
  const { ids, personId } = input
  const own = personId === actor.personId
  const found = (await lockOpen(tx, ids)).filter((one) => own || one.state === 'taken' || !one.in_danger)
  const fit = await mayHave(
    tx,
    personId,
    found.map((one) => one.id),
  )
  const changing = found.filter((one) => fit.has(one.id) && one.taken_by !== personId)
  if (changing.length > 0)
    await tx
      .insertInto('app.concern_assignment')
      .values(changing.map((one) => ({ ...givenNow(tx, actor, personId), concern_id: one.id })))
      .execute()
  for (const one of changing) await takeConcern(tx, actor, one.id, personId)
  if (!own)
    await tellWhoGot(tx, actor, personId, {
      kind: 'concern',
      ids: changing.map((one) => one.id),
      one: { noun: 'a concern', href: paths.show.to(changing[0]?.id ?? '') },
      several: { noun: `${changing.length} concerns`, href: paths.list.to('?view=mine') },
    })
  return { given: changing.length, refused: ids.length - fit.size }
}

/**
 * Gives one concern to somebody.
 * @throws Refused where they may not have it, or it has to be taken first; NotFound for whoever may not see it.
 */
export async function giveConcern(tx: Tx, actor: PersonActor, concernId: string, personId: string): Promise<void> {
  const { refused } = await giveConcerns(tx, actor, { ids: [concernId], personId })
  if (refused === 0) return
  const seen = await lockOpen(tx, [concernId])
  if (seen.length === 0) throw new NotFound('concern.missing')
  throw new Refused(
    'concern.give.not_theirs',
    'It can be given only to somebody who looks after concerns and is not named in it. Where somebody may be in danger, take it first.',
  )
}

// In one order always, so that two who choose the same ones wait for each other.
const lockOpen = (tx: Tx, ids: readonly string[]) =>
  ids.length === 0
    ? Promise.resolve([])
    : tx
        .selectFrom('app.concern')
        .select(['id', 'state', 'in_danger', 'taken_by'])
        .where('organisation_id', '=', contextOf(tx).actor.organisationId)
        .where('id', 'in', [...ids])
        .where('state', 'in', ['new', 'taken'])
        .orderBy('id')
        .forUpdate()
        .execute()

async function mayHave(tx: Tx, personId: string, ids: readonly string[]): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set()
  const { rows } = await sql<{ id: string }>`
    select id from unnest(${[...ids]}::uuid[]) as id where app.may_be_given_concern(id, ${personId}::uuid)`.execute(tx)
  return new Set(rows.map((row) => row.id))
}
