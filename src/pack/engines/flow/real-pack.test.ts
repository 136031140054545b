import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { schoolCalendar } from '#core/calendar/school-calendar.ts'
import { readPack } from '#tests/packs/read-pack.ts'
import type { Scalar } from '../../types/value.ts'
import { flowJudge } from '../judges.ts'
import { answerStep, type Does, type StepInput, startRun } from './answer.ts'
import { moveCase } from './case.ts'
import { fieldsOf } from './check-fields.ts'
import { drawRun } from './draw.ts'
import { type OpenStep, openSteps } from './open.ts'
import { replay } from './replay.ts'
import type { FlowContext, Run } from './run.ts'
import { toldAll } from './told.fixture.ts'

const pack = readPack('special-all-through')
const context: FlowContext = { calendar: schoolCalendar(), judge: flowJudge(pack), rows: {} }
const AT = '2026-11-23T09:00:00Z'
const parties = [...Object.keys(pack.parties).map((id) => `party/${id}`), 'class_teachers', 'handler', 'opener']
const people = [
  { person: 'kim', part: 'victim' },
  { person: 'lee', part: 'instigator' },
]

function doesFor(step: OpenStep, choice: number): Does {
  if (step.stillNeeds.includes('people')) return { people: [{ person: `p${choice % 2}`, part: 'pupil' }] }
  if (step.stillNeeds.includes('second_person')) return { second: true }
  if (step.optional && choice % 3 === 0) return { notNeeded: true }
  if (step.kind === 'decision') return { voice: 'yes' }
  if (step.kind !== 'ask') return { done: true }
  return { answers: [step.answers[choice % step.answers.length]?.id ?? ''] }
}

function inputFor(step: OpenStep, run: Run, choice: number, index: number): StepInput {
  const does = doesFor(step, choice)
  const visit = replay(pack, run, context).visits.get(step.key)
  const asked = visit === undefined ? step.fields : fieldsOf(visit, 'answers' in does ? does.answers : [])
  const fields = Object.fromEntries(asked.map((field): [string, Scalar] => [field.id, 'Something']))
  const named = asked.find((field) => field.parts !== undefined && !field.parts.includes('named_staff'))
  return {
    step: step.key,
    does,
    by: { person: choice % 2 === 0 ? 'amal' : 'noor', parties },
    at: Temporal.Instant.from(AT)
      .add({ minutes: index + 1 })
      .toString(),
    reason: 'Because',
    fields,
    told: toldAll(step, 'answers' in does ? does.answers : []),
    ...(named === undefined ? {} : { people: [{ person: `q${choice % 2}`, part: named.parts?.[0] ?? '' }] }),
  }
}

function walk(choices: readonly number[]): { readonly run: Run; readonly ended: boolean } {
  let { run } = startRun(pack, { chart: 'record/incident', at: AT, by: 'opener', people }, context)
  for (const [index, choice] of choices.entries()) {
    if (replay(pack, run, context).ended) return { run, ended: true }
    const open = openSteps(pack, run, context)
    const step = open[choice % open.length]
    if (step === undefined) throw new Error('Nothing is open, and the run has not ended')
    const taken = answerStep(pack, run, inputFor(step, run, choice, index), context)
    if (!taken.ok) throw new Error(`${step.key}: ${taken.code} ${taken.says} ${JSON.stringify(taken.fields ?? {})}`)
    run = taken.run
  }
  return { run, ended: replay(pack, run, context).ended }
}

const anyChoices = fc.array(fc.nat(1000), { minLength: 150, maxLength: 150 })

describe('the charts of the first pack', () => {
  test('end on any random walk, every step of them done or left out with a reason', () =>
    fc.assert(
      fc.property(anyChoices, (choices) => {
        const { run, ended } = walk(choices)
        expect(ended).toBe(true)
        for (const visit of replay(pack, run, context).visits.values())
          expect(['done', 'not_needed', 'passed', 'not_applicable']).toContain(visit.state)
      }),
      { numRuns: 40 },
    ))

  test('may be left for the illegal chart at any moment, also after the end', () =>
    fc.assert(
      fc.property(anyChoices, fc.nat(40), (choices, many) => {
        const { run } = walk(choices.slice(0, many))
        const change = { by: 'amal', at: '2026-12-01T09:00:00Z', reason: 'A picture turned up' }
        const moved = moveCase(pack, run, 'flow/illegal', change, context)
        expect(moved.ok && moved.open.some((step) => step.chart === 'flow/illegal' && step.filesNever)).toBe(true)
      }),
      { numRuns: 20 },
    ))

  test('are drawn with every step once', () => {
    const { run } = walk([2, 0, 0, 1, 1])
    const { nodes, edges } = drawRun(pack, run, context)
    const ids = new Set(nodes.map((node) => node.id))
    expect(ids.size).toBe(nodes.length)
    expect(edges.length).toBeGreaterThan(5)
    expect(edges.every((edge) => ids.has(edge.from) && ids.has(edge.to))).toBe(true)
  })
})
