import { z } from 'zod'
import { parseTime } from '../time/parse.ts'
import { isTimeFault } from '../time/time.ts'
import { parseWindow, WINDOW_HINT } from '../time/windows.ts'
import { id, oneOf, text } from './base.ts'
import { origin, settingRef } from './value.ts'

const AMOUNT =
  /^([1-9]\d{0,3}) (min|h|day|days|school day|school days|week|weeks|month|months|term|terms|school year|school years|year|years)$/
const ANCHOR = '(start|end) of (school day|half term|term|school year|month|year)'
const MONTH = '(January|February|March|April|May|June|July|August|September|October|November|December)'
const POINT = new RegExp(`^((${AMOUNT.source.slice(1, -1)} (after|before) )?${ANCHOR}|[1-3]?\\d ${MONTH})$`)
const NO_POINT = 'bad_time|Write a point in time like start of term, 4 weeks after start of term or 1 September.'

/** A length of time, with the words to say where it may also be something else. */
export const amountSaying = (says: string) => z.string().regex(AMOUNT, says)

const NO_AMOUNT = 'bad_time|Write a length of time like 24 h, 10 school days or 12 months.'

/** A length of time: `30 min`, `24 h`, `1 day`, `10 school days`, `2 weeks`, `6 months`, `1 term`, `1 school year`. */
export const plainAmount = amountSaying(NO_AMOUNT)

/** A length of time, or the setting that holds it. */
export const amount = oneOf(NO_AMOUNT, [plainAmount, settingRef])
export type Amount = z.infer<typeof amount>

/** A point in a period: `start of term`, `4 weeks after start of term`, `2 weeks before end of school year`, `1 September`. */
export const point = z
  .string()
  .regex(POINT, NO_POINT)
  .refine((written) => !isTimeFault(parseTime(written)), NO_POINT)

const NO_RHYTHM = 'bad_time|Write how often: school day, week, month, half term, term, school year, year, or 2 weeks.'

/** How often: `school day`, `week`, `month`, `half term`, `term`, `school year`, `year`, or every so long (`2 weeks`). */
export const rhythm = oneOf(NO_RHYTHM, [
  z.enum(['day', 'school day', 'week', 'month', 'half term', 'term', 'school year', 'year']),
  amountSaying(NO_RHYTHM),
])

/**
 * What the policy leaves open or does not say at all, and what the school counts instead. Without `we_count` the pack
 * cannot be published.
 */
const open = <T extends z.ZodType>(counted: T) =>
  z
    .strictObject({
      policy_says: text.optional(),
      we_count: counted.optional(),
      set_by: z.string().optional(),
      at_least: plainAmount.optional(),
      at_most: plainAmount.optional(),
      ...origin,
    })
    .refine((written) => written.policy_says !== undefined || written.we_count !== undefined, {
      error: 'bad_time|Say what the policy says (policy_says), what the school counts (we_count), or both.',
    })

const NO_LIMIT = 'bad_time|Write a limit like 24 h or 10 school days, or { policy_says: promptly, we_count: 24 h }.'

/** A time limit, stated or counted by the school. */
export const limit = oneOf(NO_LIMIT, [amountSaying(NO_LIMIT), settingRef, open(plainAmount)])
export type Limit = z.infer<typeof limit>

const NO_CASE_LIMIT =
  'bad_time|Write a limit like 24 h, end of school day, { until: a date field }, { for: 24 h, from: a date field } or { policy_says: promptly, we_count: 24 h }.'

const caseTime = z.string().regex(new RegExp(`${AMOUNT.source}|${POINT.source}`), NO_CASE_LIMIT)

/** A limit of something that belongs to a case: also the end of a day or period, a date of the case, or so long after it. */
export const caseLimit = oneOf(NO_CASE_LIMIT, [
  caseTime,
  settingRef,
  open(caseTime),
  z.strictObject({ until: id, ...origin }),
  z.strictObject({ for: amount, from: id, ...origin }),
])
export type CaseLimit = z.infer<typeof caseLimit>

/** A repetition, stated or counted by the school. */
export const every = oneOf('bad_time|Write how often, or { policy_says: regularly, we_count: term }.', [
  rhythm,
  settingRef,
  open(rhythm),
])
export type Every = z.infer<typeof every>

/** A point in a period, stated or counted by the school. */
export const dueAt = oneOf(NO_POINT, [point, settingRef, open(point)])
export type DueAt = z.infer<typeof dueAt>

const NO_WINDOWS = `bad_time|${WINDOW_HINT}`

/** A line of certain times: `school days 12:15 to 13:10`, `Monday to Thursday after 15:30`, `Friday`. */
export const window = z
  .string()
  .max(120)
  .refine((written) => !isTimeFault(parseWindow(written)), NO_WINDOWS)

/** Certain times of the week, or the setting that holds them. */
export const certainTimes = oneOf(NO_WINDOWS, [
  z.array(window).min(1, 'empty_list|Give at least one time, or leave this out.'),
  settingRef,
])
export type CertainTimes = z.infer<typeof certainTimes>

/** How long something is kept. `after` is `end`, `opened`, a date or field of the record, or `person.left`. */
export const keep = oneOf('bad_keep|Write { for: 6 years, after: end }, or { for_ever: why }.', [
  z.strictObject({ for: amount, after: z.string(), ...origin }),
  z.strictObject({ for_ever: text, ...origin }),
])
export type Keep = z.infer<typeof keep>
