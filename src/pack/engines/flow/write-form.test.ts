import { expect, test } from 'vitest'
import { chartsPack as pack } from './charts.fixture.ts'
import { context, open, start } from './given.fixture.ts'
import { writeForm } from './write-form.ts'

const change = { changes: [{ field: 'room', was: null, now: 'Hall' }], by: 'amal', at: '2026-11-23T10:00:00Z' }

test('what is written into the form is an event of the run, and takes no step', () => {
  const run = start()
  const taken = writeForm(pack, run, change, { was: context, now: context })
  expect(taken.events).toEqual([{ kind: 'written', seq: 1, ...change }])
  expect(taken.opened).toEqual([])
  expect(open(taken.run)).toEqual(open(run))
})
