import { policyVersion, textOf } from '#areas/policy/index.ts'
import type { PersonActor } from '#core/actor.ts'
import type { Tx } from '#platform/database/tx.ts'
import { OVER, requestColumns } from '../request.ts'
import { readAsking, takeableBy } from '../taking-back.ts'

/** Something that others gave for a pupil, and that the pupil may say no to. */
export interface AboutMe {
  readonly requestId: string
  readonly title: string
  /** Since when the pupil says no, or null while they leave it as it is. */
  readonly backSince: Temporal.Instant | null
}

/** What was given about a pupil who is not asked themselves, and that the policy lets them take back. */
export async function readAboutMe(tx: Tx, actor: PersonActor, mine: ReadonlySet<string>): Promise<AboutMe[]> {
  if (actor.audience !== 'pupil') return []
  const requests = await tx
    .selectFrom('app.assent_request as r')
    .select(requestColumns)
    .where('r.organisation_id', '=', actor.organisationId)
    .where('r.about_id', '=', actor.personId)
    .where('r.state', 'not in', OVER)
    .orderBy('r.assent')
    .orderBy('r.id')
    .execute()
  const found: AboutMe[] = []
  for (const request of requests) {
    const { pack } = await policyVersion(tx, request.policyVersionId, request.schoolId)
    const assent = pack.assents[request.assent]
    if (mine.has(request.id) || assent?.withdraw?.by.includes('pupil') !== true) continue
    const takeable = takeableBy(await readAsking(tx, request), actor.personId)
    if (takeable === null) continue
    const backSince = takeable.back ? takeable.at : null
    found.push({ requestId: request.id, title: textOf(assent.says, 'en-easy'), backSince })
  }
  return found
}
