import { type Compiled, compileExpression } from '../expressions/compile.ts'
import { compute, evaluate, type Values } from '../expressions/evaluate.ts'
import type { Functions, Scope, ScopeType } from '../expressions/scope.ts'
import { eventScope, flowScope, personScope, recordScope, scopeType } from '../expressions/scopes.ts'
import type { Pack } from '../types/pack.ts'
import { allFieldsOf } from '../types/parts.ts'
import { inParty } from './audience/in-party.ts'
import type { AudienceContext, PersonFacts } from './audience/person.ts'
import { recordOf } from './flow/chart.ts'
import type { FlowScope } from './flow/run.ts'
import type { Judge, Verdict } from './judge.ts'

/** What the database knows and an expression may ask. Left out is unknown. */
export type World = Functions

/**
 * Judges the expressions of audiences, guards and assents: those about one person. What they hold and which audiences they are
 * in follows from the person; the world is asked for the rest, and about anybody else.
 */
export function personJudge(pack: Pack, world: World = {}): AudienceContext['judge'] {
  const values = new WeakMap<PersonFacts, Values>()
  const open = new Set<string>()
  const judge: AudienceContext['judge'] = (expression, { person, asAt }) => {
    // Audiences that are worked out from one another in a circle are unknown, not a stack overflow.
    const asking = `${person.id} ${expression}`
    if (open.has(asking)) return 'unknown'
    const value = values.get(person) ?? personValue(pack, person)
    values.set(person, value)
    const within = (other: World['holds']) => (id: string, ref: string) =>
      id === person.id ? asBoolean(inParty(pack, ref, person, asAt, { judge }).verdict) : other?.(id, ref)
    const here = { ...world, holds: within(world.holds), inAudience: within(world.inAudience) }
    open.add(asking)
    try {
      return decide(expression, personScope(pack), { person: value }, here)
    } finally {
      open.delete(asking)
    }
  }
  return judge
}

/**
 * A person as an expression sees them: the given facts, and those that the pack works out from them. What cannot be
 * worked out, or only in a circle, is left out and so unknown.
 */
export function personValue(pack: Pack, person: PersonFacts): Values {
  const value: Record<string, unknown> = { ...person.facts, id: person.id }
  const scope = personScope(pack)
  let open = Object.entries(pack.facts).flatMap(([name, fact]) =>
    name.startsWith('person.') && 'is' in fact ? [{ field: name.slice('person.'.length), fact }] : [],
  )
  for (let before = Number.POSITIVE_INFINITY; open.length < before; ) {
    before = open.length
    open = open.filter(({ field, fact }) => {
      const ready = compiledIn(fact.is, scope, scopeType(fact.type, fact.many))
      const answer = ready === null ? undefined : compute(ready, { person: value })
      if (answer !== undefined) value[field] = answer
      return answer === undefined
    })
  }
  return value
}

/** Judges the expressions of a record's steps and flows. `values` adds what the run does not hold: subject, opener, viewer. */
export function flowJudge(pack: Pack, values: Values = {}, world: World = {}): Judge<FlowScope> {
  return (expression, scope) => {
    const id = scope.chart.split('/')[1] ?? ''
    const names = scope.chart.startsWith('flow/') ? flowScope(pack, id) : recordScope(pack, id)
    const here = { ...peopleFields(pack, scope), ...values, ...scope.fields, answers: scope.answers }
    const hasPart = (part: string): boolean => scope.people.some((one) => one.part === part)
    return decide(expression, names, here, { ...world, hasPart })
  }
}

/** The fields in which people are named with their parts hold those who have such a part now. */
function peopleFields(pack: Pack, { chart, people }: FlowScope): Values {
  const recordId = recordOf(pack, chart)
  const record = pack.records[recordId]
  const fields = record === undefined ? [] : allFieldsOf(pack, recordId, record)
  return Object.fromEntries(
    fields.flatMap((field): [string, unknown][] => {
      const parts = field.parts ?? []
      if (parts.length === 0) return []
      const named = people.filter((one) => parts.includes(one.part)).map((one) => ({ id: one.person }))
      return field.many || field.type === 'people'
        ? [[field.id, named]]
        : named.length === 1
          ? [[field.id, named[0]]]
          : []
    }),
  )
}

/** Judges the expressions beside an event: those of a rule of notice or of a duty. */
export const eventJudge =
  (pack: Pack, event: string, values: Values, world: World = {}) =>
  (expression: string): Verdict =>
    decide(expression, eventScope(pack, event), values, world)

const compiled = new WeakMap<Scope, Map<string, Compiled | null>>()

function compiledIn(expression: string, scope: Scope, expects: ScopeType): Compiled | null {
  const known = compiled.get(scope) ?? new Map<string, Compiled | null>()
  compiled.set(scope, known)
  const key = `${JSON.stringify(expects)} ${expression}`
  const found = known.get(key)
  if (found !== undefined) return found
  const result = compileExpression(expression, scope, expects)
  const value = result.ok ? result.expression : null
  known.set(key, value)
  return value
}

function decide(expression: string, scope: Scope, values: Values, functions: Functions): Verdict {
  const ready = compiledIn(expression, scope, 'boolean')
  if (ready === null) return 'unknown'
  const answer = evaluate(ready, values, functions)
  return answer === 'unknown' ? 'unknown' : answer ? 'yes' : 'no'
}

const asBoolean = (verdict: Verdict): boolean | undefined => (verdict === 'unknown' ? undefined : verdict === 'yes')
