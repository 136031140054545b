import { policyVersion, refreshSoon } from '#areas/policy/index.ts'
import type { PersonActor } from '#core/actor.ts'
import { NotFound, Refused } from '#core/errors.ts'
import type { Tx } from '#platform/database/tx.ts'
import { asSystem, enqueue } from '#platform/database/tx.ts'
import { recordEvent } from '#platform/ledger/event.ts'
import { circleWithout, wallOff } from './keep-out.ts'

/**
 * Says which staff a concern is about. From this moment they cannot see it; where one of them holds a post that has
 * somebody instead, the concern goes to the circle of that one, who is told. If the handler is named, nobody has it any more.
 */
export async function nameStaff(
  tx: Tx,
  actor: PersonActor,
  input: { concernId: string; personIds: readonly string[] },
): Promise<void> {
  const concern = await tx
    .selectFrom('app.concern')
    .select(['id', 'state', 'school_id', 'taken_by', 'policy_version_id', 'circle', 'about_kind', 'in_danger'])
    .where('organisation_id', '=', actor.organisationId)
    .where('id', '=', input.concernId)
    .forUpdate()
    .executeTakeFirstOrThrow(() => new NotFound('concern.missing'))
  if (concern.state === 'closed') throw new Refused('concern.name.closed', 'This concern is closed.')
  const { personIds } = input
  if (personIds.length === 0) return
  const policy = await policyVersion(tx, concern.policy_version_id, concern.school_id)
  recordEvent(tx, {
    code: 'concern.staff_named',
    subject: { kind: 'concern', id: concern.id },
    policyVersionId: policy.id,
    details: { people: personIds },
  })
  await asSystem(tx, async () => {
    await wallOff(tx, concern.id, personIds)
    const posts = await postsOf(tx, actor.organisationId, personIds)
    const told = { schoolId: concern.school_id, aboutKind: concern.about_kind, inDanger: concern.in_danger }
    const circle = circleWithout(policy, posts, told)
    const plain = circleWithout(policy, [], told)
    const taken = concern.taken_by !== null && personIds.includes(concern.taken_by)
    await tx
      .updateTable('app.concern')
      .set({
        circle: circle === plain ? concern.circle : circle,
        ...(taken && concern.state === 'taken' ? { state: 'new', taken_by: null, taken_at: null } : {}),
      })
      .where('organisation_id', '=', actor.organisationId)
      .where('id', '=', concern.id)
      .execute()
  })
  await enqueue(tx, 'concern_told', { concernId: concern.id })
  await refreshSoon(tx)
}

async function postsOf(tx: Tx, organisationId: string, personIds: readonly string[]): Promise<string[]> {
  const rows = await tx
    .selectFrom('app.post_holder')
    .select('post')
    .where('organisation_id', '=', organisationId)
    .where('person_id', 'in', [...personIds])
    .where('until_on', 'is', null)
    // The first that has a stand-in decides who handles the concern.
    .orderBy('from_on')
    .orderBy('id')
    .execute()
  return rows.map((row) => row.post)
}
