import { writeNotices } from '#areas/notices/index.ts'
import type { PersonActor } from '#core/actor.ts'
import { newId } from '#core/ids.ts'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf } from '#platform/database/tx.ts'
import { namesOf } from '../queries/read-case.ts'

/** What somebody was given to look after, and how one and several of it are called. */
export interface Got {
  readonly kind: 'record' | 'concern'
  readonly ids: readonly string[]
  readonly one: { readonly noun: string; readonly href: string }
  readonly several: { readonly noun: string; readonly href: string }
}

/** Tells somebody what they were given: one line, however many there are. */
export async function tellWhoGot(tx: Tx, actor: PersonActor, personId: string, got: Got): Promise<void> {
  const [first, ...more] = got.ids
  if (first === undefined) return
  const by = (await namesOf(tx, [actor.personId])).get(actor.personId) ?? ''
  const id = newId(contextOf(tx).clock)
  const { noun, href } = more.length === 0 ? got.one : got.several
  await writeNotices(tx, [
    {
      readerId: personId,
      code: `${got.kind}.given/${id}`,
      says: `${by} asks you to look after ${noun}.`,
      href,
      // Behind the walls of the case; of several at once the line says nothing but how many.
      subject: more.length === 0 ? { kind: got.kind, id: first } : { kind: 'assignment', id },
      party: null,
      clauses: [],
      urgent: false,
    },
  ])
}
