import type { Tx } from '#platform/database/tx.ts'
import { asSystem, contextOf } from '#platform/database/tx.ts'

/** What those who are only described in a record answered by a link: the answers to each statement, or that nobody did yet. */
export type LinkAnswers = (person: string, assent: string) => readonly (Readonly<Record<string, unknown>> | null)[]

/**
 * Reads what was answered by link in a record, by the name under which the engine knows somebody who is described. Two who are
 * described alike are both meant: each has to have answered. Asked as the system: only a yes or no goes on.
 */
export async function linkAnswers(tx: Tx, recordId: string | null | undefined): Promise<LinkAnswers> {
  if (recordId == null) return () => []
  const { organisationId } = contextOf(tx).actor
  const rows = await asSystem(tx, async () => ({
    people: await tx
      .selectFrom('app.record_person')
      .select(['id', 'described'])
      .where('organisation_id', '=', organisationId)
      .where('record_id', '=', recordId)
      .where('removed_at', 'is', null)
      .where('described', 'is not', null)
      .execute(),
    links: await tx
      .selectFrom('app.answer_link')
      .select(['record_person_id', 'assent', 'answers'])
      .where('organisation_id', '=', organisationId)
      .where('record_id', '=', recordId)
      .where('used_at', 'is not', null)
      .execute(),
  }))
  return (person, assent) =>
    rows.people
      .filter((one) => `described:${one.described ?? ''}` === person)
      .map((one) => {
        const link = rows.links.find((each) => each.record_person_id === one.id && each.assent === assent)
        return link === undefined ? null : itemsOf(link.answers)
      })
}

function itemsOf(answers: unknown): Readonly<Record<string, unknown>> {
  const items: unknown = typeof answers === 'object' && answers !== null ? Reflect.get(answers, 'items') : undefined
  return typeof items === 'object' && items !== null ? { ...items } : {}
}
