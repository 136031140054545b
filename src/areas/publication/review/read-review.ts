import { incidentKinds } from '#areas/incidents/index.ts'
import type { PolicyInForce } from '#areas/policy/index.ts'
import { policyInForce, readBoard, readSettings } from '#areas/policy/index.ts'
import { thirdsIn } from '#core/calendar/thirds.ts'
import { shownCounts } from '#core/small-numbers.ts'
import { wordsOf } from '#pack/engines/words.ts'
import type { Tx } from '#platform/database/tx.ts'
import { asSystem, nowIn } from '#platform/database/tx.ts'
import { currentSeal, shortSeal } from '#platform/ledger/seal.ts'
import { reviewedSchools } from '../queries/may-review.ts'
import { commentCounts } from '../queries/review-comments.ts'
import { agreementCounts, caseDutyCounts, concernCounts, dutyCounts, incidentCounts } from '../queries/review-counts.ts'
import { concernWaits } from '../queries/review-waits.ts'
import type { PublishedVersion } from '../queries/versions.ts'
import { publishedVersions } from '../queries/versions.ts'
import { sayApproval } from '../say-version.ts'
import { countTables } from './count-tables.ts'
import type { Period } from './period.ts'
import type { Review, ReviewAgreement, ReviewComments, ReviewDuty, ReviewOpen, ReviewSection } from './types.ts'
import { waitFigures } from './waits.ts'

/**
 * What a period brought, for the person of this transaction.
 * @throws Forbidden for whoever neither governs nor keeps the policy.
 */
export async function readReview(tx: Tx, periodFor: (today: Temporal.PlainDate) => Period): Promise<Review> {
  const schools = await reviewedSchools(tx)
  const policy = await policyInForce(tx)
  const { name, zone } = await readSettings(tx)
  const today = nowIn(tx).toZonedDateTimeISO(zone).toPlainDate()
  const period = periodFor(today)
  const versions = await publishedVersions(tx)
  const board = await readBoard(tx, policy)
  const thirds = thirdsIn(period.from, period.to, today)
  const ids = schools.map((school) => school.id)
  // Cases, concerns and comments are closed to most of those who read this: the software counts, and sums alone come out.
  const counts = await asSystem(tx, async () => ({
    duties: await dutyCounts(tx, period, zone, ids),
    caseDuties: await caseDutyCounts(tx, period, zone),
    agreements: await agreementCounts(tx, ids),
    incidents: await incidentCounts(tx, period, zone),
    concerns: await concernCounts(tx, period, zone),
    waits: await concernWaits(tx, period, zone),
    comments: await commentCounts(tx, period, today),
  }))
  const seal = await currentSeal(tx)
  return {
    organisation: schools.length === 1 ? (schools[0]?.name ?? name) : name,
    ...period,
    today,
    recordedSince: firstDay(versions, zone, today),
    policy: { title: policy.title, number: policy.number },
    versions: versions
      .filter((version) => isIn(version.inForceOn, period))
      .map((version) => ({ ...version, approval: sayApproval(version) })),
    sections: sectionsOf(board),
    open: openOf(board, zone),
    duties: dutiesOf(policy, counts.duties),
    caseDuties: countTables(counts.caseDuties, schools, thirds, DUTY_WORDS),
    agreements: agreementsOf(policy, counts.agreements),
    thirds,
    incidents: countTables(counts.incidents, schools, thirds, incidentKinds(policy)),
    concerns: countTables(counts.concerns, schools, thirds, TELLER_WORDS),
    waits: waitFigures(counts.waits, schools, thirds),
    comments: commentsOf(counts.comments),
    seal: { seq: seal.seq, short: shortSeal(seal) },
  }
}

const DUTY_WORDS = [
  { value: 'in_time', text: 'Done in time' },
  { value: 'late', text: 'Done late' },
  { value: 'missed', text: 'Missed' },
  { value: 'open', text: 'Not done yet' },
]
const TELLER_WORDS = [
  { value: 'pupil', text: 'Pupils' },
  { value: 'parent', text: 'Parents and carers' },
  { value: 'staff', text: 'Staff' },
  { value: 'governor', text: 'Governors' },
  { value: 'visitor', text: 'Visitors' },
  { value: 'anonymous', text: 'Somebody who did not say' },
  { value: 'software', text: 'Monitoring software' },
]
const AUDIENCE_WORDS: Readonly<Record<string, string>> = {
  staff: 'Staff',
  pupil: 'Pupils',
  parent: 'Parents and carers',
  governor: 'Governors',
  visitor: 'Visitors',
}

const isIn = (day: Temporal.PlainDate, { from, to }: Period): boolean =>
  Temporal.PlainDate.compare(from, day) <= 0 && Temporal.PlainDate.compare(day, to) <= 0

const firstDay = (versions: readonly PublishedVersion[], zone: string, today: Temporal.PlainDate) =>
  versions.at(-1)?.publishedAt.toZonedDateTimeISO(zone).toPlainDate() ?? today

type Board = Awaited<ReturnType<typeof readBoard>>

const sectionsOf = (board: Board): ReviewSection[] =>
  [...Map.groupBy(board, (clause) => clause.section)].map(([title, own]) => {
    const count = (state: string) => own.filter((clause) => clause.state === state).length
    return {
      title,
      counts: {
        kept: count('kept'),
        due: count('due'),
        late: count('late'),
        broken: count('broken'),
        none: count('none'),
        published: count('published'),
        notyet: count('notyet'),
      },
    }
  })

// Why a promise stands so is left out: that sentence may count people.
const openOf = (board: Board, zone: string): ReviewOpen[] =>
  board
    .flatMap(({ id, says, state, since }): ReviewOpen[] =>
      state === 'late' || state === 'broken'
        ? [{ clause: id, says, state, since: since?.toZonedDateTimeISO(zone).toPlainDate() ?? null }]
        : [],
    )
    .sort((a, b) => (a.state === b.state ? 0 : a.state === 'broken' ? -1 : 1))

const dutiesOf = ({ pack }: PolicyInForce, counts: Awaited<ReturnType<typeof dutyCounts>>): ReviewDuty[] =>
  counts
    .map(({ duty, ...count }) => {
      const says = pack.duties[duty]?.says
      return {
        says: says === undefined ? duty.replaceAll('_', ' ') : wordsOf(says),
        clauses: pack.clauses.filter((clause) => clause.kept_by.includes(`duty/${duty}`)).map((clause) => clause.id),
        ...count,
      }
    })
    .sort((a, b) => b.missed + b.open - (a.missed + a.open) || b.late - a.late)

const agreementsOf = (
  { pack }: PolicyInForce,
  counts: Awaited<ReturnType<typeof agreementCounts>>,
): ReviewAgreement[] =>
  counts.map((count) => {
    const says = pack.assents[count.assent]?.says
    return {
      says: says === undefined ? count.assent.replaceAll('_', ' ') : wordsOf(says),
      shown: shownCounts([count.signed, count.waiting, count.not]),
    }
  })

const commentsOf = (counts: Awaited<ReturnType<typeof commentCounts>>): ReviewComments[] =>
  [...Map.groupBy(counts, (count) => count.draftId).values()].map((own) => ({
    draft: own[0]?.draft ?? '',
    until: Temporal.PlainDate.from(own[0]?.until ?? ''),
    audiences: own.map((count) => AUDIENCE_WORDS[count.audience] ?? count.audience),
    shown: shownCounts(own.map((count) => count.count)),
  }))
