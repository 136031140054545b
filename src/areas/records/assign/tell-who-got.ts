import { writeNotices } from '#areas/notices/index.ts'
import type { PersonActor } from '#core/actor.ts'
import { newId } from '#core/ids.ts'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf } from '#platform/database/tx.ts'
import type { RecordHome } from '../home.ts'
import { namesOf } from '../queries/read-case.ts'

interface Got {
  readonly id: string
  readonly kind: string
  readonly reference: string
}

/** Tells somebody what they were given: one line, however many there are. */
export async function tellWhoGot(
  tx: Tx,
  actor: PersonActor,
  home: RecordHome,
  personId: string,
  records: readonly Got[],
): Promise<void> {
  const [first, ...more] = records
  if (first === undefined) return
  const by = (await namesOf(tx, [actor.personId])).get(actor.personId) ?? ''
  const id = newId(contextOf(tx).clock)
  const one = more.length === 0
  await writeNotices(tx, [
    {
      readerId: personId,
      code: `record.given/${id}`,
      says: one
        ? `${by} asks you to look after ${home.noun} ${first.reference}.`
        : `${by} asks you to look after ${records.length} ${home.noun}s.`,
      href: one ? home.paths.show.to(first.id) : `${home.list(first.kind)}?view=mine`,
      // Behind the walls of the case; of several at once the line says nothing but how many.
      subject: one ? { kind: 'record', id: first.id } : { kind: 'assignment', id },
      party: null,
      clauses: [],
      urgent: false,
    },
  ])
}
