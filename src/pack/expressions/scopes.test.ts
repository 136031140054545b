import { describe, expect, test } from 'vitest'
import { base } from '../check/given.ts'
import { loadPack } from '../load/load-pack.ts'
import type { Pack } from '../types/pack.ts'
import { compileExpression } from './compile.ts'
import { evaluate } from './evaluate.ts'
import { eventScope, flowScope, personScope, recordScope } from './scopes.ts'

const more = `
flows:
  one:
    says: One
    in: [record/incident]
    by: party/dsl
    start: triage
    steps: { triage: { ask: A, choose: "1..", join: end, answers: [{ id: x, says: X, next: end }, { id: y, says: Y, next: end }] } }
  two:
    says: Two
    in: [record/incident]
    by: party/dsl
    start: triage
    steps: { triage: { ask: B, fields: [{ id: note, asks: N, type: text }], answers: [{ id: p, says: P, next: end }, { id: q, says: Q, next: end }] } }
`

const given = (): Pack => {
  const { pack, faults } = loadPack([
    { path: 'a.yaml', text: base.replace('facts:\n', 'facts:\n  person.tutor: { type: person, from: people }\n') },
    { path: 'b.yaml', text: more },
  ])
  if (pack === null) throw new Error(JSON.stringify(faults))
  return pack
}

const pack = given()

describe('scopes', () => {
  test('a person has the declared facts, and a person within a person is an id', () => {
    expect(personScope(pack).types.person).toEqual({ year: 'integer', phase: 'text', tutor: 'text' })
  })

  test('a record has its fields, those of its flows, and its rows', () => {
    const { variables } = recordScope(pack, 'incident')
    expect(variables).toMatchObject({
      what: 'text',
      note: 'text',
      who: { list: { of: 'person' } },
      items: { list: { of: 'rows_items' } },
    })
  })

  test('a flow sees its own answers only, though another has a step of the same name', () => {
    expect(flowScope(pack, 'one').types.answers).toEqual({ triage: { list: 'text' } })
    expect(flowScope(pack, 'two').types.answers).toEqual({ triage: 'text' })
    const compiled = compileExpression("'x' in answers.triage && who.exists(p, p.year > 3)", flowScope(pack, 'one'))
    const values = { answers: { triage: ['x'] }, who: [{ id: 'p1', year: 4 }] }
    expect(compiled.ok && evaluate(compiled.expression, values)).toBe(true)
  })

  test('an event of a record brings the record, an event of a person the person', () => {
    expect(eventScope(pack, 'record/incident#opened')).toBe(recordScope(pack, 'incident'))
    expect(eventScope(pack, 'person.left')).toBe(personScope(pack))
  })
})
