import { expect, test } from 'vitest'
import { base } from '../check/given.ts'
import { loadPack } from '../load/load-pack.ts'
import { sayCondition } from './condition.ts'
import { Words } from './words.ts'

const flows = `
flows:
  chart:
    says: Chart
    in: [record/incident]
    by: party/dsl
    start: who
    steps: { who: { ask: "Who is involved?", answers: [{ id: pupil, says: A pupil, next: end }, { id: staff, says: Staff, next: end }] } }
`

const words = (): Words => {
  const { pack } = loadPack([
    { path: 'a.yaml', text: base },
    { path: 'b.yaml', text: flows },
  ])
  if (pack === null) throw new Error('the pack for this test is not sound')
  return new Words(pack, 'en')
}

test.each([
  ['person.year >= 9', "the person's year is at least 9"],
  ["phase == 'primary' && what != 'x'", '“Phase” is “primary” and “What happened” is not x'],
  ["phase in ['primary', 'secondary']", '“Phase” is “primary” or “secondary”'],
  ["answers.who == 'pupil'", 'the answer to “Who is involved” is “A pupil”'],
  ["!signed(person, 'assent/rules')", 'it is not so that the person has signed “the rules for pupils”'],
  [
    "in_audience(person, 'party/staff') || holds(person, 'party/head')",
    'the person is among staff or the person is the head',
  ],
  [
    "has_part('victim') && (phase == 'primary' || person.year > 3)",
    "somebody is named as victim and (“Phase” is “primary” or the person's year is more than 3)",
  ],
  ["has_part('victim')", 'somebody is named as victim'],
  ['items.all(i, i.serial.size() > 3)', 'the condition “items.all(i, i.serial.size() > 3)” holds'],
  ['this is not an expression', 'the condition “this is not an expression” holds'],
])('%s reads “%s”', (text, expected) => {
  expect(sayCondition(words(), text, { record: 'incident', flow: 'chart' })).toBe(expected)
})
