import { mayKeepPolicy } from '#areas/drafting/index.ts'
import type { PersonActor } from '#core/actor.ts'
import { Forbidden, NotFound } from '#core/errors.ts'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf, nowText } from '#platform/database/tx.ts'
import { recordEvent } from '#platform/ledger/event.ts'
import { schoolPages } from '../queries/policy-pages.ts'
import { addressFor } from '../school-address.ts'

export interface SetPolicyPage {
  readonly schoolId: string
  readonly open: boolean
}

/**
 * Opens a school's policy page to everybody, or shuts it. Its address is made once and stays.
 * @throws Forbidden for whoever does not keep the policy.
 */
export async function setPolicyPage(tx: Tx, actor: PersonActor, input: SetPolicyPage): Promise<void> {
  if (!(await mayKeepPolicy(tx))) throw new Forbidden('policy_page.not_mine')
  const pages = await schoolPages(tx)
  const page = pages.find((one) => one.schoolId === input.schoolId)
  if (page === undefined) throw new NotFound('school.missing')
  if (page.open === input.open) return
  const now = nowText(tx)
  await tx
    .insertInto('app.policy_page')
    .values({
      organisation_id: contextOf(tx).actor.organisationId,
      school_id: page.schoolId,
      address:
        page.address ??
        addressFor(
          page.name,
          pages.flatMap((one) => one.address ?? []),
        ),
      open: input.open,
      changed_at: now,
      changed_by: actor.personId,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['organisation_id', 'school_id'])
        .doUpdateSet({ open: input.open, changed_at: now, changed_by: actor.personId }),
    )
    .execute()
  recordEvent(tx, {
    code: input.open ? 'policy_page.opened' : 'policy_page.shut',
    subject: { kind: 'school', id: page.schoolId },
    details: { school: page.name },
  })
}
