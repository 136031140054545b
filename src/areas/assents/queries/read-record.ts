import type { Tx } from '#platform/database/tx.ts'
import { contextOf } from '#platform/database/tx.ts'
import { OVER } from '../request.ts'

/** A record with the people named in it whom the school knows. */
export interface NamedRecord {
  readonly id: string
  readonly kind: string
  readonly state: string
  readonly schoolId: string
  readonly people: readonly { readonly personId: string; readonly part: string }[]
}

/** The people named in a record now; null when there is none. Run as the system. */
export async function readNamedRecord(tx: Tx, recordId: string): Promise<NamedRecord | null> {
  const { organisationId } = contextOf(tx).actor
  const record = await tx
    .selectFrom('app.record')
    .select(['id', 'kind', 'state', 'school_id as schoolId'])
    .where('organisation_id', '=', organisationId)
    .where('id', '=', recordId)
    .forUpdate()
    .executeTakeFirst()
  if (record === undefined) return null
  const people = await tx
    .selectFrom('app.record_person')
    .select(['person_id', 'part'])
    .where('organisation_id', '=', organisationId)
    .where('record_id', '=', recordId)
    .where('removed_at', 'is', null)
    .orderBy('id')
    .execute()
  const known = people.flatMap(({ person_id, part }) => (person_id === null ? [] : [{ personId: person_id, part }]))
  return { ...record, people: known }
}

/** An asking that stands because of a record. */
export interface AskedInRecord {
  readonly id: string
  readonly assent: string
  readonly aboutId: string
}

/** What people are asked because of a record and is not over. Run as the system. */
export const readAskedInRecord = (tx: Tx, recordId: string): Promise<AskedInRecord[]> =>
  tx
    .selectFrom('app.assent_request')
    .select(['id', 'assent', 'about_id as aboutId'])
    .where('organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('record_id', '=', recordId)
    .where('state', 'not in', OVER)
    .execute()
