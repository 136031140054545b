import type { Tx } from '#platform/database/tx.ts'
import { contextOf } from '#platform/database/tx.ts'

/** A case in which a pupil is named. */
export interface CaseOfPupil {
  readonly id: string
  readonly reference: string
  readonly school_id: string
  readonly policy_version_id: string
}

/** The cases in which a pupil is named, oldest first, as far as the reader may see them. */
export const casesOfPupil = (tx: Tx, pupilId: string): Promise<CaseOfPupil[]> =>
  tx
    .selectFrom('app.record_person as k')
    .innerJoin('app.record as r', (join) =>
      join.onRef('r.organisation_id', '=', 'k.organisation_id').onRef('r.id', '=', 'k.record_id'),
    )
    .select(['r.id', 'r.reference', 'r.school_id', 'r.policy_version_id', 'r.opened_at'])
    .distinct()
    .where('k.organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('k.person_id', '=', pupilId)
    .where('k.removed_at', 'is', null)
    .where('r.kind', '=', 'incident')
    .where('r.state', '<>', 'voided')
    .orderBy('r.opened_at')
    .orderBy('r.id')
    .execute()
