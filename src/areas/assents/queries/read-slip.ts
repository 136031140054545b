import { policyVersion, textOf } from '#areas/policy/index.ts'
import { NotFound } from '#core/errors.ts'
import type { Pack } from '#pack/types/pack.ts'
import type { Tx } from '#platform/database/tx.ts'
import { asSystem, contextOf } from '#platform/database/tx.ts'
import { lastSaid } from '../may-sign.ts'
import type { Request } from '../request.ts'
import { OVER, requestColumns } from '../request.ts'
import { readMatter } from '../settle.ts'
import { readPeople } from './read-people.ts'

/** An asking for which a paper slip may come, with those whose signature it still wants. */
export interface OpenSlip {
  readonly request: Request
  readonly pack: Pack
  readonly title: string
  readonly about: string
  readonly signers: readonly { readonly id: string; readonly name: string; readonly pupil: boolean }[]
}

/** The same without the one who records it: nobody records their own slip. */
export const withoutOwn = (slip: OpenSlip, personId: string): OpenSlip => ({
  ...slip,
  signers: slip.signers.filter((one) => one.id !== personId),
})

/**
 * The asking behind a slip, for staff.
 * @throws NotFound when there is none that is still asked.
 */
export async function readSlip(tx: Tx, requestId: string): Promise<OpenSlip> {
  const request = await tx
    .selectFrom('app.assent_request as r')
    .select(requestColumns)
    .where('r.organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('r.id', '=', requestId)
    .where('r.state', 'not in', OVER)
    .executeTakeFirstOrThrow(() => new NotFound('agreement.missing'))
  return asSystem(tx, async () => {
    const { pack } = await policyVersion(tx, request.policyVersionId, request.schoolId)
    const matter = await readMatter(tx, request)
    const waiting = [...new Set(matter.required.slots.flatMap((slot) => slot.people))].filter(
      (id) => lastSaid(matter, id)?.says !== 'agreed',
    )
    const people = await readPeople(tx, [...waiting, request.aboutId])
    return {
      request,
      pack,
      title: textOf(matter.assent.says),
      about: people.get(request.aboutId)?.name ?? '',
      signers: waiting.map((id) => ({ id, name: people.get(id)?.name ?? '', pupil: id === request.aboutId })),
    }
  })
}
