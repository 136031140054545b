import type { Third } from '#core/calendar/thirds.ts'
import { thirdOf } from '#core/calendar/thirds.ts'
import { SMALLEST_SHOWN } from '#core/small-numbers.ts'
import type { ConcernWait } from '../queries/review-waits.ts'
import type { ReviewWaits } from './types.ts'

const STEPS: readonly { readonly seconds: number; readonly says: string }[] = [
  { seconds: 300, says: 'within 5 minutes' },
  { seconds: 3600, says: 'within an hour' },
  { seconds: 4 * 3600, says: 'within 4 hours' },
  { seconds: 24 * 3600, says: 'within a day' },
  { seconds: 3 * 24 * 3600, says: 'within 3 days' },
  { seconds: 7 * 24 * 3600, says: 'within a week' },
  { seconds: 28 * 24 * 3600, says: 'within 4 weeks' },
]
const LONGER = 'after more than 4 weeks'
const NOT_YET = 'not yet'
/** Said where so few told us that a time would be somebody's. */
const TOO_FEW = 'too few to say'

/**
 * How long those waited who told us something, by school and third of a school year: until it was acknowledged, taken, and
 * answered, first and in the end, where an answer was wanted. A figure stands for five or more, in steps so wide that it is nobody's own time.
 */
export const waitFigures = (
  waits: readonly ConcernWait[],
  schools: readonly { readonly id: string; readonly name: string }[],
  thirds: readonly Third[],
): ReviewWaits[] =>
  schools.map((school) => {
    const own = waits.filter((wait) => wait.schoolId === school.id)
    const inThird = (third: Third) => own.filter((wait) => thirdOf(firstDay(wait.month)).id === third.id)
    const line = (what: string, of: readonly ConcernWait[][], read: (wait: ConcernWait) => number | null) => ({
      what,
      cells: of.map((some) => sayWaits(some.map(read))),
    })
    const all = thirds.map(inThird)
    const wanted = all.map((some) => some.filter((wait) => wait.wantsAnswer))
    return {
      school: school.name,
      rows: [
        line('Acknowledged', all, (wait) => wait.acknowledged),
        line('Taken by somebody', all, (wait) => wait.taken),
        line('Answered, where an answer was wanted', wanted, (wait) => wait.answered),
        line('Closing answer, where an answer was wanted', wanted, (wait) => wait.finished),
      ],
    }
  })

function sayWaits(waits: readonly (number | null)[]): string {
  if (waits.length === 0) return 'none'
  if (waits.length < SMALLEST_SHOWN) return TOO_FEW
  const sorted = waits.map((wait) => wait ?? Number.POSITIVE_INFINITY).sort((a, b) => a - b)
  const at = (share: number) => sayStep(sorted[Math.ceil(sorted.length * share) - 1] ?? Number.POSITIVE_INFINITY)
  const [half, most] = [at(0.5), at(0.9)]
  return half === most ? `nine in ten ${most}` : `half ${half}, nine in ten ${most}`
}

const sayStep = (seconds: number): string =>
  seconds === Number.POSITIVE_INFINITY ? NOT_YET : (STEPS.find((step) => seconds <= step.seconds)?.says ?? LONGER)

const firstDay = (month: string) => Temporal.PlainYearMonth.from(month).toPlainDate({ day: 1 })
