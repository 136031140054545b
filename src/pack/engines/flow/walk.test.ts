import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { schoolCalendar } from '#core/calendar/school-calendar.ts'
import { type Pack, pack as packSchema } from '../../types/pack.ts'
import { knowsNothing } from '../judge.fixture.ts'
import type { Verdict } from '../judge.ts'
import { answerStep, type Does, startRun } from './answer.ts'
import { moveCase } from './case.ts'
import { chartsPack } from './charts.fixture.ts'
import { drawRun } from './draw.ts'
import { type OpenStep, openMandatory, openSteps } from './open.ts'
import { replay } from './replay.ts'
import type { FlowContext, Run } from './run.ts'

const calendar = schoolCalendar()
const AT = '2026-11-23T09:00:00Z'

/** Any chart whose steps lead forward: questions, work, branches side by side, calls, per-person turns, ways over. */
const anyCharts: fc.Arbitrary<Pack> = fc
  .tuple(
    fc.array(anyStep(), { minLength: 1, maxLength: 7 }),
    fc.array(anyStep(), { minLength: 1, maxLength: 5 }),
    fc.array(anyStep(), { minLength: 1, maxLength: 4 }),
  )
  .map((charts) => {
    const [root = [], second = [], third = []] = charts
    const flow = (steps: Seed[], inner: string | null) => ({
      says: 'Flow',
      in: ['record/r'],
      by: 'party/any',
      start: 's0',
      steps: stepsOf(steps, inner),
    })
    return packSchema.parse({
      pack: { name: 'any', policy: 'X', title: 'Any', language: 'en' },
      parties: { any: { kind: 'post', says: 'Any' } },
      decisions: { d: { says: 'Decide', by: { any_of: ['party/any'] } } },
      records: {
        r: { says: 'R', parts: [{ id: 'pupil', says: 'Pupil' }], start: 's0', steps: stepsOf(root, 'second') },
      },
      flows: { second: flow(second, 'third'), third: flow(third, null) },
    })
  })

interface Seed {
  readonly kind: 'ask' | 'many' | 'do' | 'decision' | 'wait' | 'each' | 'parallel' | 'call' | 'goto' | 'branch' | 'end'
  readonly jumps: readonly number[]
  readonly optional: boolean
}

function anyStep(): fc.Arbitrary<Seed> {
  return fc.record({
    kind: fc.constantFrom(
      ...([
        'ask',
        'many',
        'do',
        'do',
        'decision',
        'wait',
        'each',
        'parallel',
        'call',
        'goto',
        'branch',
        'end',
      ] as const),
    ),
    jumps: fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 3, maxLength: 3 }),
    optional: fc.boolean(),
  })
}

function stepsOf(seeds: readonly Seed[], inner: string | null): Record<string, unknown> {
  const name = (at: number) => (at < seeds.length ? `s${at}` : 'end')
  return Object.fromEntries(
    seeds.map(({ kind, jumps, optional }, at) => {
      const [a = 1, b = 1, c = 1] = jumps.map((jump) => at + jump)
      const join = name(Math.max(a, b, c) + 1)
      const answers = [a, b, c].map((to, index) => ({ id: `a${index}`, says: 'A', next: name(to) }))
      const flow = inner === null ? null : `flow/${inner}`
      if (kind === 'ask') return [name(at), { ask: 'Q', answers, ...(optional ? { skip_to: name(b) } : {}) }]
      if (kind === 'many') return [name(at), { ask: 'Q', answers, choose: '1..', join }]
      if (kind === 'decision') return [name(at), { decision: 'decision/d', next: name(a), refused: name(b) }]
      if (kind === 'wait') return [name(at), { wait_for: 'person.left', optional, next: name(a) }]
      if (kind === 'parallel')
        return [
          name(at),
          {
            parallel: [name(a), name(b)]
              .filter((x) => x !== 'end')
              .concat('end', 'end')
              .slice(0, 2),
            join,
          },
        ]
      if (kind === 'branch') return [name(at), { branch: [{ when: 'x', next: name(a) }], else: name(b) }]
      if (kind === 'end') return [name(at), { end: 'E', outcome: `o${at}` }]
      if (flow !== null && kind === 'each')
        return [name(at), { for_each: { person_with: ['pupil'] }, run: flow, next: name(a) }]
      if (flow !== null && kind === 'call') return [name(at), { call: flow, optional, next: name(a) }]
      if (flow !== null && kind === 'goto') return [name(at), { goto: flow }]
      return [name(at), { do: 'D', optional, next: name(a) }]
    }),
  )
}

const anyChoices = fc.array(fc.nat(1000), { minLength: 400, maxLength: 400 })
const verdicts = fc.constantFrom<Verdict>('yes', 'no', 'unknown')

interface Walked {
  readonly run: Run
  readonly steps: number
  readonly skipped: readonly string[]
}

function walkAtRandom(pack: Pack, context: FlowContext, choices: readonly number[], correct: boolean): Walked {
  const chart = pack.records.r === undefined ? 'record/incident' : 'record/r'
  let run = startRun(pack, { chart, at: AT, by: 'opener', people: [] }, context).run
  const skipped: string[] = []
  let steps = 0
  for (const [index, choice] of choices.entries()) {
    if (replay(pack, run, context).ended) break
    const open = openSteps(pack, run, context)
    const step = open[choice % open.length]
    if (step === undefined) throw new Error('Nothing is open, and the run has not ended')
    const taken = answerStep(pack, run, inputFor(step, choice, index), context)
    if (!taken.ok) throw new Error(`${step.key}: ${taken.code} ${taken.says}`)
    expect(taken.run.events.slice(0, run.events.length)).toEqual(run.events)
    expect(taken.run.events.length).toBeGreaterThan(run.events.length)
    run = correct && choice % 5 === 0 ? correctOne(pack, taken.run, context, choice, index) : taken.run
    if ('notNeeded' in inputFor(step, choice, index).does) skipped.push(step.key)
    steps += 1
  }
  return { run, steps, skipped }
}

function inputFor(step: OpenStep, choice: number, index: number) {
  const person = choice % 2 === 0 ? 'amal' : 'noor'
  return {
    step: step.key,
    does: doesFor(step, choice),
    by: { person: step.stillNeeds.includes('second_person') ? `second-${index}` : person, parties: ALL },
    at: Temporal.Instant.from(AT)
      .add({ minutes: index + 1 })
      .toString(),
    reason: 'Because',
    fields: {},
    ...(step.fields.length > 0 ? { people: [{ person: `more-${index % 2}`, part: 'pupil' }] } : {}),
  }
}

const ALL = ['party/any', 'party/lead', 'party/head', 'party/network']

function doesFor(step: OpenStep, choice: number): Does {
  if (step.stillNeeds.includes('people')) return { people: [{ person: `p${choice % 3}`, part: 'pupil' }] }
  if (step.stillNeeds.includes('second_person')) return { second: true }
  if (step.optional && (choice % 3 === 0 || step.kind === 'call')) return { notNeeded: true }
  if (step.kind === 'decision') return { voice: choice % 2 === 0 ? 'yes' : 'no' }
  if (step.kind !== 'ask') return { done: true }
  const ids = step.answers.map((answer) => answer.id)
  if (step.choose.most > 1)
    return { answers: ids.filter((_, at) => at === choice % ids.length || (choice >> at) % 2 === 1) }
  return { answers: [ids[choice % ids.length] ?? ''] }
}

function correctOne(pack: Pack, run: Run, context: FlowContext, choice: number, index: number): Run {
  const visits = [...replay(pack, run, context).visits.values()].filter((visit) => visit.state === 'done')
  const visit = visits[choice % Math.max(visits.length, 1)]
  if (visit === undefined || !('ask' in visit.step)) return run
  const answer = visit.step.answers[(choice >> 2) % visit.step.answers.length]?.id ?? ''
  const at = Temporal.Instant.from(AT)
    .add({ minutes: index + 1 })
    .toString()
  const by = { person: 'amal', parties: ALL }
  const taken = answerStep(
    pack,
    run,
    { step: visit.key, does: { answers: [answer] }, by, at, reason: 'Wrong' },
    context,
  )
  if (!taken.ok) throw new Error(taken.says)
  return taken.run
}

const contextOf = (judge: () => Verdict): FlowContext => ({ calendar, judge, rows: {} })

/** No mandatory step on the way of an ended run stands other than done, and none was ever marked not needed. */
function nothingSkipped(pack: Pack, { run, skipped }: Walked, context: FlowContext): void {
  const { visits } = replay(pack, run, context)
  for (const visit of visits.values()) expect(['open', 'running']).not.toContain(visit.state)
  for (const key of skipped) {
    const step = visits.get(key)?.step
    expect(
      step !== undefined &&
        (('optional' in step && step.optional) || ('skip_to' in step && step.skip_to !== undefined)),
    ).toBe(true)
  }
  expect(openMandatory(pack, run, context)).toEqual([])
}

describe('a random walk', () => {
  test('of any chart ends, loses no event and skips no mandatory step', () =>
    fc.assert(
      fc.property(anyCharts, anyChoices, verdicts, (pack, choices, verdict) => {
        const context = contextOf(() => verdict)
        const walked = walkAtRandom(pack, context, choices, false)
        expect(replay(pack, walked.run, context).ended).toBe(true)
        nothingSkipped(pack, walked, context)
      }),
      { numRuns: 60 },
    ))

  test('of the policy’s charts ends, also through the branches of many pupils', () =>
    fc.assert(
      fc.property(anyChoices, (choices) => {
        const context = contextOf(knowsNothing)
        const walked = walkAtRandom(chartsPack, context, choices, false)
        if (replay(chartsPack, walked.run, context).ended) nothingSkipped(chartsPack, walked, context)
        else expect(walked.steps).toBe(choices.length)
      }),
      { numRuns: 30 },
    ))

  test('with corrections loses no event, and the replay of its events gives the same state', () =>
    fc.assert(
      fc.property(anyCharts, anyChoices, (pack, choices) => {
        const context = contextOf(knowsNothing)
        const { run } = walkAtRandom(pack, context, choices.slice(0, 40), true)
        const again: Run = JSON.parse(JSON.stringify(run))
        expect(replay(pack, again, context)).toEqual(replay(pack, run, context))
        const recorded = new Set(run.events.flatMap((event) => ('step' in event ? [event.step] : [])))
        const { visits } = replay(pack, run, context)
        for (const key of recorded) expect(visits.has(key)).toBe(true)
        for (const [at, event] of run.events.entries()) expect(event.seq).toBe(at + 1)
      }),
      { numRuns: 40 },
    ))

  test('draws every step once, and only ways between drawn steps', () =>
    fc.assert(
      fc.property(anyCharts, anyChoices, (pack, choices) => {
        const context = contextOf(knowsNothing)
        const { run } = walkAtRandom(pack, context, choices.slice(0, 12), true)
        const { nodes, edges } = drawRun(pack, run, context)
        const ids = new Set(nodes.map((node) => node.id))
        expect(ids.size).toBe(nodes.length)
        for (const edge of edges) expect(ids.has(edge.from) && ids.has(edge.to)).toBe(true)
        const open = openSteps(pack, run, context).filter((step) => !step.early)
        const now = nodes.filter((node) => node.state === 'now').map((node) => node.visit)
        for (const step of open) expect(now.some((key) => key?.split(':').at(-2) === step.stepId)).toBe(true)
      }),
      { numRuns: 30 },
    ))

  test('may move to the illegal chart after any number of steps, and then starts there', () =>
    fc.assert(
      fc.property(anyChoices, fc.nat(30), (choices, many) => {
        const context = contextOf(knowsNothing)
        const { run } = walkAtRandom(chartsPack, context, choices.slice(0, many), false)
        const change = { by: 'amal', at: '2026-11-24T09:00:00Z', reason: 'Illegal after all' }
        const moved = moveCase(chartsPack, run, 'flow/illegal', change, context)
        expect(moved.ok && moved.run.events.slice(0, run.events.length)).toEqual(run.events)
        expect(moved.ok && moved.opened.some((key) => key.endsWith('illegal:triage:1'))).toBe(true)
      }),
      { numRuns: 30 },
    ))
})
