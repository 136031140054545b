import { describe, expect, test } from 'vitest'
import { faultsWith } from './given.ts'

const flow = (clauses: string) => `
flows:
  chart:
    says: A chart
    in: [record/incident]
    by: party/dsl
    start: one
    steps:
      one: { do: Tell the head, next: end, source: inferred, clauses: ${clauses} }
`
const reading = `
readings:
  lost: { between: [L-001], holds: The head is told, by: party/head, settled: true }
`
const unsettled = (text: string) => faultsWith(text, { publish: true }).filter((fault) => /unsettled/.test(fault))

describe('publishing a pack with an inferred step', () => {
  test('waits while nothing settles it', () => {
    expect(unsettled(flow('[L-001]'))).toHaveLength(1)
  })

  test('goes on when a settled reading covers one of its clauses', () => {
    expect(unsettled(flow('[L-001]') + reading)).toEqual([])
  })

  test('waits when the reading is about other clauses, or is not settled', () => {
    expect(unsettled(flow('[]') + reading)).toHaveLength(1)
    expect(unsettled(flow('[L-001]') + reading.replace(', settled: true', ''))).toHaveLength(2)
  })
})
