import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type ControlStanding, type ControlState, type Proof, squareOf, stateOfCounts, totalsOf } from './square.ts'

const NOW = '2026-11-23T09:00:00Z'
const standing = (state: ControlState, proof: Proof = null, changesAt: string | null = null): ControlStanding => ({
  state,
  proof,
  asOf: NOW,
  changesAt,
  counts: null,
})
type Controls = Record<string, ControlStanding>
const clause = (refs: string[], strength: 'must' | 'should' | 'may' = 'must') => ({
  id: 'L-001',
  strength,
  kept_by: refs as [`assent/${string}`],
})
const square = (controls: Controls, refs = Object.keys(controls), strength: 'must' | 'should' | 'may' = 'must') =>
  squareOf(clause(refs, strength), new Map(Object.entries(controls)), NOW)

describe('the square of a clause', () => {
  test('is as bad as its worst control, and names it', () => {
    const controls = { 'assent/a': standing('kept', 'proved'), 'duty/b': standing('late'), 'guard/c': standing('due') }
    expect(square(controls)).toMatchObject({ state: 'late', proof: null, because: ['duty/b'] })
  })

  test('is kept by the weakest of its proofs', () => {
    const controls = { 'guard/a': standing('kept', 'enforced'), 'duty/b': standing('kept', 'attested') }
    expect(square(controls)).toMatchObject({ state: 'kept', proof: 'attested' })
  })

  test('is not yet without a control, and no evidence with a silent one', () => {
    expect(square({}, []).state).toBe('not_yet')
    expect(square({}, ['duty/silent'])).toMatchObject({ state: 'no_evidence', because: ['duty/silent'] })
  })

  test('takes the standing of a part, or else that of the whole', () => {
    const whole = { 'flow/x': standing('kept', 'proved'), 'flow/x#police': standing('broken') }
    expect(square(whole, ['flow/x#police']).state).toBe('broken')
    expect(square(whole, ['flow/x#triage']).state).toBe('kept')
  })

  test('is published only when nothing else keeps it', () => {
    const rule = standing('published')
    expect(square({ 'conduct/a': rule }).state).toBe('published')
    expect(square({ 'conduct/a': rule, 'assent/b': standing('kept', 'proved') }).state).toBe('kept')
    expect(square({ 'conduct/a': rule, 'assent/b': standing('no_evidence') }).state).toBe('no_evidence')
  })

  test('a should is never red, and a may is neither red nor late', () => {
    expect(square({ 'duty/a': standing('broken') }, ['duty/a'], 'should').state).toBe('late')
    expect(square({ 'duty/a': standing('broken') }, ['duty/a'], 'may').state).toBe('due')
    expect(square({ 'duty/a': standing('late') }, ['duty/a'], 'may').state).toBe('due')
  })

  test('an empty list proves nothing', () => {
    expect(stateOfCounts({ good: 0, all: 0 })).toBe('no_evidence')
    expect(stateOfCounts({ good: 3, all: 3 })).toBe('kept')
    expect(stateOfCounts({ good: 2, all: 3 }, 'late')).toBe('late')
  })

  test('changes when the first of its controls does', () => {
    const [soon, later] = ['2026-11-24T09:00:00Z', '2026-12-24T09:00:00Z']
    expect(square({ 'duty/a': standing('due', null, later), 'duty/b': standing('due', null, soon) }).changesAt).toBe(
      soon,
    )
  })

  const anyStanding = fc.record({
    state: fc.constantFrom<ControlState>('kept', 'due', 'late', 'broken', 'no_evidence', 'published'),
    proof: fc.constantFrom<Proof>('enforced', 'proved', 'attested'),
  })
  const anyControls = fc.dictionary(fc.constantFrom('duty/a', 'assent/b', 'guard/c', 'conduct/d'), anyStanding)
  const anyStrength = fc.constantFrom('must' as const, 'should' as const, 'may' as const)

  test('claims nothing that is not so, whatever its controls', () =>
    fc.assert(
      fc.property(anyControls, anyStrength, (found, strength) => {
        const controls = Object.fromEntries(
          Object.entries(found).map(([ref, { state, proof }]) => [ref, standing(state, proof)]),
        )
        const { state, proof } = square(controls, Object.keys(controls), strength)
        const states = Object.values(controls).map((one) => one.state)
        if (state === 'kept') expect(states.every((one) => one === 'kept' || one === 'published')).toBe(true)
        if (state === 'broken') expect(strength).toBe('must')
        expect(proof === null).toBe(state !== 'kept')
        if (states.length === 0) expect(state).toBe('not_yet')
      }),
    ))

  test('totals count every square once', () =>
    fc.assert(
      fc.property(fc.array(anyControls), (all) => {
        const squares = all.map((found) =>
          square(Object.fromEntries(Object.entries(found).map(([ref, one]) => [ref, standing(one.state, one.proof)]))),
        )
        expect(Object.values(totalsOf(squares)).reduce((sum, one) => sum + one, 0)).toBe(squares.length)
      }),
    ))
})
