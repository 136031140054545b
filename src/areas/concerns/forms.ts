import type { Form } from '#core/form.ts'
import { FormReader } from '#core/form.ts'
import { say } from '#core/messages/say.ts'
import { isSentNow } from './tell-steps.ts'
import { OTHER_WORRY } from './worry-ids.ts'

/** What a form of telling may choose from, and how it asks. */
export interface TellChoices {
  readonly worries: readonly { readonly id: string; readonly text: string }[]
  readonly schools: readonly { readonly id: string }[]
  readonly posts: readonly { readonly value: string }[]
  /** Pictures and few words: nothing needs to be written. */
  readonly young: boolean
}

export interface TellValues {
  readonly worry: string
  readonly body: string
  readonly inDanger: boolean
  readonly wantsAnswer: boolean
  readonly schoolId: string
  readonly aboutPosts: readonly string[]
  /** Null when it was not asked, not answered, or not known. */
  readonly byAccident: boolean | null
  /** The parties that whoever tells wants to tell; none is a choice too. */
  readonly chosen: readonly string[]
  readonly once: string
}

const MOST = 8000
/** The answer of whoever does not mind who is told. */
export const ANYBODY = 'anybody'

/** Reads a whole form of telling. `whom` are the parties that may be chosen for what it is about. */
export function readTell(body: unknown, choices: TellChoices, whom: readonly string[]): Form<TellValues> {
  const reader = new FormReader(body)
  const values = what(reader, choices)
  const danger = reader.choice('danger', ['yes', 'no', 'unsure'], say('en', 'concern.danger.error'))
  const answer = isSentNow(body)
    ? reader.choice('answer', ['yes', 'no'], '')
    : reader.choice('answer', ['yes', 'no'], say('en', 'concern.answer.error'))
  const accident = reader.choice('by_accident', ['yes', 'no', 'unsure'], '')
  const [only] = choices.schools
  const ids = choices.schools.map((school) => school.id)
  const school =
    choices.schools.length === 1 ? only?.id : reader.choice('school', ids, say('en', 'concern.school.error'))
  const posts = reader.choices(
    'about_posts',
    choices.posts.map((post) => post.value),
  )
  const to = reader.choices('to', [...whom, ANYBODY])
  const once = reader.text('once', { max: 32 })
  return reader.done({
    ...values,
    // Not sure is treated as danger: somebody looks at once and says if it is not.
    inDanger: danger !== 'no',
    // Whoever had no time to say gets an answer.
    wantsAnswer: answer === 'yes' || (answer === null && isSentNow(body)),
    schoolId: school ?? '',
    aboutPosts: posts,
    byAccident: accident === 'yes' ? true : accident === 'no' ? false : null,
    chosen: to.includes(ANYBODY) ? [] : to,
    once: /^[0-9a-f]{32}$/.test(once) ? once : '',
  })
}

function what(reader: FormReader, { worries, young }: TellChoices): { worry: string; body: string } {
  const ids = worries.map((worry) => worry.id)
  const worry = reader.choice('about', ids, say('en', young ? 'concern.young.pick.error' : 'concern.about.error'))
  const required = young ? {} : { required: say('en', 'concern.what.error') }
  const written = reader.text('what', { max: MOST, tooLong: say('en', 'concern.what.long'), ...required })
  const chosen = worries.find((one) => one.id === worry)?.text ?? ''
  const body = written === '' && young ? say('en', 'concern.young.nothing_written', { worry: chosen }) : written
  return { worry: worry ?? OTHER_WORRY, body }
}

/** Reads something written: a message, a note. */
export function readText(body: unknown, name: string, required: string): Form<{ text: string }> {
  const reader = new FormReader(body)
  return reader.done({ text: reader.text(name, { max: MOST, required, tooLong: say('en', 'concern.what.long') }) })
}

/** Reads the closing of a concern: the reason for the file, the answer for the reporter. */
export function readClose(body: unknown, wantsAnswer: boolean): Form<{ reason: string; answer: string }> {
  const reader = new FormReader(body)
  const reason = reader.text('reason', { max: 4000, required: 'Say why it can be closed' })
  const answer = reader.text('answer', {
    max: MOST,
    ...(wantsAnswer ? { required: 'The person who told us wants an answer: write one' } : {}),
  })
  return reader.done({ reason, answer })
}

/** Reads the name of a member of staff, as a list offered it. */
export function readStaff(
  body: unknown,
  staff: readonly { readonly id: string; readonly name: string }[],
): Form<{ personId: string }> {
  const reader = new FormReader(body)
  const name = reader.text('staff', { max: 300, required: 'Choose who it is about' })
  const found = staff.filter((one) => one.name.toLowerCase() === name.toLowerCase())
  if (name !== '' && found.length === 0) reader.fault('staff', 'Choose one of the names that appear as you type')
  if (found.length > 1)
    reader.fault('staff', 'Two people have this name: say in a note which one, and tell whoever keeps the posts')
  return reader.done({ personId: found[0]?.id ?? '' })
}
