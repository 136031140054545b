import { policyVersion, textOf } from '#areas/policy/index.ts'
import { addressesOf } from '#areas/records/index.ts'
import type { Tx } from '#platform/database/tx.ts'
import { type AboutPerson, aboutPerson } from './about-person.ts'

/** One line of what happened around a person. */
export interface ChronologyLine {
  readonly at: Temporal.Instant
  readonly says: string
  readonly href: string
  readonly reference: string
  /** What it is, the person's part in it, and how it stands. */
  readonly about: string
}

/** What stands about a person, in words, in order of time. */
export async function chronologyLines(tx: Tx, readerId: string, personId: string): Promise<ChronologyLine[]> {
  const lines: ChronologyLine[] = []
  for (const one of await aboutPerson(tx, personId)) lines.push(await lineOf(tx, readerId, one))
  return lines
}

async function lineOf(tx: Tx, readerId: string, one: AboutPerson): Promise<ChronologyLine> {
  const { pack } = await policyVersion(tx, one.policyVersionId, one.schoolId)
  const kind = pack.records[one.kind]
  // Where the policy wants the reason of each look first, nothing of it is shown before it is given.
  const closed = kind?.reading === 'noted_with_reason' && one.openedBy !== readerId
  const parts = one.part
    .split(',')
    .map((part) => kind?.parts.find((candidate) => candidate.id === part)?.says)
    .flatMap((says) => (says === undefined ? [] : textOf(says)))
  const what = { record: textOf(kind?.says ?? one.kind), concern: 'A concern was told', note: 'A note was written' }
  const standing = one.what === 'record' ? STATES[one.state] : undefined
  return {
    at: one.at,
    says: closed ? 'Say why you look at it to read it' : one.says.slice(0, SHOWN),
    href: one.what === 'concern' ? `/concerns/${one.id}` : addressesOf(one.kind).show.to(one.id),
    reference: one.reference,
    about: [what[one.what], ...parts, ...(standing === undefined ? [] : [standing])].join(', '),
  }
}

const SHOWN = 400
const STATES: Readonly<Record<string, string>> = { open: 'open', closed: 'closed', voided: 'void' }
