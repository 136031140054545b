import { describe, expect, test } from 'vitest'
import { chartsPack as pack } from './charts.fixture.ts'
import { drawRun } from './draw.ts'
import { context, give, go, ok, open, refused, start, stateOf } from './given.fixture.ts'
import { openMandatory, openSteps } from './open.ts'

describe('corrections', () => {
  const run = () => go(start(), ['triage', 'found'], ['police', 'none'], 'confiscate', ['network', 'no'], 'save')
  const network = 'incident:chart:1.illegal:network:1'

  test('need a reason, keep the wrong answer, and open what the new one leads to', () => {
    expect(refused(give(run(), network, { answers: ['yes'] }))).toBe('needs_reason')
    const right = ok(give(run(), network, { answers: ['yes'] }, { reason: 'It was a school account' }))
    expect(right.events.filter((event) => 'stepId' in event && event.stepId === 'network')).toHaveLength(2)
    expect(right.events.at(-1)).toMatchObject({ corrects: 4, reason: 'It was a school account' })
    // The evidence was kept already: that still holds beside the step that was missed.
    expect(open(right)).toEqual(['disable', 'who'])
    expect(open(go(right, 'disable'))).toEqual(['who'])
  })

  test('supersede what no longer holds, and say whose effects a person must look at', () => {
    const yes = go(start(), ['triage', 'found'], ['police', 'none'], 'confiscate', ['network', 'yes'], 'disable')
    const taken = give(yes, network, { answers: ['no'] }, { reason: 'A private phone' })
    expect(taken.ok && taken.reversed.map((one) => one.stepId)).toEqual(['disable'])
    expect(stateOf(ok(taken), 'disable')).toEqual(['done'].map(() => 'superseded'))
    expect(open(ok(taken))).toEqual(['save'])
  })

  test('a thing marked done by mistake is taken back and open again', () => {
    const back = give(run(), 'incident:chart:1.illegal:save:1', { takenBack: true }, { reason: 'Wrong case' })
    expect(open(ok(back))).toEqual(['save'])
    expect(refused(give(start(), 'triage', { takenBack: true }, { reason: 'x' }))).toBe('not_open')
  })
})

describe('two people and decisions', () => {
  const course = () => go(start(), ['triage', 'no'], 'log', 'evidence', ['staff_q', 'yes'], ['threshold', 'none'])

  test('a step for two people stays open until a second one confirms it', () => {
    const half = go(course(), 'course')
    expect(openSteps(pack, half, context)[0]).toMatchObject({ stepId: 'course', stillNeeds: ['second_person'] })
    expect(refused(give(half, 'course', { second: true }))).toBe('same_person')
    const by = { person: 'noor', parties: ['party/lead'] }
    expect(open(ok(give(half, 'course', { second: true }, { by })))).toEqual(['lessons'])
  })

  test('a record may not be closed past an optional step: a mandatory one may lie behind it', () => {
    const half = go(course(), 'course')
    const run = ok(give(half, 'course', { second: true }, { by: { person: 'noor', parties: ['party/lead'] } }))
    expect(openMandatory(pack, run, context).map((step) => step.stepId)).toEqual(['lessons'])
  })

  test('nobody decides their own request; a no leads where the record says', () => {
    const half = go(course(), 'course')
    const run = go(
      ok(give(half, 'course', { second: true }, { by: { person: 'noor', parties: ['party/lead'] } })),
      'lessons',
    )
    const opener = { person: 'opener', parties: ['party/head'] }
    expect(refused(give(run, 'agree', { voice: 'yes' }, { by: opener }))).toBe('oneself')
    expect(refused(give(run, 'agree', { voice: 'yes' }, { by: { person: 'sam', parties: [] } }))).toBe('not_theirs')
    expect(open(ok(give(run, 'agree', { voice: 'no' })))).toEqual(['lessons'])
    const yes = give(run, 'agree', { voice: 'yes' })
    expect(yes.ok && yes.ended).toBe(true)
    expect(openMandatory(pack, ok(yes), context)).toEqual([])
  })
})

describe('the drawing', () => {
  test('inks the way that was taken and pencils what may come', () => {
    const run = go(start(), ['triage', 'found'], ['police', 'none'], 'confiscate')
    const drawn = drawRun(pack, run, context)
    const state = Object.fromEntries(
      drawn.nodes.filter((n) => n.frame.endsWith('illegal')).map((n) => [n.stepId, n.state]),
    )
    expect(state).toMatchObject({
      triage: 'done',
      police: 'done',
      network: 'now',
      save: 'later',
      advice: 'not_taken',
      end: 'later',
    })
    expect(drawn.nodes.find((node) => node.stepId === 'triage')?.answered).toMatchObject({
      by: 'amal',
      answer: 'found',
    })
    const taken = drawn.edges.filter((edge) => edge.taken).map((edge) => edge.to.split(':').at(-1))
    expect(taken).toEqual(['police', 'confiscate', 'network', 'triage'])
  })

  test('draws a chart of its own for each person, and ids are unique', () => {
    const people = ['kim', 'lee'].map((person) => ({ person, part: 'pupil' }))
    const drawn = drawRun(pack, go(start(people), ['triage', 'no'], 'log', 'evidence', ['staff_q', 'no']), context)
    expect(drawn.frames.map((frame) => [frame.chart, frame.branch])).toEqual([
      ['record/incident', null],
      ['flow/illegal', null],
      ['flow/non_illegal', null],
      ['flow/pupil', 'kim'],
      ['flow/pupil', 'lee'],
    ])
    const ids = drawn.nodes.map((node) => node.id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const edge of drawn.edges) for (const end of [edge.from, edge.to]) expect(ids).toContain(end)
  })
})
