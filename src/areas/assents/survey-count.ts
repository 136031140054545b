import { z } from 'zod'
import type { SchoolCalendar } from '#core/calendar/school-calendar.ts'
import { Refused } from '#core/errors.ts'
import { say } from '#core/messages/say.ts'
import type { SurveyCounts } from '#pack/engines/assents/survey.ts'
import { closesAt, counted } from '#pack/engines/assents/survey.ts'
import type { Assent } from '#pack/types/assent.ts'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf, nowIn } from '#platform/database/tx.ts'
import type { Request } from './request.ts'
import { startOfRound } from './round.ts'
import type { Answer } from './write-signature.ts'

const items = z.record(z.string(), z.record(z.string(), z.number()))

/** Counts as the database holds them. */
export const countsOf = (answered: number, stored: unknown): SurveyCounts => ({ answered, items: items.parse(stored) })

/** A survey that is answered: the asking, its agreement, and the words that were shown. */
export interface Answered {
  readonly request: Request
  readonly assent: Assent
  /** Of the words in the school's own language, hexadecimal. */
  readonly textHash: string
  readonly calendar: SchoolCalendar
}

/**
 * Adds one set of answers to the counts of its school and round. Nothing of who, when or in which order is written. Run as
 * the system.
 * @throws Refused when the survey is over.
 */
export async function countAnswers(
  tx: Tx,
  { request, assent, textHash, calendar }: Answered,
  answers: Readonly<Record<string, Answer>>,
): Promise<void> {
  const closes = closesAt(assent, startOfRound(request.round), calendar)
  if (closes === null || Temporal.Instant.compare(nowIn(tx), closes) >= 0)
    throw new Refused('agreement.survey.over', say('en', 'agreement.refused.survey_over'))
  const { organisationId } = contextOf(tx).actor
  const hash = Buffer.from(textHash, 'hex')
  await tx
    .insertInto('app.survey_count')
    .values({
      organisation_id: organisationId,
      assent: request.assent,
      school_id: request.schoolId,
      round: request.round,
      text_hash: hash,
      policy_version_id: request.policyVersionId,
      closes_at: closes.toString(),
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const rowOf = { assent: request.assent, school_id: request.schoolId, round: request.round, text_hash: hash }
  const before = await tx
    .selectFrom('app.survey_count')
    .select(['answered', 'counts'])
    .where('organisation_id', '=', organisationId)
    .where((where) => where.and(rowOf))
    .forUpdate()
    .executeTakeFirstOrThrow()
  const counts = counted(countsOf(before.answered, before.counts), assent, answers)
  await tx
    .updateTable('app.survey_count')
    .set({ answered: counts.answered, counts: JSON.stringify(counts.items) })
    .where('organisation_id', '=', organisationId)
    .where((where) => where.and(rowOf))
    .execute()
}
