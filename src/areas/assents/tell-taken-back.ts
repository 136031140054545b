import { writeNotices } from '#areas/notices/index.ts'
import { textOf } from '#areas/policy/index.ts'
import { say } from '#core/messages/say.ts'
import type { Tx } from '#platform/database/tx.ts'
import { asSystem } from '#platform/database/tx.ts'
import { clausesOf } from './agreement-text.ts'
import { paths } from './paths.ts'
import { readPeople } from './queries/read-people.ts'
import type { Asking } from './taking-back.ts'
import { withUses } from './taking-back.ts'
import { whomToTell } from './whom-to-tell.ts'

/** What was taken back, by whom, and who entered it. */
interface TakenBack {
  /** The signature that says so. */
  readonly id: string
  readonly items: readonly string[]
  readonly signerId: string
  readonly recordedBy: string | null
}

/** Tells whoever the policy names for this consent that somebody took it back, or part of it; not whoever entered it. */
export function tellTakenBack(tx: Tx, asking: Asking, taken: TakenBack, unopened: readonly string[]): Promise<void> {
  const { request, matter } = asking
  return asSystem(tx, async () => {
    const told = await whomToTell(tx, request)
    const readers = told.people.filter((id) => id !== taken.recordedBy && id !== taken.signerId)
    const says = await sayTaken(tx, asking, taken)
    const open = unopened.length === 0 ? [] : [say('en', 'agreement.notice.back_open', { what: unopened.join(', ') })]
    await writeNotices(
      tx,
      readers.map((readerId) => ({
        readerId,
        code: 'agreement.withdrawn',
        says: [says, ...open].join(' '),
        href: paths.person.to(request.aboutId),
        // Each time that something is taken back, not once for the asking.
        subject: { kind: 'signature', id: taken.id },
        party: told.party,
        clauses: clausesOf(matter.assent),
        urgent: false,
      })),
    )
  })
}

async function sayTaken(tx: Tx, { request, matter, said }: Asking, taken: TakenBack): Promise<string> {
  const people = await readPeople(tx, [taken.signerId, request.aboutId])
  const verb = said.get(taken.signerId)?.outcome === 'signed' ? 'back' : 'no'
  return say('en', `agreement.notice.${taken.signerId === request.aboutId ? (`${verb}_own` as const) : verb}`, {
    signer: people.get(taken.signerId)?.name ?? '',
    name: people.get(request.aboutId)?.name ?? '',
    title: withUses(textOf(matter.assent.says), matter.assent, taken.items),
  })
}
