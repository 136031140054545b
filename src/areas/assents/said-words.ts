import { sayFullDate, sayFullInstant } from '#core/calendar/say-date.ts'
import { say } from '#core/messages/say.ts'
import type { Statement } from './agreement-text.ts'
import type { SaidSince, SignatureProof } from './queries/read-signature.ts'

const CAPACITIES = {
  self: 'agreement.as.self',
  pupil: 'agreement.as.pupil',
  parent: 'agreement.as.parent',
  other: 'agreement.as.other',
} as const
const WAYS = {
  link: 'agreement.way.link',
  screen: 'agreement.way.screen',
  paper: 'agreement.way.paper',
  class: 'agreement.way.class',
  in_person: 'agreement.way.in_person',
} as const
const OUTCOMES = {
  signed: 'agreement.outcome.signed',
  refused: 'agreement.outcome.refused',
  withdrawn: 'agreement.outcome.withdrawn',
} as const

/** How a signature was given, in words. */
export const sayWay = (way: string): string => (way in WAYS ? say('en', WAYS[way as keyof typeof WAYS]) : way)

/** What somebody did, in words. */
export const sayOutcome = (outcome: string): string =>
  outcome in OUTCOMES ? say('en', OUTCOMES[outcome as keyof typeof OUTCOMES]) : outcome

/** As whom somebody signed, in words. */
export const sayCapacity = (capacity: string): string =>
  capacity in CAPACITIES ? say('en', CAPACITIES[capacity as keyof typeof CAPACITIES]) : capacity

/** One statement of a signature, with its answer and what became of it; null where nothing was answered. */
export interface SaidStatement {
  readonly says: string
  readonly answer: string | null
}

/** The statements that a signature is about: all that were shown, or those that were taken back. */
export function saidStatements(proof: SignatureProof): SaidStatement[] {
  const { statements, anonymous } = proof.text
  if (proof.outcome === 'signed')
    return statements.map((one) => ({ says: one.says, answer: anonymous ? null : sayAnswerNow(proof, one) }))
  const some = Object.keys(proof.answers)
  return statements
    .filter((one) => some.length === 0 || some.includes(one.id))
    .map((one) => ({ says: one.says, answer: null }))
}

function sayAnswerNow(proof: SignatureProof, { id, answer: kind }: Statement): string {
  const answer = proof.answers[id]
  const back = proof.since.find((one) => takesBack(one) && (one.items.length === 0 || one.items.includes(id)))
  if (back === undefined || answer === false || answer === undefined) return sayAnswer(answer, kind)
  const date = sayFullDate(back.at.toZonedDateTimeISO(proof.zone).toPlainDate())
  return say('en', 'agreement.answer.back', { answer: sayAnswer(answer, kind), date })
}

const takesBack = (one: SaidSince): boolean => one.outcome === 'withdrawn'

function sayAnswer(answer: unknown, kind: string): string {
  if (answer === undefined) return '–'
  if (answer === true)
    return say(
      'en',
      kind === 'read' ? 'agreement.answer.read' : kind === 'agree' ? 'agreement.answer.agreed' : 'agreement.answer.yes',
    )
  if (answer === false) return say('en', 'agreement.answer.no')
  return String(answer)
}

/** What whoever signed said since, in its order: a copy that says less would not say what holds now. */
export const sinceRows = ({ since, text, zone }: SignatureProof): { label: string; value: string }[] =>
  since.map((one) => {
    const uses = text.statements.filter(({ id }) => one.items.includes(id)).map(({ says }) => says)
    const when = sayFullInstant(one.at, zone)
    if (!takesBack(one))
      return { label: say('en', 'agreement.since.said'), value: `${when}: ${sayOutcome(one.outcome)}` }
    return {
      label: say('en', 'agreement.since.back'),
      value: `${when}: ${uses.length === 0 ? say('en', 'agreement.since.all') : uses.join('; ')}`,
    }
  })
