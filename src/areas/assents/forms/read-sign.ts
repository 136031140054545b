import type { FieldValue, FieldView } from '#areas/records/index.ts'
import { readFields } from '#areas/records/index.ts'
import type { Form } from '#core/form.ts'
import { FormReader } from '#core/form.ts'
import { say } from '#core/messages/say.ts'
import type { AgreementText, Statement } from '../agreement-text.ts'
import type { Answer } from '../write-signature.ts'

/** What somebody wants to do with an agreement. */
export interface SignForm {
  readonly agree: 'yes' | 'talk' | null
  readonly typedName: string
  readonly reason: string
  readonly answers: Readonly<Record<string, Answer>>
  readonly fields: Readonly<Record<string, string>>
  readonly textHash: string
}

/** The name of the field that answers a statement. */
export const itemName = (statement: Statement): string => `item-${statement.id}`

/** Whether a statement is answered on its own; the others are answered by one yes for all of them. */
export const isOnItsOwn = (statement: Statement): boolean =>
  statement.answer === 'yes_no' || statement.answer === 'text' || statement.answer === 'scale'

/** Reads the sign form. Whoever wants to talk first needs no name and no answers. */
export function readSign(body: unknown, text: AgreementText, fields: readonly FieldView[]): Form<SignForm> {
  const reader = new FormReader(body)
  if (text.anonymous) return readSurvey(reader, text)
  const agree = reader.choice('agree', ['yes', 'talk'], say('en', 'agreement.error.agree'))
  const reason = reader.text('reason', { max: 2000 })
  const textHash = reader.text('text', { max: 64 })
  if (agree === 'talk') return reader.done({ agree, reason, textHash, typedName: '', answers: {}, fields: {} })
  const answers = readAnswers(reader, text)
  const slip = readFields(reader, fields)
  const typedName = reader.text('name', { required: say('en', 'agreement.error.name'), max: 400 })
  return reader.done({ agree, reason, textHash, typedName, answers, fields: asTexts(slip) })
}

// A survey without names wants no name and no yes: sending it is enough.
function readSurvey(reader: FormReader, text: AgreementText): Form<SignForm> {
  const textHash = reader.text('text', { max: 64 })
  const answers = readAnswers(reader, text)
  return reader.done({ agree: 'yes', reason: '', textHash, typedName: '', answers, fields: {} })
}

/** Reads the answers to the statements that each want one of their own; the others are agreed to. */
export function readAnswers(reader: FormReader, text: AgreementText): Record<string, Answer> {
  const answers: Record<string, Answer> = {}
  for (const statement of text.statements) {
    const answer = readAnswer(reader, statement)
    if (answer !== null) answers[statement.id] = answer
  }
  return answers
}

function readAnswer(reader: FormReader, statement: Statement): Answer | null {
  if (!isOnItsOwn(statement)) return true
  const name = itemName(statement)
  const required = statement.required ? say('en', 'agreement.error.item') : ''
  if (statement.answer === 'yes_no') {
    const said = reader.choice(name, ['yes', 'no'], required)
    return said === null ? null : said === 'yes'
  }
  if (statement.answer === 'scale') {
    const said = reader.choice(name, ['1', '2', '3', '4', '5'], required)
    return said === null ? null : Number(said)
  }
  const said = reader.text(name, required === '' ? {} : { required })
  return said === '' ? null : said
}

const asTexts = (values: Readonly<Record<string, FieldValue>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(values).map(([id, value]) => [id, Array.isArray(value) ? value.join(', ') : String(value)]),
  )
