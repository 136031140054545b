import { expect, test } from 'vitest'
import { packNamed } from '#tests/support/packs.ts'
import { placeOf } from './columns.ts'

const pack = packNamed('special-all-through')

test('a step stands in the innermost chart that has it, whatever led there', () => {
  expect(placeOf(pack, 'incident:chart.illegal:triage')).toEqual({ chart: 'illegal', stepId: 'triage' })
  expect(placeOf(pack, 'root.m4-illegal:triage')).toEqual({ chart: 'illegal', stepId: 'triage' })
  expect(placeOf(pack, 'incident:chart.illegal:some.branch:triage')).toEqual({ chart: 'illegal', stepId: 'triage' })
})

test('a step that the policy of today does not have stands apart', () => {
  expect(placeOf(pack, 'incident:chart.gone:nothing')).toEqual({ chart: 'earlier', stepId: 'nothing' })
})
