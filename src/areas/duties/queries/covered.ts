import { missingTopics, type Topic } from '#pack/engines/duties/covers.ts'
import type { CoversProof } from '#pack/types/duty.ts'
import type { Pack } from '#pack/types/pack.ts'
import type { Tx } from '#platform/database/tx.ts'
import { asSystem, contextOf } from '#platform/database/tx.ts'

/** One round of a duty that a class has to cover, as far as its proof asks. */
export interface ClassRound {
  readonly pack: Pack
  readonly schoolId: string | null
  readonly classId: string
  readonly startsAt: Temporal.Instant
}

/**
 * What the class of a round has not had yet, from the entries of the register since the round began. What was taught is no secret:
 * it is read as the system, for whoever may see the duty.
 */
export async function missingOf(tx: Tx, proof: CoversProof, round: ClassRound): Promise<Topic[]> {
  const entries = await asSystem(tx, () => readEntries(tx, proof, round))
  return missingTopics(round.pack, proof, await namesOfClass(tx, round.classId), entries)
}

async function readEntries(tx: Tx, proof: CoversProof, { schoolId, startsAt }: ClassRound) {
  const rows = await tx
    .selectFrom('app.record as r')
    .innerJoin('app.record_detail as d', (join) =>
      join.onRef('d.organisation_id', '=', 'r.organisation_id').onRef('d.record_id', '=', 'r.id'),
    )
    .select('d.fields')
    .where('r.organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('r.kind', '=', proof.in.slice('record/'.length))
    .where('r.state', '<>', 'voided')
    .where('r.opened_at', '>=', startsAt.toString())
    .$if(schoolId !== null, (query) => query.where('r.school_id', '=', schoolId ?? ''))
    .execute()
  return rows.map(({ fields }) =>
    typeof fields === 'object' && fields !== null && !Array.isArray(fields) ? fields : {},
  )
}

async function namesOfClass(tx: Tx, classId: string): Promise<ReadonlySet<unknown>> {
  const row = await tx
    .selectFrom('app.class')
    .select('name')
    .where('organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('id', '=', classId)
    .executeTakeFirst()
  return new Set<unknown>([classId, row?.name ?? classId])
}
