import { Forbidden, Refused } from '#core/errors.ts'
import { say } from '#core/messages/say.ts'
import type { Slot } from '#pack/engines/assents/asked.ts'
import { isCountersigned } from '#pack/engines/assents/asked.ts'
import type { Signature } from '#pack/engines/assents/signature.ts'
import type { Tx } from '#platform/database/tx.ts'
import type { AgreementText } from './agreement-text.ts'
import type { Naming } from './named-on-slip.ts'
import { readNaming } from './named-on-slip.ts'
import type { Request } from './request.ts'
import type { Matter } from './settle.ts'
import { standingOf } from './settle.ts'
import type { Answer, NewSignature } from './write-signature.ts'

/** The place of the agreement that somebody signs in: their own, or that of those who may act for the child. */
function slotOf(matter: Matter, signerId: string): Slot | null {
  return matter.required.slots.find((slot) => slot.people.includes(signerId)) ?? null
}

/** What somebody said last in an asking. */
export const lastSaid = (matter: Matter, signerId: string): Signature | null =>
  matter.signatures.findLast((one) => one.person === signerId) ?? null

/**
 * Checks that somebody is asked, and has not signed already.
 * @throws Forbidden when nobody asks them; Refused when they have signed, or others are asked before them.
 */
export function assertMaySign(matter: Matter, signerId: string, now: Temporal.Instant): void {
  const slot = slotOf(matter, signerId)
  if (slot === null) throw new Forbidden('agreement.sign.not_asked')
  const last = lastSaid(matter, signerId)
  if (last?.says === 'agreed' && last.inPart !== true)
    throw new Refused('agreement.sign.again', say('en', 'agreement.refused.again'))
  if (matter.required.order === 'in_order') {
    const first = standingOf(matter, now).missing[0]
    if (
      first !== undefined &&
      first !== slot &&
      matter.required.slots.indexOf(first) < matter.required.slots.indexOf(slot)
    )
      throw new Refused('agreement.sign.not_yet', say('en', 'agreement.refused.not_yet'))
  }
}

/**
 * Whom a slip names to countersign; who countersigns it names nobody more.
 * @throws Refused for a name that is nobody's of the school, or that of whom the slip is about.
 */
export async function namedBy(
  tx: Tx,
  request: Request,
  capacity: NewSignature['capacity'],
  fields: Readonly<Record<string, string>>,
): Promise<Naming['people']> {
  if (capacity === 'other') return {}
  const { people, faults } = await readNaming(tx, request, fields)
  const [fault] = Object.values(faults)
  if (fault !== undefined) throw new Refused('agreement.sign.nobody_named', `${fault}.`)
  return people
}

/** As whom somebody signs. */
export function capacityOf(matter: Matter, request: Request, signerId: string): NewSignature['capacity'] {
  const slot = slotOf(matter, signerId)
  if (slot !== null && isCountersigned(slot)) return 'other'
  if (signerId !== request.aboutId) return 'parent'
  return matter.assent.about === 'each_pupil' ? 'pupil' : 'self'
}

/**
 * Checks that each statement that needs an answer has one of its kind, and gives them back.
 * @throws Refused for a statement that was not agreed to.
 */
export function readAnswers(text: AgreementText, given: Readonly<Record<string, Answer>>): Record<string, Answer> {
  const answers: Record<string, Answer> = {}
  for (const statement of text.statements) {
    const answer = given[statement.id]
    if (answer !== undefined && answer !== false && answer !== '') answers[statement.id] = answer
    else if (statement.answer === 'yes_no' && answer === false) answers[statement.id] = false
    else if (statement.required)
      throw new Refused('agreement.sign.item', say('en', 'agreement.refused.item', { says: statement.says }))
  }
  return answers
}

/** Every statement agreed to, for a form that asks once for all of them. */
export const allAgreed = (text: AgreementText): Record<string, Answer> =>
  Object.fromEntries(
    text.statements.filter((one) => one.answer === 'agree' || one.answer === 'read').map((one) => [one.id, true]),
  )
