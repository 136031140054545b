import { ClauseChip } from '../clause-chip/clause-chip.tsx'
import { StatePill } from '../state-pill/state-pill.tsx'
import { cx, type Words } from '../words.ts'

/** A clock that runs, that ended late, or that is done. */
export interface ClockCard {
  readonly state: 'kept' | 'due' | 'late'
  /** The state in words: "In time", "Ends soon", "3 days late". */
  readonly says: Words
  readonly clause?: { readonly clause: string; readonly href: string } | undefined
  /** How much is left, large: `0:58`, with its unit, "hours left". Absent when the clock is done. */
  readonly left?: { readonly figure: string; readonly unit: string } | undefined
  /** How much of the time has run, from 0 to 1. */
  readonly run?: number | undefined
  readonly what: Words
  readonly who?: Words
  /** When it was done. */
  readonly doneAt?: Words
}

/** Clocks large enough to read across a room. */
export function ClockCards({ items }: { readonly items: readonly ClockCard[] }) {
  return (
    <ul class="kept-clocks">
      {items.map((item) => (
        <Clock {...item} />
      ))}
    </ul>
  )
}

function Clock({ state, says, clause, left, run, what, who, doneAt }: ClockCard) {
  const Heading = left ? 'h2' : 'h3'
  return (
    <li class={cx('kept-clock', left ? state !== 'kept' && `kept-clock--${state}` : 'kept-clock--done')}>
      <div class="kept-clock__top">
        <StatePill state={state}>{says}</StatePill>
        {clause && <ClauseChip {...clause} />}
        {doneAt && <span class="kept-meta">{doneAt}</span>}
      </div>
      {left && (
        <p class="kept-clock__left">
          {left.figure}
          <small> {left.unit}</small>
        </p>
      )}
      {run !== undefined && (
        <svg class="kept-clock__run" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
          <rect width={Math.round(Math.min(1, Math.max(0, run)) * 100)} height="10" />
        </svg>
      )}
      <Heading>{what}</Heading>
      {who && <p>{who}</p>}
    </li>
  )
}
