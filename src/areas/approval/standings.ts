import type { ControlStanding, StandingSource } from '#areas/policy/index.ts'
import { sayFullDate } from '#core/calendar/say-date.ts'
import { asWritten } from '#pack/engines/schools/pack-of.ts'
import type { Pack } from '#pack/types/pack.ts'
import type { Tx } from '#platform/database/tx.ts'
import { policyDocument } from './approval-steps.ts'
import { type ReviewStanding, readReview } from './queries/review.ts'
import { listVersions, type VersionLine } from './queries/versions.ts'

/**
 * The policy itself, by its approval and its review, and the decisions that approve it. Where neither is known it says
 * nothing: then it stands as published.
 */
export const approvalStandings: StandingSource = {
  kinds: ['document', 'decision'],
  async standings(tx, policy, refs) {
    const own = ownRefs(policy.pack)
    const wanted = refs.filter((ref) => own.has(ref))
    return wanted.length === 0 ? new Map() : answer(tx, policy.id, wanted)
  },
}

/** The policy's own document, and the decisions on its way. */
function ownRefs(pack: Pack): ReadonlySet<string> {
  const written = asWritten(pack)
  const documents = Object.entries(written.documents).flatMap(([id, one]) =>
    one.kind === 'policy' ? [`document/${id}`] : [],
  )
  const stages = policyDocument(written)?.stages ?? []
  return new Set([
    ...documents,
    ...stages.flatMap((one) => (typeof one !== 'string' && 'decision' in one ? [one.decision] : [])),
  ])
}

async function answer(tx: Tx, versionId: string, refs: readonly string[]): Promise<Map<string, ControlStanding>> {
  const version = (await listVersions(tx)).find((one) => one.id === versionId)
  const review = await readReview(tx)
  if (version === undefined) return new Map()
  return new Map(
    refs.flatMap((ref) => {
      const standing = ref.startsWith('document/') ? ofPolicy(version, review) : ofDecision(version)
      return standing === null ? [] : [[ref, standing] as const]
    }),
  )
}

function ofDecision(version: VersionLine): ControlStanding | null {
  if (version.approvedOn === null || version.draftId === null) return null
  return { state: 'kept', proof: 'proved', says: sayApproved(version), since: version.publishedAt }
}

const sayApproved = ({ number, approvedOn, approvedBy, minute }: VersionLine): string =>
  approvedOn === null
    ? `Version ${number} is in force.`
    : `Version ${number} was approved on ${sayFullDate(approvedOn)}${approvedBy === null ? '' : ` by ${approvedBy}`}${minute === null || minute === '' ? '' : `, minute ${minute}`}.`

/** Late once its review is, due in the month before, and kept by a review to come of a version whose approval is known. */
function ofPolicy(version: VersionLine, review: ReviewStanding | null): ControlStanding | null {
  const due = review?.dueOn ?? null
  if (review === null || due === null) return null
  const days = review.today.until(due).days
  const at = due.toZonedDateTime({ timeZone: 'Europe/London', plainTime: '00:00' }).toInstant()
  if (days < 0)
    return { state: 'late', proof: null, says: `The review of the policy was due on ${sayFullDate(due)}.`, since: at }
  const after = at.add({ hours: 24 })
  if (days <= MONTH)
    return {
      state: 'due',
      proof: null,
      says: `The review of the policy is due on ${sayFullDate(due)}.`,
      since: at,
      changesAt: after,
    }
  if (version.approvedOn === null) return null
  const says = `${sayApproved(version)} The next review is due on ${sayFullDate(due)}.`
  return {
    state: 'kept',
    proof: 'proved',
    says,
    since: version.publishedAt,
    changesAt: at.subtract({ hours: 24 * MONTH }),
  }
}

const MONTH = 30
