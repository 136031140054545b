import { NotFound, Refused } from '#core/errors.ts'
import { say } from '#core/messages/say.ts'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf } from '#platform/database/tx.ts'

/** What was asked about somebody under a version of the policy. */
export interface Request {
  readonly id: string
  readonly assent: string
  readonly aboutId: string
  readonly schoolId: string
  readonly policyVersionId: string
  readonly round: string
  readonly state: string
  readonly askedAt: string
  readonly dueAt: string | null
  readonly validUntil: string | null
  readonly reminded: number
  /** The record whose people are asked, or null. */
  readonly recordId: string | null
}

/** The columns of a request under the names that the area uses. */
export const requestColumns = [
  'r.id',
  'r.assent',
  'r.about_id as aboutId',
  'r.school_id as schoolId',
  'r.policy_version_id as policyVersionId',
  'r.round',
  'r.state',
  'r.asked_at as askedAt',
  'r.due_at as dueAt',
  'r.valid_until as validUntil',
  'r.reminded',
  'r.record_id as recordId',
] as const

/** The states of an asking that a later one, or leaving, has ended. */
export const OVER = ['ended', 'superseded'] as const

/**
 * Locks an asking that the actor may see, so that two signatures at once are counted one after the other.
 * @throws NotFound when there is none for them; Refused when it has been ended or replaced.
 */
export async function lockRequest(tx: Tx, requestId: string): Promise<Request> {
  const request = await tx
    .selectFrom('app.assent_request as r')
    .select(requestColumns)
    .where('r.organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('r.id', '=', requestId)
    .forUpdate()
    .executeTakeFirstOrThrow(() => new NotFound('agreement.missing'))
  if (OVER.some((state) => state === request.state))
    throw new Refused('agreement.sign.over', say('en', 'agreement.refused.over'))
  return request
}
