import type { Form } from '#core/form.ts'
import { FormReader } from '#core/form.ts'

export interface DoValues {
  readonly outcome: 'done' | 'not_needed'
  readonly note: string
  readonly reason: string
}

/** What the form for one duty asks. */
export interface DoAsks {
  readonly mayBeNotNeeded: boolean
  readonly wantsNote: boolean
  readonly wantsTick: boolean
  readonly wantsReason: boolean
  /** What the author of a report writes under headings of its own. */
  readonly writes: readonly WrittenPart[]
}

/** A written part of a report, as the form asks for it. */
export interface WrittenPart {
  readonly id: string
  readonly heading: string
  readonly asks: string
  readonly required: boolean
}

/** The name of the field of a written part. */
export const writtenField = (id: string): string => `writes-${id}`

const MOST_WRITTEN = 3800

/** Reads the form with which a duty is done. */
export function readDo(body: unknown, asks: DoAsks): Form<DoValues> {
  const reader = new FormReader(body)
  const outcome = asks.mayBeNotNeeded
    ? (reader.choice('outcome', ['done', 'not_needed'], 'Say whether you did it or it was not needed') ?? 'done')
    : 'done'
  const done = outcome === 'done'
  if (done && asks.wantsTick && !reader.ticked('states')) reader.fault('states', 'Tick the box if you can state this')
  const required = done
    ? asks.wantsNote
      ? 'Say in a few words what you did and what you found'
      : undefined
    : 'Say why it is not needed'
  const note = reader.text('note', { max: 3000, ...(required === undefined ? {} : { required }) })
  const reason = asks.wantsReason ? reader.text('reason', { max: 900, required: 'Say why it is late' }) : ''
  const written = done ? asks.writes.map((part) => readWritten(reader, part)) : []
  const whole = [...written.filter((words) => words !== ''), note].filter((words) => words !== '').join('\n\n')
  if (whole.length > MOST_WRITTEN)
    reader.fault('note', `Use ${MOST_WRITTEN} characters or fewer for all of it together`)
  return reader.done({ outcome, note: whole, reason })
}

function readWritten(reader: FormReader, { id, heading, required }: WrittenPart): string {
  const words = reader.text(writtenField(id), { max: 3000, ...(required ? { required: `Write: ${heading}` } : {}) })
  return words === '' ? '' : `${heading}: ${words}`
}

/** Reads the form with which missed rounds are settled together: those with a tick, or all of them. */
export function readMissed(
  body: unknown,
  rounds: readonly { readonly id: string }[],
): Form<{ ids: readonly string[]; reason: string }> {
  const reader = new FormReader(body)
  const reason = reader.text('reason', { max: 1000, required: 'Say why they were missed' })
  const all = rounds.map((round) => round.id)
  const ids = reader.text('all', { max: 3 }) === 'yes' ? all : reader.choices('ids', all)
  if (ids.length === 0) reader.fault('ids', 'Tick the rounds that you settle')
  return reader.done({ ids, reason })
}
