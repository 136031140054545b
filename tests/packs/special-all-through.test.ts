import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkPack } from '#pack/check/check-pack.ts'
import { moveCase } from '#pack/engines/flow/case.ts'
import { openSteps } from '#pack/engines/flow/open.ts'
import type { Run } from '#pack/engines/flow/run.ts'
import { loadNamed, readPack } from './read-pack.ts'
import { clauseRange, everyStep, formsAndCharts, notYet } from './special-all-through.expected.ts'
import { choicesAt, context, openCase, take, walkToEnd } from './walk.ts'

// What somebody tells may bring a file, never where it is about a picture or about contact by a stranger.
const NO_PICTURES = "!(worry in ['picture', 'contact'])"

const name = 'special-all-through'
const pack = readPack(name)
const clause = new Map(pack.clauses.map((one) => [one.id, one]))
const people = [
  { person: 'pupil-1', part: 'victim' },
  { person: 'pupil-2', part: 'instigator' },
]

const longestSentence = (text: string): number =>
  Math.max(...text.split(/[.?!] ?/).map((sentence) => sentence.split(/\s+/).filter((word) => word !== '').length))

describe('the clauses of the first pack', () => {
  test('the form of the pack has no fault', () => {
    expect(loadNamed(name).faults).toEqual([])
  })

  test('stand in a pack that makes sense, and leaves nothing open that publishing waits for', () => {
    const { positions } = loadNamed(name)
    expect(checkPack(pack, positions)).toEqual([])
    expect(checkPack(pack, positions, { publish: true })).toEqual([])
  })

  test('are all 461, each once, in order, under their own ids', () => {
    expect(pack.clauses.map((one) => one.id)).toEqual(clauseRange(1, 461))
  })

  test('of the agreements, the log and the three charts are all linked', () => {
    const open = Object.values(formsAndCharts)
      .flat()
      .filter((id) => clause.get(id)?.kept_by.length === 0)
    expect(open).toEqual([])
  })

  test('of the areas agreements and incidents are all linked', () => {
    const areas = pack.clauses.filter((one) => one.area === 'agreements' || one.area === 'incidents')
    expect(areas).toHaveLength(66)
    expect(areas.filter((one) => one.kept_by.length === 0)).toEqual([])
  })

  test('that nothing keeps yet are named, and each says what is planned', () => {
    const open = pack.clauses.filter((one) => one.kept_by.length === 0)
    expect(open.map((one) => one.id)).toEqual(notYet)
    expect(open.filter((one) => one.planned.length === 0)).toEqual([])
  })

  test('of kind gate, deadline or record are never kept by a rule of conduct alone', () => {
    const strict = pack.clauses.filter((one) => ['gate', 'deadline', 'record'].includes(one.kind))
    const soft = strict.filter(
      (one) => one.kept_by.length > 0 && one.kept_by.every((ref) => ref.startsWith('conduct/')),
    )
    expect(soft.map((one) => one.id)).toEqual([])
  })
})

/** Takes the first open step again and again, with these answers (`done` for what is done). */
function along(answers: readonly string[], from: Run): Run {
  let run = from
  for (const answer of answers) {
    const [step] = openSteps(pack, run, context).filter((one) => !one.early)
    if (step === undefined) throw new Error('No step is open')
    const taken = take(pack, run, step, answer === 'done' ? { done: true } : { answers: [answer] })
    if (!taken.ok) throw new Error(taken.says)
    run = taken.run
  }
  return run
}

describe('the three charts of the first pack', () => {
  test.each(Object.entries(everyStep))('%s has every step of the catalogue', (_chart, steps) => {
    const there = new Set(
      Object.entries(pack.flows).flatMap(([id, flow]) => Object.keys(flow.steps).map((step) => `${id}#${step}`)),
    )
    expect(steps.filter((step) => !there.has(step))).toEqual([])
  })

  test('come to their end whichever way they are walked, and close the log entry last', () => {
    fc.assert(
      fc.property(fc.infiniteStream(fc.nat(10_000)), (numbers) => {
        const next = numbers[Symbol.iterator]()
        const pick = (among: number): number => (next.next().value ?? 0) % Math.max(among, 1)
        const { steps, ended } = walkToEnd(pack, people, pick)
        expect(ended).toBe(true)
        expect(steps.at(-1)).toBe('record/incident#close')
      }),
      { numRuns: 150 },
    )
  })

  test('ask about each child on their own, side by side', () => {
    const run = along(['not_illegal', 'done', 'done', 'no', 'no', 'yes'], openCase(pack, people))
    const open = openSteps(pack, run, context).filter((one) => !one.early)
    expect(open.map((one) => [one.stepId, one.branch])).toEqual([
      ['child_q', 'pupil-1'],
      ['child_q', 'pupil-2'],
    ])
  })

  test('wait for a name when a child is part of it, and end without one when none is', () => {
    const steps = (answers: readonly string[]) =>
      openSteps(pack, along(answers, openCase(pack, [])), context).filter((one) => !one.early)
    const path = ['not_illegal', 'done', 'done', 'no', 'no']
    expect(steps([...path, 'yes']).map((one) => [one.stepId, one.stillNeeds])).toEqual([['children', ['people']]])
    expect(steps([...path, 'no']).map((one) => one.stepId)).toEqual(['close'])
  })

  test('refuse to leave out a step that the policy demands', () => {
    const run = openCase(pack, people)
    const [triage] = openSteps(pack, run, context)
    if (triage === undefined) throw new Error('No step is open')
    const refused = take(pack, run, triage, { notNeeded: true })
    expect(refused.ok ? 'taken' : refused.code).toBe('mandatory')
  })

  test('can be left for the illegal chart from every step of the others', () => {
    for (const [id, flow] of Object.entries(pack.flows))
      expect([id, flow.at_any_time?.map((way) => way.goto)]).toEqual([
        id,
        id === 'illegal' ? undefined : ['flow/illegal'],
      ])
    const before = openCase(pack, people)
    const [triage] = openSteps(pack, before, context)
    if (triage === undefined) throw new Error('No step is open')
    const taken = take(pack, before, triage, { answers: ['not_illegal'] })
    if (!taken.ok) throw new Error(taken.says)
    const change = { by: 'walker', at: '2026-10-06T11:00:00Z', reason: 'It may be illegal after all' }
    const moved = moveCase(pack, taken.run, 'flow/illegal', change, context)
    expect(moved.ok ? moved.open.filter((one) => !one.early).map((one) => one.stepId) : moved.says).toEqual(['triage'])
  })

  test('have no file field, and the illegal chart allows no file at all', () => {
    const fields = Object.values(pack.flows).flatMap((flow) =>
      Object.values(flow.steps).flatMap((step) => [
        ...step.fields,
        ...('answers' in step ? step.answers.flatMap((answer) => answer.fields) : []),
      ]),
    )
    const ofRecords = [...fields, ...Object.values(pack.records).flatMap((record) => record.fields)]
    expect(ofRecords.filter((field) => field.type === 'file').map((field) => field.when)).toEqual([NO_PICTURES])
    expect(pack.flows.illegal?.files).toBe('never')
    expect(pack.flows.illegal?.steps.save?.effects).toEqual([{ lock: 'files' }])
  })

  test('leave the steps open that the policy calls options, and no other', () => {
    const optional = Object.entries(pack.flows).flatMap(([id, flow]) =>
      Object.entries(flow.steps).flatMap(([step, one]) => ('optional' in one && one.optional ? [`${id}#${step}`] : [])),
    )
    expect(optional.filter((step) => step.startsWith('illegal#') || step.startsWith('non_illegal#'))).toEqual([])
    expect(optional.filter((step) => step.startsWith('child#'))).toEqual([
      'child#victim_parents',
      'child#victim_device',
    ])
    expect(optional).not.toContain('against_school#st_hr_first')
  })
})

describe('the agreements of the first pack', () => {
  test('are signed by the parent alone, by parent and pupil, and by the adult', () => {
    expect(pack.assents.primary_rules?.asked).toEqual({ of: 'parental_responsibility', need: 'any' })
    expect(pack.assents.secondary_agreement?.asked).toEqual({
      all_of: [{ of: 'parental_responsibility', need: 'any' }, { of: 'self' }],
    })
    expect(pack.assents.adult_code?.asked).toEqual({ of: 'self' })
  })

  test.each([
    ['primary_rules', 13, 'discussed'],
    ['secondary_agreement', 17, 'discussed'],
    ['adult_code', 17, 'agreed'],
  ])('%s has its %i statements and the words of the slip, each with its clauses', (id, count, last) => {
    const items = pack.assents[id]?.items ?? []
    expect(items).toHaveLength(count + 1)
    expect(items.filter((item) => item.clauses.length === 0)).toEqual([])
    expect(items.at(-1)?.id).toBe(last)
  })

  test.each([
    ['primary_rules', 24],
    ['pupil_information', 24],
    ['secondary_agreement', 30],
  ])('%s is said in sentences of at most %i words, and in easy words too', (id, most) => {
    for (const { says } of pack.assents[id]?.items ?? []) {
      if (typeof says === 'string') throw new Error(`No easy words for: ${says}`)
      expect([says.en, longestSentence(says.en ?? '') <= most]).toEqual([says.en, true])
      expect([says['en-easy'], longestSentence(says['en-easy'] ?? '') <= 13]).toEqual([says['en-easy'], true])
    }
  })

  test('withhold nothing until a school switches that on', () => {
    expect(Object.values(pack.guards).map((guard) => guard.active)).toEqual([false, false, false])
  })
})

test('a member of staff who is named sees nothing, a class teacher three fields, a governor no names', () => {
  const sight = pack.records.incident?.sight ?? []
  expect(sight.find((one) => one.who === 'named_in_case')?.sees).toBe('none')
  expect(sight.find((one) => one.who === 'class_teachers')?.sees).toEqual({
    only: ['happened_at', 'kind', 'for_class_teacher'],
  })
  expect(sight.find((one) => one.who === 'party/governors')?.sees).toBe('masked')
})

test('every choice at every first step of a case is taken', () => {
  const run = openCase(pack, people)
  for (const step of openSteps(pack, run, context).filter((one) => !one.early))
    for (const does of choicesAt(step)) expect(take(pack, run, step, does).ok).toBe(true)
})
