import { describe, expect, test } from 'vitest'
import { schoolCalendar } from '#core/calendar/school-calendar.ts'
import { pack as packSchema } from '../../types/pack.ts'
import { flowJudge } from '../judges.ts'
import { answerStep, type Does, type StepInput, startRun, type Taken } from './answer.ts'
import type { Fault } from './checks.ts'
import { drawRun } from './draw.ts'
import { openSteps } from './open.ts'
import { replay } from './replay.ts'
import type { FlowContext, Run } from './run.ts'

const act = (words: string, next: string, more: object = {}) => ({ do: words, next, ...more })
const pack = packSchema.parse({
  pack: { name: 'hard', policy: 'X', title: 'Hard', language: 'en' },
  parties: Object.fromEntries(['head', 'chair', 'it'].map((id) => [id, { kind: 'post', says: id }])),
  records: {
    disposal: {
      says: 'Disposal',
      rows: [{ id: 'media', says: 'Media', fields: [{ id: 'serial', asks: 'Serial', type: 'text' }] }],
      fields: [
        { id: 'wiped', asks: 'Wiped?', type: 'boolean' },
        { id: 'personal', asks: 'Personal data?', type: 'boolean' },
      ],
      start: 'side',
      steps: {
        side: { parallel: ['police', 'wipe'], join: 'sign' },
        police: {
          wait_for: { party: 'party/head', says: 'Their advice' },
          holds: ['wipe'],
          remind: '1 day',
          give_up: { after: '5 school days', next: 'sign' },
          next: 'sign',
        },
        wipe: act('Wipe it', 'sign', {
          needs: 'wiped',
          witness: 'party/it',
          fields: [
            { id: 'wiped', asks: 'Wiped?', type: 'boolean' },
            { id: 'how', asks: 'How?', type: 'text', when: 'wiped' },
          ],
          late: [{ at: '1 day', notify: 'party/head' }],
        }),
        sign: act('Sign', 'special', { by: { all_of: ['party/head', 'party/chair'] } }),
        special: act('Tell the data officer', 'each', { when: 'personal' }),
        each: { for_each: { row: 'media' }, run: 'flow/medium', next: 'check' },
        check: { branch: [{ when: 'personal', next: 'kept' }], else: 'gone' },
        kept: { end: 'Kept', outcome: 'kept' },
        gone: { end: 'Gone', outcome: 'gone' },
      },
    },
  },
  flows: {
    medium: {
      says: 'One',
      in: ['record/disposal'],
      by: 'party/it',
      start: 'crush',
      steps: { crush: act('Crush it', 'end') },
    },
  },
})
const context: FlowContext = { calendar: schoolCalendar(), judge: flowJudge(pack), rows: { media: ['m1', 'm2'] } }
const begin = (): Run =>
  startRun(pack, { chart: 'record/disposal', at: '2026-11-23T09:00:00Z', by: 'olga', people: [] }, context).run
const give = (run: Run, stepId: string, does: Does, more: Partial<StepInput> = {}): Taken | Fault => {
  const step = openSteps(pack, run, context).find((one) => one.stepId === stepId)?.key ?? stepId
  const by = { person: 'ivy', parties: ['party/it', 'party/head'] }
  return answerStep(pack, run, { step, does, by, at: '2026-11-24T09:00:00Z', ...more }, context)
}
const ok = (taken: Taken | Fault): Run => {
  if (!taken.ok) throw new Error(`${taken.code}: ${taken.says}`)
  return taken.run
}
const code = (taken: Taken | Fault) => (taken.ok ? 'taken' : taken.code)
const open = (run: Run) => openSteps(pack, run, context).map((step) => step.stepId)
const wiped = { fields: { wiped: true, how: 'Shredded' }, witness: 'wim' }
const replied = () => ok(give(begin(), 'police', { done: true }))
const signed = (fields: StepInput['fields'] = {}) => {
  const run = ok(give(replied(), 'wipe', { done: true }, { ...wiped, fields: { ...wiped.fields, ...fields } }))
  const chair = { person: 'chris', parties: ['party/chair'] }
  return ok(give(ok(give(run, 'sign', { done: true })), 'sign', { second: true }, { by: chair }))
}

describe('a wait', () => {
  test('holds the steps that must not be done before the answer', () => {
    expect(open(begin())).toEqual(['police', 'wipe'])
    const [wait, wipe] = openSteps(pack, begin(), context)
    expect(wait).toMatchObject({ kind: 'wait', remind: '1 day', waitsFor: { party: 'party/head' } })
    expect(wipe?.heldBy).toEqual([wait?.key])
    expect(code(give(begin(), 'wipe', { done: true }, wiped))).toBe('held')
    expect(code(give(replied(), 'wipe', { done: true }, wiped))).toBe('taken')
  })

  test('is given up only after its time', () => {
    expect(code(give(begin(), 'police', { gaveUp: true }))).toBe('not_yet')
    const at = '2026-12-01T09:00:00Z'
    expect(open(ok(give(begin(), 'police', { gaveUp: true }, { at })))).toEqual(['wipe'])
  })
})

describe('a wait for several bodies', () => {
  const waits = (wait_for: object) => {
    const made = packSchema.parse({
      pack: { name: 'a', policy: 'X', title: 'A', language: 'en' },
      lists: {
        body: {
          says: 'Body',
          values: [
            { id: 'police', says: 'Police', party: 'party/police' },
            { id: 'ceop', says: 'CEOP', party: 'party/ceop' },
            { id: 'none', says: 'None' },
          ],
        },
      },
      records: {
        case: {
          says: 'Case',
          fields: [{ id: 'told', asks: 'Whom?', type: 'list/body', many: true }],
          start: 'wait',
          steps: {
            wait: {
              wait_for: { says: 'Their answer', ...wait_for },
              give_up: { after: '1 day', next: 'end' },
              next: 'went_on',
            },
            went_on: { do: 'Go on', next: 'end' },
          },
        },
      },
    })
    const with_ = (told: readonly string[]) => {
      const facts: FlowContext = { ...context, values: { told } }
      const start = { chart: 'record/case', at: '2026-11-23T09:00:00Z', by: 'olga', people: [] } as const
      const take = (run: Run, does: Does, more: Partial<StepInput> = {}) =>
        answerStep(
          made,
          run,
          { step: 'case:wait:1', does, by: { person: 'ivy', parties: [] }, at: '2026-11-23T10:00:00Z', ...more },
          facts,
        )
      return { run: startRun(made, start, facts).run, take, open: (run: Run) => openSteps(made, run, facts) }
    }
    return with_
  }

  test('goes on with the first answer of any, and says whose it was', () => {
    const { run, take, open } = waits({ any_of: ['party/police', 'party/ceop'] })([])
    expect(open(run)[0]?.awaits).toEqual({ parties: ['party/police', 'party/ceop'], need: 'any', heard: [] })
    expect(code(take(run, { done: true }))).toBe('wrong_answer')
    expect(code(take(run, { heard: 'party/head' }))).toBe('wrong_answer')
    expect(open(ok(take(run, { heard: 'party/ceop' }))).map((step) => step.stepId)).toEqual(['went_on'])
  })

  test('waits for each body that a field names, and may be taken back or given up before the last', () => {
    const { run, take, open } = waits({ field: 'told', need: 'all' })(['police', 'ceop', 'none'])
    const half = ok(take(run, { heard: 'party/police' }))
    expect(open(half)[0]).toMatchObject({ stepId: 'wait', stillNeeds: ['party/ceop'] })
    expect(code(take(half, { heard: 'party/police' }))).toBe('said_already')
    expect(open(ok(take(half, { heard: 'party/ceop' }))).map((step) => step.stepId)).toEqual(['went_on'])
    const again = ok(take(half, { takenBack: true }, { reason: 'It was another case' }))
    expect(open(again)[0]?.awaits?.heard).toEqual([])
    expect(open(ok(take(half, { gaveUp: true }, { at: '2026-12-01T09:00:00Z' })))).toEqual([])
  })

  test('is recorded as done where the field names nobody', () => {
    const { run, take, open } = waits({ field: 'told', need: 'all' })(['none'])
    expect(open(run)[0]?.awaits).toBeNull()
    expect(open(ok(take(run, { done: true }))).map((step) => step.stepId)).toEqual(['went_on'])
  })
})

describe('a step with conditions', () => {
  test('is done only when what it needs is so, its fields are filled in and the witness is somebody else', () => {
    const run = replied()
    expect(code(give(run, 'wipe', { done: true }, { witness: 'wim', fields: { wiped: false } }))).toBe('needs')
    expect(code(give(run, 'wipe', { done: true }, { witness: 'wim' }))).toBe('needs')
    expect(code(give(run, 'wipe', { done: true }, { witness: 'ivy', fields: wiped.fields }))).toBe('witness')
    expect(give(run, 'wipe', { done: true }, { witness: 'wim', fields: { wiped: true } })).toMatchObject({
      code: 'fields',
      fields: { how: 'Fill this in' },
    })
  })

  test('for several posts waits until each has signed, and for no other', () => {
    const run = ok(give(replied(), 'wipe', { done: true }, wiped))
    const half = ok(give(run, 'sign', { done: true }))
    expect(openSteps(pack, half, context)[0]).toMatchObject({ stepId: 'sign', stillNeeds: ['party/chair'] })
    const other = { person: 'noor', parties: ['party/head'] }
    expect(code(give(half, 'sign', { second: true }, { by: other }))).toBe('not_theirs')
    expect(code(give(run, 'sign', { second: true }))).toBe('wrong_kind')
  })

  test('is left out when its condition is not met, and asked for when that is unknown', () => {
    expect(open(signed({ personal: false }))).toEqual(['crush', 'crush'])
    expect(open(signed())).toEqual(['special'])
    expect(open(signed({ personal: true }))).toEqual(['special'])
  })
})

describe('rows, and a question answered by facts', () => {
  test('each row has its turn; an unknown fact takes the other way', () => {
    const rows = signed({ personal: false })
    const last = ok(give(rows, 'crush', { done: true }))
    const taken = give(last, 'crush', { done: true })
    expect(taken).toMatchObject({ ended: true, outcomes: ['gone'] })
    expect(replay(pack, ok(taken), context).ended).toBe(true)
  })

  test('are drawn to the end that was reached', () => {
    const run = ok(give(ok(give(signed({ personal: false }), 'crush', { done: true })), 'crush', { done: true }))
    const state = Object.fromEntries(drawRun(pack, run, context).nodes.map((node) => [node.stepId, node.state]))
    expect(state).toMatchObject({ gone: 'done', kept: 'not_taken', special: 'not_taken', wipe: 'done', sign: 'done' })
  })
})
