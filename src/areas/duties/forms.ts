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
