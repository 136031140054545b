import type { Form } from '#core/form.ts'
import { FormReader } from '#core/form.ts'

/** For whom a summary may be shown. */
export const READERS = ['pupil', 'parent', 'staff', 'governor'] as const
export type YouSaidReader = (typeof READERS)[number]

/** What became of things told, as people read it. */
export interface YouSaid {
  readonly id: string
  readonly said: string
  readonly did: string
  readonly at: Temporal.Instant
}

/** A summary as those who look after concerns see it. */
export interface YouSaidDraft extends YouSaid {
  readonly state: 'waiting' | 'shown' | 'refused' | 'withdrawn'
  readonly readers: readonly string[]
  readonly doubtful: readonly string[]
  readonly writtenBy: string
  readonly mine: boolean
  readonly reason: string | null
}

export interface YouSaidValues {
  readonly said: string
  readonly did: string
  readonly readers: readonly YouSaidReader[]
  readonly concernIds: readonly string[]
  /** The writer says that the words which might be names are none. */
  readonly noNames: boolean
}

const MOST = 600

/** Reads a summary: two short texts, for whom, and of which closed concerns. */
export function readYouSaid(body: unknown, closed: readonly string[]): Form<YouSaidValues> {
  const reader = new FormReader(body)
  const text = (name: string, required: string) =>
    reader.text(name, { max: MOST, required, tooLong: `Use ${MOST} letters or fewer` })
  const values = {
    said: text('said', 'Say what people told you'),
    did: text('did', 'Say what was done'),
    readers: reader.choices('readers', READERS),
    concernIds: reader.choices('concerns', closed),
    noNames: reader.ticked('no_names'),
  }
  if (values.readers.length === 0) reader.fault('readers', 'Choose who may read it')
  if (values.concernIds.length === 0) reader.fault('concerns', 'Choose the closed concerns that it is about')
  return reader.done(values)
}

/** The words of a text that might be somebody's name: those with a capital letter. */
export const capitalWords = (text: string): string[] => [
  ...new Set(text.normalize('NFC').match(/\p{Lu}[\p{L}\p{M}’'-]+/gu) ?? []),
]
