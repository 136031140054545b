import type { Form } from '#core/form.ts'
import { FormReader } from '#core/form.ts'
import { say } from '#core/messages/say.ts'
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
  readonly once: string
}

/** The fields of the first of two pages; a fault in one of them goes back there. */
export const FIRST_PAGE = ['about', 'what', 'school'] as const

const MOST = 8000

/** Reads the first page of a form in two steps: what it is about. */
export function readTellFirst(body: unknown, choices: TellChoices): Form<{ worry: string; body: string }> {
  const reader = new FormReader(body)
  return reader.done(first(reader, choices))
}

/** Reads a whole form of telling. */
export function readTell(body: unknown, choices: TellChoices): Form<TellValues> {
  const reader = new FormReader(body)
  const values = first(reader, choices)
  const danger = reader.choice('danger', ['yes', 'no', 'unsure'], say('en', 'concern.danger.error'))
  const answer = reader.choice('answer', ['yes', 'no'], say('en', 'concern.answer.error'))
  const [only] = choices.schools
  const ids = choices.schools.map((school) => school.id)
  const school =
    choices.schools.length === 1 ? only?.id : reader.choice('school', ids, say('en', 'concern.school.error'))
  const posts = reader.choices(
    'about_posts',
    choices.posts.map((post) => post.value),
  )
  const once = reader.text('once', { max: 32 })
  return reader.done({
    ...values,
    // Not sure is treated as danger: somebody looks at once and says if it is not.
    inDanger: danger !== 'no',
    wantsAnswer: answer === 'yes',
    schoolId: school ?? '',
    aboutPosts: posts,
    once: /^[0-9a-f]{32}$/.test(once) ? once : '',
  })
}

function first(reader: FormReader, { worries, young }: TellChoices): { worry: string; body: string } {
  const ids = worries.map((worry) => worry.id)
  const worry = reader.choice('about', ids, say('en', young ? 'concern.young.pick.error' : 'concern.about.error'))
  const required = young ? {} : { required: say('en', 'concern.what.error') }
  const what = reader.text('what', { max: MOST, tooLong: say('en', 'concern.what.long'), ...required })
  const chosen = worries.find((one) => one.id === worry)?.text ?? ''
  const body = what === '' && young ? say('en', 'concern.young.nothing_written', { worry: chosen }) : what
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
