import { sayFullDate } from '#core/calendar/say-date.ts'
import type { Review, ReviewDuty, ReviewState } from './types.ts'

/** A number, or that it is not shown. */
export const sayNumber = (number: number | null): string => (number === null ? 'not shown' : String(number))

/** `Review of the policy, 1 September 2025 to 31 August 2026`. */
export const titleOf = ({ from, to }: Review): string => `Review, ${sayFullDate(from)} to ${sayFullDate(to)}`

/** How many promises stand so today. */
export const standingCount = ({ sections }: Review, state: ReviewState): number =>
  sections.reduce((sum, section) => sum + section.counts[state], 0)

/** How many duties, one way or another. */
export const dutySum = (duties: readonly ReviewDuty[], of: 'inTime' | 'late' | 'missed' | 'open'): number =>
  duties.reduce((sum, duty) => sum + duty[of], 0)

/** The duties that were not all done in time. */
export const troubled = ({ duties }: Review): ReviewDuty[] =>
  duties.filter((duty) => duty.late + duty.missed + duty.open > 0)

/** One sentence about the whole. */
export function ledeOf(review: Review): string {
  const states = ['kept', 'published', 'due', 'late', 'broken', 'none'] as const
  const all = states.reduce((sum, state) => sum + standingCount(review, state), 0)
  const well = standingCount(review, 'kept') + standingCount(review, 'published')
  const late = standingCount(review, 'late') + standingCount(review, 'broken')
  const duties = review.duties.reduce((sum, duty) => sum + duty.inTime + duty.late + duty.missed + duty.open, 0)
  const inTime = dutySum(review.duties, 'inTime')
  return `Today ${well} of ${all} promises are kept or published, and ${late} ${late === 1 ? 'is' : 'are'} late or broken. Of ${duties} duties that fell due in the period, ${inTime} ${inTime === 1 ? 'was' : 'were'} done in time.`
}

/** What nobody can say from the records, so that nobody takes silence for an answer. */
export function notRecorded(review: Review): string[] {
  const { from, recordedSince, thirds, to, today } = review
  return [
    ...(Temporal.PlainDate.compare(from, recordedSince) < 0
      ? [`Nothing is recorded before ${sayFullDate(recordedSince)}, when the first version was published here.`]
      : []),
    'How promises stood on an earlier day is not recorded: the standings are those of today.',
    'Who had signed on an earlier day is not counted here: the agreements stand as they do today.',
    ...(Temporal.PlainDate.compare(to, today) >= 0 ? ['Duties that are not due yet are left out.'] : []),
    thirds.length === 0
      ? 'No third of a school year lies wholly in the period and is over, so no incident and no concern is counted. Choose a longer or an earlier period.'
      : `Incidents and concerns are counted by thirds of a school year that lie wholly in the period and are over: ${thirds.map((third) => third.says.toLowerCase()).join(', ')}. Days outside them are left out, because two periods that overlap would tell by their difference what one hides.`,
  ]
}

/** What is done so that nobody can be recognised. */
export const SMALL_NUMBERS =
  'No person can be recognised in this review. Numbers under 5 are not shown, and neither is any number from which they could be worked out.'
