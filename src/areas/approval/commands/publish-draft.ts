import { type PolicyDraft, readPublishGuards, setStage } from '#areas/drafting/index.ts'
import { readCalendar, readSchools } from '#areas/people/index.ts'
import { policyInForceOrNone, publishPolicy, readSettings, textOf } from '#areas/policy/index.ts'
import type { Actor } from '#core/actor.ts'
import { Refused } from '#core/errors.ts'
import { MATERIAL_CHANGE } from '#pack/compare/touched-assents.ts'
import { checkContent } from '#pack/edit/check-content.ts'
import type { Tx } from '#platform/database/tx.ts'
import { asSystem, enqueue, nowIn, nowText } from '#platform/database/tx.ts'
import { approvalOf } from '../approval-steps.ts'
import { paths } from '../paths.ts'
import { howDecided } from '../queries/decided.ts'
import { membersAs } from '../queries/members.ts'
import { reviewDueOn } from '../review-date.ts'
import { tellPeople } from '../tell.ts'

/** @throws Refused while anything in it is inferred, open or unsettled. */
export function assertPublishable(draft: PolicyDraft): void {
  const faults = checkContent(draft.pack, { publish: true })
  const [first] = faults
  if (first !== undefined)
    throw new Refused(
      'policy.publish.faults',
      `${faults.length === 1 ? 'One thing is' : `${faults.length} things are`} still open: ${first.says}`,
    )
  if (draft.offeredRevision !== draft.revision)
    throw new Refused('policy.publish.edited', 'The draft was edited after it was approved. It needs approval again.')
}

/** @throws Refused while a guard of the policy in force on the next version is shut. */
export async function assertGuardsOpen(tx: Tx, draft: PolicyDraft): Promise<void> {
  const shut = (await readPublishGuards(tx, draft)).find((guard) => !guard.open)
  if (shut !== undefined) throw new Refused('policy.publish.guard', `Not yet: ${textOf(shut.says)}.`)
}

/**
 * Publishes an approved draft: the next version, with who approved it and when it is to be reviewed. A material change asks
 * for signatures again where the pack says so; after a correction every signature stays as it is.
 */
export async function publishDraft(tx: Tx, actor: Actor, draft: PolicyDraft): Promise<{ id: string; number: number }> {
  assertPublishable(draft)
  await assertGuardsOpen(tx, draft)
  return asSystem(tx, async () => {
    const inForce = await policyInForceOrNone(tx)
    const { zone } = await readSettings(tx)
    const today = nowIn(tx).toZonedDateTimeISO(zone).toPlainDate()
    const decided = await howDecided(tx, draft, approvalOf(inForce?.pack ?? null, draft.pack))
    const [school] = await readSchools(tx)
    const days = { approved: decided.approvedOn, published: draft.inForceOn ?? today }
    const material = draft.material ?? true
    const version = await publishPolicy(tx, actor, {
      pack: draft.pack,
      inForceOn: draft.inForceOn ?? today,
      note: draft.changeNote,
      decided: {
        draftId: draft.id,
        material,
        ...decided,
        reviewDueOn: school === undefined ? null : reviewDueOn(draft.pack, days, await readCalendar(tx, school.id)),
      },
    })
    const system = { kind: 'system', organisationId: actor.organisationId, name: 'system/policy' } as const
    await setStage(tx, system, draft.id, { to: 'published' })
    await announce(tx, draft, version, material)
    return version
  })
}

/** What follows: the pack's own moments, and a line for staff and governors. Signers hear of it with what they are asked. */
async function announce(tx: Tx, draft: PolicyDraft, version: { id: string; number: number }, material: boolean) {
  if (material && version.number > 1)
    await enqueue(
      tx,
      'issue_agreements',
      { event: MATERIAL_CHANGE },
      { key: `issue_agreements:material:${version.id}` },
    )
  const moments = ['approved', 'published', ...(material && version.number > 1 ? ['material_change'] : [])]
  for (const school of await readSchools(tx))
    for (const moment of moments)
      await enqueue(tx, 'duty_event', {
        event: `document/policy#${moment}`,
        id: `${version.id}:${moment}`,
        at: nowText(tx),
        schoolId: school.id,
      })
  const what = material ? 'a new version' : 'a correction'
  await tellPeople(tx, await membersAs(tx, ['staff', 'governor']), {
    draftId: draft.id,
    code: 'policy.published',
    says: `The policy has ${what}: version ${version.number}.${draft.changeNote === '' ? '' : ` ${draft.changeNote}`}`,
    href: version.number > 1 ? paths.changes.to(version.number) : paths.version.to(version.number),
  })
}
