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
}

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
  return reader.done({ outcome, note, reason })
}
