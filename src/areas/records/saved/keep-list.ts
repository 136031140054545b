import { sql } from 'kysely'
import type { PersonActor } from '#core/actor.ts'
import { NotFound, Refused } from '#core/errors.ts'
import { newId } from '#core/ids.ts'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf, nowText } from '#platform/database/tx.ts'
import { recordEvent } from '#platform/ledger/event.ts'
import type { NamedList } from './saved-lists.ts'
import { savedLists } from './saved-lists.ts'

const MOST = 30

/** What is done with a saved list. */
export type ListChange =
  | { readonly does: 'rename'; readonly name: string }
  | { readonly does: 'share' | 'keep_to_oneself' | 'begin_with' | 'begin_plainly' | 'remove' }

/**
 * Gives a list a name, for oneself or for those who handle the same.
 * @throws Refused for a name that one has already, too many, or nobody to share with.
 */
export async function saveList(
  tx: Tx,
  actor: PersonActor,
  input: { readonly list: NamedList; readonly name: string; readonly query: string; readonly shared: boolean },
): Promise<{ readonly id: string }> {
  const { list, name, query, shared } = input
  const own = (await savedLists(tx, list)).filter((one) => one.mine)
  assertFree(own, name)
  if (own.length >= MOST) throw new Refused('list.save.many', 'Thirty lists are enough: take one away first.')
  const id = newId(contextOf(tx).clock)
  await tx
    .insertInto('app.saved_list')
    .values({
      organisation_id: actor.organisationId,
      id,
      list,
      owner_id: actor.personId,
      name,
      query,
      circles: shared ? await ownCircles(tx, list) : [],
      saved_at: nowText(tx),
    })
    .execute()
  recordEvent(tx, { code: 'list.saved', subject: { kind: 'saved_list', id }, details: { list, shared } })
  return { id }
}

/**
 * Changes a saved list. Only its owner renames, shares or removes it; everybody who sees it may begin with it.
 * @throws NotFound for whoever may not.
 */
export async function changeList(
  tx: Tx,
  actor: PersonActor,
  { list, id, ...change }: { readonly list: NamedList; readonly id: string } & ListChange,
): Promise<void> {
  const all = await savedLists(tx, list)
  const one = all.find((candidate) => candidate.id === id)
  const begins = change.does === 'begin_with' || change.does === 'begin_plainly'
  if (one === undefined || !(one.mine || begins)) throw new NotFound('list.missing')
  const at = { organisationId: actor.organisationId, id }
  if (change.does === 'rename') {
    const others = all.filter((other) => other.mine && other.id !== id)
    assertFree(others, change.name)
    await set(tx, at, { name: change.name })
  } else if (change.does === 'share') await set(tx, at, { circles: await ownCircles(tx, list) })
  else if (change.does === 'keep_to_oneself') await set(tx, at, { circles: [] })
  else if (change.does === 'remove') {
    await tx
      .deleteFrom('app.saved_list')
      .where('organisation_id', '=', at.organisationId)
      .where('id', '=', id)
      .execute()
  } else await beginWith(tx, actor, list, change.does === 'begin_with' ? id : null)
  recordEvent(tx, { code: 'list.changed', subject: { kind: 'saved_list', id }, details: { list, does: change.does } })
}

function assertFree(own: readonly { readonly name: string }[], name: string): void {
  if (own.some((one) => one.name.toLowerCase() === name.toLowerCase()))
    throw new Refused('list.save.again', 'You have a list of that name already.')
}

const set = (
  tx: Tx,
  at: { organisationId: string; id: string },
  values: { readonly name: string } | { readonly circles: string[] },
) =>
  tx
    .updateTable('app.saved_list')
    .set(values)
    .where('organisation_id', '=', at.organisationId)
    .where('id', '=', at.id)
    .execute()

async function beginWith(tx: Tx, actor: PersonActor, list: NamedList, id: string | null): Promise<void> {
  const own = { organisation_id: actor.organisationId, person_id: actor.personId, list }
  if (id === null) {
    await tx
      .deleteFrom('app.saved_list_first')
      .where('organisation_id', '=', own.organisation_id)
      .where('person_id', '=', own.person_id)
      .where('list', '=', list)
      .execute()
    return
  }
  await tx
    .insertInto('app.saved_list_first')
    .values({ ...own, saved_list_id: id })
    .onConflict((conflict) =>
      conflict.columns(['organisation_id', 'person_id', 'list']).doUpdateSet({ saved_list_id: id }),
    )
    .execute()
}

/** Its words may name a child: it is shared with those who handle everything that whoever shares it handles. */
async function ownCircles(tx: Tx, list: NamedList): Promise<string[]> {
  const { rows } = await sql<{ circle: string }>`
    select circle from unnest(app.current_circles('all')) as circle
     where split_part(circle, ':', 1) = ${list} order by circle`.execute(tx)
  if (rows.length === 0)
    throw new Refused('list.share.nobody', 'Only those who handle them can share a list of them with each other.')
  return rows.map((row) => row.circle)
}
