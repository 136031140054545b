import { sql } from 'kysely'
import type { Pack } from '#pack/types/pack.ts'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf } from '#platform/database/tx.ts'

/** The children who are in a record now, as its engine names them: pupils, and whoever is only described in a part for pupils. */
export async function childrenIn(tx: Tx, pack: Pack, recordId: string): Promise<string[]> {
  const { rows } = await sql<{
    person_id: string | null
    described: string | null
    kind: string
    part: string
    pupil: boolean
  }>`
    select k.person_id, k.described, k.part, r.kind, exists (
             select 1 from app.person_membership m
              where m.organisation_id = k.organisation_id and m.person_id = k.person_id and m.kind = 'pupil' and m.until_on is null) as pupil
      from app.record_person k
      join app.record r on r.organisation_id = k.organisation_id and r.id = k.record_id
     where k.organisation_id = ${contextOf(tx).actor.organisationId} and k.record_id = ${recordId} and k.removed_at is null
     order by k.added_at, k.id`.execute(tx)
  const isChild = (row: (typeof rows)[number]) =>
    row.pupil || (row.described !== null && ofPupils(pack, row.kind, row.part))
  return [...new Set(rows.filter(isChild).map((row) => row.person_id ?? `described:${row.described ?? ''}`))]
}

function ofPupils(pack: Pack, kind: string, part: string): boolean {
  const of = pack.records[kind]?.parts.find((one) => one.id === part)?.of ?? []
  return of.length > 0 && of.every((one) => one === 'pupil')
}
