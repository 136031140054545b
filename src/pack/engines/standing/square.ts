import type { Clause } from '../../types/clause.ts'

/** How a control stands, and how that is known. */
export interface ControlStanding {
  readonly state: ControlState
  readonly proof: Proof
  readonly asOf: string
  /** When it changes by time alone; null when it does not. */
  readonly changesAt: string | null
  readonly counts: Counts | null
}

/** `no_evidence`: nothing is recorded, so nothing is claimed · `published`: a rule that no software can hold. */
export type ControlState = 'kept' | 'due' | 'late' | 'broken' | 'no_evidence' | 'published'
export type Proof = 'enforced' | 'proved' | 'attested' | null

/** How many of how many; a count that would give a hidden case away is left out by the area that counts. */
export interface Counts {
  readonly good: number
  readonly all: number
}

/** The square of a clause. `not_yet`: no control is built or named for it; counted apart from the others. */
export interface Square {
  readonly clause: string
  readonly state: ControlState | 'not_yet'
  /** How a kept square is known; the weakest of its proofs. */
  readonly proof: Proof
  readonly asOf: string | null
  readonly changesAt: string | null
  /** The controls that made the state what it is. */
  readonly because: readonly string[]
}

// Worst first. A promise is as good as its worst control.
const WORST: readonly ControlState[] = ['broken', 'late', 'no_evidence', 'due', 'published', 'kept']
const WEAKEST: readonly Proof[] = ['attested', 'proved', 'enforced']

/** The square of a clause from the standings of its controls. What keeps it but says nothing is no evidence. */
export function squareOf(
  clause: Pick<Clause, 'id' | 'strength' | 'kept_by'>,
  standings: ReadonlyMap<string, ControlStanding>,
  now: string,
): Square {
  if (clause.kept_by.length === 0)
    return { clause: clause.id, state: 'not_yet', proof: null, asOf: null, changesAt: null, because: [] }
  const each = clause.kept_by.map((ref) => ({ ref, ...(standingOf(ref, standings) ?? silent(now)) }))
  const counted = withoutPublished(each)
  const worst = WORST.find((state) => counted.some((one) => one.state === state)) ?? 'no_evidence'
  const state = soften(worst, clause.strength)
  return {
    clause: clause.id,
    state,
    proof: state === 'kept' ? weakest(counted.map((one) => one.proof)) : null,
    asOf: earliest(each.map((one) => one.asOf)),
    changesAt: earliest(each.map((one) => one.changesAt)),
    because: counted.filter((one) => one.state === worst).map((one) => one.ref),
  }
}

/** A list of things that must all be good: over an empty one there is no evidence, never a kept promise. */
export function stateOfCounts({ good, all }: Counts, otherwise: 'due' | 'late' | 'broken' = 'due'): ControlState {
  if (all <= 0) return 'no_evidence'
  return good >= all ? 'kept' : otherwise
}

/** How many squares there are of each state; `not_yet` has a total of its own. */
export function totalsOf(squares: readonly Square[]): Readonly<Record<Square['state'], number>> {
  const totals = { kept: 0, due: 0, late: 0, broken: 0, no_evidence: 0, published: 0, not_yet: 0 }
  for (const square of squares) totals[square.state] += 1
  return totals
}

// A part (`flow/x#police`) may have a standing of its own; otherwise that of the whole counts.
const standingOf = (ref: string, standings: ReadonlyMap<string, ControlStanding>): ControlStanding | undefined =>
  standings.get(ref) ?? standings.get(ref.split('#')[0] ?? ref)

const silent = (now: string): ControlStanding => ({
  state: 'no_evidence',
  proof: null,
  asOf: now,
  changesAt: null,
  counts: null,
})

// A published rule beside a control that proves something takes nothing from it, and adds nothing.
function withoutPublished<T extends { readonly state: ControlState }>(each: readonly T[]): readonly T[] {
  const others = each.filter((one) => one.state !== 'published')
  return others.length > 0 ? others : each
}

// Red is for a broken must. A should that is not followed is due, and a may records a choice.
function soften(state: ControlState, strength: Clause['strength']): ControlState {
  if (strength === 'must') return state
  if (state === 'broken') return strength === 'should' ? 'late' : 'due'
  return strength === 'may' && state === 'late' ? 'due' : state
}

const weakest = (proofs: readonly Proof[]): Proof => WEAKEST.find((one) => proofs.includes(one)) ?? null

function earliest(times: readonly (string | null)[]): string | null {
  const known = times.filter((one) => one !== null)
  return known.sort((a, b) => Temporal.Instant.compare(Temporal.Instant.from(a), Temporal.Instant.from(b)))[0] ?? null
}
