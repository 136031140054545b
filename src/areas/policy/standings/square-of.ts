import type { StandingProof, StandingState } from './standing-source.ts'

interface Known {
  readonly state: string
  readonly proof: string | null
  readonly says: string
  readonly since: string | null
}

/** How a clause stands, from how its controls stand. */
export interface Square {
  readonly state: StandingState | 'notyet'
  readonly proof: StandingProof | null
  readonly because: string
  readonly since: Temporal.Instant | null
}

// What needs somebody now comes first. A rule of conduct beside a control that is kept does not hide it, and
// "no evidence" beside proof does not claim that nothing is known.
const WORST_FIRST: readonly StandingState[] = ['broken', 'late', 'due', 'kept', 'none', 'published']
const STRONGEST_FIRST: readonly StandingProof[] = ['enforced', 'proved', 'attested']

/** The worst of a clause's controls decides. A "should" that is broken is late, never red. */
export function squareOf(clause: { kept_by: readonly string[]; strength: string }, controls: readonly Known[]): Square {
  if (clause.kept_by.length === 0)
    return { state: 'notyet', proof: null, because: 'No control is built for this yet.', since: null }
  const worst = WORST_FIRST.find((state) => controls.some((control) => control.state === state)) ?? 'none'
  const state = worst === 'broken' && clause.strength !== 'must' ? 'late' : worst
  const same = controls.filter((control) => control.state === worst)
  const proof =
    state === 'kept' ? (STRONGEST_FIRST.find((kind) => same.some((control) => control.proof === kind)) ?? null) : null
  const since = same
    .flatMap((control) => (control.since === null ? [] : Temporal.Instant.from(control.since)))
    .sort(Temporal.Instant.compare)
  return {
    state,
    proof,
    because: same.map((control) => control.says).join(' ') || 'Nothing has been recorded yet.',
    since: since[0] ?? null,
  }
}
