import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Compiled, compileExpression } from './compile.ts'
import { compute, evaluate } from './evaluate.ts'
import type { Functions, Scope } from './scope.ts'

const scope: Scope = {
  types: {
    person: { year: 'integer', phase: 'text', tags: { list: 'text' } },
    media: { overwritten: 'integer', method: 'text' },
  },
  variables: {
    person: { of: 'person' },
    media: { list: { of: 'media' } },
    people: { list: { of: 'person' } },
    risk: 'text',
    cost: 'number',
  },
}

const compiled = (text: string): Compiled => {
  const compilation = compileExpression(text, scope)
  if (!compilation.ok) throw new Error(compilation.fault.says)
  return compilation.expression
}

const ask = (text: string, values: Record<string, unknown>, functions: Functions = {}) =>
  evaluate(compiled(text), values, functions)

describe('evaluate', () => {
  test.each([
    ["person.phase == 'primary'", { person: { phase: 'primary' } }, true],
    ["person.phase == 'primary'", { person: { phase: 'secondary' } }, false],
    ['person.year >= 9', { person: { year: 10 } }, true],
    ['person.year >= 9', { person: {} }, 'unknown'],
    ['person.year >= 9', {}, 'unknown'],
    ['person.year >= 9', { person: { year: '10' } }, 'unknown'],
    ['person.year >= 9', { person: { year: 9.5 } }, 'unknown'],
    ['!(person.year >= 9)', { person: {} }, 'unknown'],
    ['has(person.year) && person.year >= 9', { person: {} }, false],
    ["risk == 'unlikely' || person.year > 3", { risk: 'unlikely' }, true],
    ['cost > 2', { cost: 2.5 }, true],
    [
      "media.size() > 0 && media.all(m, m.overwritten >= 3 || m.method == 'destroyed')",
      { media: [{ overwritten: 3, method: 'x' }] },
      true,
    ],
    ['media.all(m, m.overwritten >= 3)', { media: [{ overwritten: 3 }, null] }, 'unknown'],
    ["person.phase in ['primary', 'nursery']", { person: { phase: 'nursery' } }, true],
  ] as const)('%s over %j is %s', (text, values, expected) => {
    expect(ask(text, values)).toBe(expected)
  })

  test('asks the world about a person by id, and an unknown answer is unknown', () => {
    const text = "signed(person, 'assent/pupil_rules')"
    const answers = new Map([['p1', true]])
    const functions: Functions = { signed: (id, ref) => (ref === 'assent/pupil_rules' ? answers.get(id) : undefined) }
    expect(ask(text, { person: { id: 'p1' } }, functions)).toBe(true)
    expect(ask(text, { person: { id: 'p2' } }, functions)).toBe('unknown')
    expect(ask(text, { person: {} }, functions)).toBe('unknown')
    expect(ask(text, { person: { id: 'p1' } })).toBe('unknown')
  })

  test('takes the id in a field for the person whom it names, alone and in a list', () => {
    const signed = (id: string) => id === 'p1'
    expect(ask("signed(person, 'assent/rules')", { person: 'p1' }, { signed })).toBe(true)
    expect(ask("signed(person, 'assent/rules')", { person: 'p2' }, { signed })).toBe(false)
    expect(ask("people.all(p, signed(p, 'assent/rules'))", { people: ['p1', 'p2'] }, { signed })).toBe(false)
    expect(ask('person.year >= 9', { person: 'p1' })).toBe('unknown')
  })

  test('works out values of other types', () => {
    const compilation = compileExpression('person.year + 1', scope, 'integer')
    expect(compilation.ok && compute(compilation.expression, { person: { year: 4 } })).toBe(5)
  })

  test('never says true when nothing is known', () => {
    const leaf = fc.constantFrom(
      'person.year > 3',
      "risk == 'x'",
      'media.exists(m, m.overwritten > 1)',
      "signed(person, 'assent/a')",
    )
    const tree = fc.letrec((tie) => ({
      node: fc.oneof(
        { depthSize: 'small' },
        leaf,
        fc.tuple(tie('node'), fc.constantFrom('&&', '||'), tie('node')).map(([a, op, b]) => `(${a} ${op} ${b})`),
        tie('node').map((a) => `!(${a})`),
      ),
    })).node
    fc.assert(fc.property(tree, (text) => ask(String(text), {}) === 'unknown'))
  })
})

describe('compileExpression', () => {
  test.each([
    ['person.yeer > 1', 7, 'unknown_fact'],
    ['perso.year > 1', 0, 'unknown_fact'],
    ["person.year > '9'", 0, 'expression_type'],
    ['person.year', 0, 'expression_type'],
    ['person.year >', 13, 'expression_syntax'],
    ["person.phase.matches('(a+)+$')", 0, 'expression_function'],
    ["dyn(person.year) > 'a'", 0, 'expression_function'],
    ["signed('p1', 'assent/a')", 0, 'expression_type'],
  ])('refuses %s at character %i as %s', (text, offset, rule) => {
    const compilation = compileExpression(text, scope)
    expect(compilation.ok ? null : [compilation.fault.offset, compilation.fault.rule]).toEqual([offset, rule])
  })

  test('names the references and facts of an expression with their places', () => {
    const { names } = compiled("signed(person, 'assent/a') && people.all(p, p.year > 2) && risk == 'x'")
    expect(names.references).toEqual([{ name: 'assent/a', offset: 16 }])
    expect(names.facts.map((fact) => fact.name)).toEqual(['person', 'people', 'risk'])
  })

  test('has no room for a field called like a word of the language, and goes on without it', () => {
    const odd: Scope = { types: {}, variables: { type: 'text', for: 'text', risk: 'text' } }
    expect(compileExpression("risk == 'x'", odd).ok).toBe(true)
  })

  test('never throws, whatever is written', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), (text) => typeof compileExpression(text, scope).ok === 'boolean'),
    )
  })
})
