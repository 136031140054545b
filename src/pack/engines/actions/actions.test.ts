import { describe, expect, test } from 'vitest'
import { schoolCalendar } from '#core/calendar/school-calendar.ts'
import { pack as packSchema } from '../../types/pack.ts'
import { answerStep, type Does, type StepInput, startRun } from '../flow/answer.ts'
import { openSteps } from '../flow/open.ts'
import type { FlowContext, Run } from '../flow/run.ts'
import { knowsNothing } from '../judge.fixture.ts'
import { endsAt } from './ends.ts'
import { derivedFrom } from './kinds.ts'
import { runnable } from './runnable.ts'

const post = (says: string) => ({ kind: 'post', says })
const pack = runnable(
  packSchema.parse({
    pack: { name: 'a', policy: 'X', title: 'A', language: 'en' },
    parties: { head: post('Head'), dsl: post('DSL'), network: post('Network manager'), chair: post('Chair') },
    lists: { act: { says: 'Act', values: ['sharing', 'repeated', 'other'].map((id) => ({ id, says: id })) } },
    grants: { account: { says: 'An account' } },
    guards: {
      account: {
        says: 'An account',
        stops: 'grant/account',
        unless: "signed(person, 'assent/x')",
        held_by: 'party/network',
      },
    },
    actions: {
      warning: { says: 'A warning', kind: 'sanction', by: 'party/head' },
      remove_access: {
        says: 'Access withdrawn',
        kind: 'sanction',
        by: 'party/head',
        fields: [{ id: 'until', asks: 'Until when?', type: 'date' }],
        effects: [{ close: 'guard/account', until: 'until' }],
        lifted_by: 'party/dsl',
        appeal_to: { to: 'party/chair' },
      },
    },
    tables: {
      responses: {
        says: 'What follows',
        inputs: [{ id: 'act', says: 'Act', type: 'list/act' }],
        outcomes: [
          { id: 'told', says: 'Told', strength: 'must' },
          { id: 'warning', says: 'Warning', strength: 'should', does: 'action/warning' },
          { id: 'access', says: 'Access withdrawn', strength: 'may', does: 'action/remove_access' },
          { id: 'talk', says: 'A talk', strength: 'may', does: 'flow/talk' },
        ],
        hit: 'first',
        rows: [
          { id: 'sharing', when: { act: 'sharing' }, outcomes: ['told', 'warning', 'access'], clauses: ['X-1'] },
          { id: 'repeated', when: { act: 'repeated' }, outcomes: ['told', 'talk'], clauses: ['X-2'] },
        ],
      },
    },
    records: {
      incident: {
        says: 'Incident',
        handled_by: 'party/head',
        fields: [{ id: 'act', asks: 'What?', type: 'list/act' }],
        start: 'decide',
        steps: {
          decide: {
            table: 'table/responses',
            says: 'What follows?',
            with: { act: 'act' },
            leads: { told: 'tell' },
            next: 'done',
          },
          tell: { do: 'Tell them', next: 'done' },
          done: { do: 'Write it down', next: 'end' },
        },
      },
    },
    flows: {
      talk: {
        says: 'A talk',
        in: ['record/incident'],
        by: 'party/head',
        start: 'sit',
        steps: { sit: { do: 'Sit down', next: 'end' } },
      },
    },
  }),
)
const context: FlowContext = { calendar: schoolCalendar(), judge: knowsNothing, rows: {}, values: { act: 'sharing' } }
const at = '2026-11-23T09:00:00Z'
const began = (kind: string): Run =>
  startRun(pack, { chart: `record/${kind}`, at, by: 'opener', people: [] }, context).run
const give = (run: Run, stepId: string, does: Does, more: Partial<StepInput> = {}, given = context) => {
  const step = openSteps(pack, run, given).find((one) => one.stepId === stepId)?.key ?? stepId
  const parties = ['party/head', 'party/dsl', 'party/chair', 'party/network']
  return answerStep(pack, run, { step, does, by: { person: 'amal', parties }, at, ...more }, given)
}

describe('a step that applies a table', () => {
  test('proposes what the row that fits the record says, with its strength and its clause', () => {
    expect(openSteps(pack, began('incident'), context)[0]?.proposes).toEqual({
      table: 'table/responses',
      given: { act: 'sharing' },
      rows: ['sharing'],
      clauses: ['X-1'],
      outcomes: [
        { id: 'told', strength: 'must' },
        { id: 'warning', strength: 'should' },
        { id: 'access', strength: 'may' },
      ],
    })
    const other = { ...context, values: { act: 'other' } }
    expect(openSteps(pack, began('incident'), other)[0]?.proposes).toMatchObject({ rows: [], outcomes: [] })
  })

  test('confirmed, keeps the row and begins what the outcomes do; what may follow is left out without a reason', () => {
    const taken = give(began('incident'), 'decide', { answers: ['told', 'warning'] })
    expect(taken).toMatchObject({
      ok: true,
      events: [{ answers: ['told', 'warning'], applied: { rows: ['sharing'], clauses: ['X-1'] } }],
      effects: [{ effect: { start: 'action/warning' } }],
    })
    expect(taken.ok && taken.open.map((step) => step.stepId)).toEqual(['tell'])
    expect(taken.ok && Object.keys(taken.events[0] ?? {})).not.toContain('departed')
  })

  test('wants a reason for each outcome that is added or left out, and keeps no other', () => {
    const run = began('incident')
    expect(give(run, 'decide', { answers: ['warning', 'talk'] }, { departed: { talk: ' ' } })).toMatchObject({
      ok: false,
      code: 'needs_reason',
      fields: {
        'departed-talk': expect.stringContaining('added'),
        'departed-told': expect.stringContaining('left out'),
      },
    })
    const departed = { talk: 'She asked for it', told: 'They know', warning: 'typed and confirmed' }
    expect(give(run, 'decide', { answers: ['warning', 'talk'] }, { departed })).toMatchObject({
      ok: true,
      events: [{ departed: { talk: 'She asked for it', told: 'They know' } }],
      open: [{ stepId: 'sit' }],
    })
  })

  test('may be departed from altogether, and then the path goes on', () => {
    const departed = { told: 'Nothing happened', warning: 'Nothing happened' }
    expect(give(began('incident'), 'decide', { answers: [] }, { departed })).toMatchObject({
      ok: true,
      effects: [],
      open: [{ stepId: 'done' }],
    })
  })
})

describe('an action as a record', () => {
  test('that does not last is over when it is carried out', () => {
    expect(derivedFrom('action_warning')).toEqual({ of: 'action', id: 'warning' })
    expect(give(began('action_warning'), 'carry_out', { done: true })).toMatchObject({ ok: true, ended: true })
  })

  test('that lasts is in force until its time is over or somebody who may lifts it with a reason', () => {
    const carried = give(
      began('action_remove_access'),
      'carry_out',
      { done: true },
      { fields: { until: '2026-12-04' } },
    )
    expect(carried).toMatchObject({ effects: [{ effect: { close: 'guard/account' } }], open: [{ stepId: 'in_force' }] })
    if (!carried.ok) throw new Error(carried.says)
    const lift = { answers: ['lifted'] }
    expect(give(carried.run, 'in_force', lift)).toMatchObject({ ok: false, fields: { lifted_because: 'Fill this in' } })
    const by = { person: 'amal', parties: ['party/head'] }
    const fields = { lifted_because: 'She has learnt it' }
    expect(give(carried.run, 'in_force', lift, { by, fields })).toMatchObject({ ok: false, code: 'not_theirs' })
    expect(give(carried.run, 'in_force', lift, { fields })).toMatchObject({ ok: true, ended: true })
    expect(give(carried.run, 'in_force', { answers: ['over'] }, { by: { person: null, parties: [] } })).toMatchObject({
      ended: true,
    })
  })

  test('is appealed against to somebody who did not take it; a no leaves it in force, a yes ends it', () => {
    const carried = give(
      began('action_remove_access'),
      'carry_out',
      { done: true },
      { fields: { until: '2026-12-04' } },
    )
    if (!carried.ok) throw new Error(carried.says)
    const appealed = give(carried.run, 'in_force', { answers: ['appealed'] }, { fields: { appeal_says: 'His mother' } })
    if (!appealed.ok) throw new Error(appealed.says)
    expect(appealed.open).toMatchObject([{ stepId: 'appeal', due: expect.any(String) }])
    const hears = (person: string, voice: 'yes' | 'no') =>
      give(appealed.run, 'appeal', { voice }, { by: { person, parties: ['party/chair'] } })
    expect(hears('opener', 'no')).toMatchObject({ ok: false, code: 'oneself' })
    expect(hears('chair', 'no')).toMatchObject({ ok: true, open: [{ stepId: 'in_force' }] })
    expect(hears('chair', 'yes')).toMatchObject({ ok: true, ended: true })
  })

  test('leaves what another system holds to whoever holds it', () => {
    expect(pack.records.held_by_network?.steps.set).toMatchObject({ by: 'party/network', within: '1 school day' })
  })

  test('ends with the last day that its field names, in the school’s own time', () => {
    const action = pack.actions.remove_access ?? { effects: [] }
    const from = Temporal.Instant.from(at)
    expect(endsAt(action, { until: '2026-12-04' }, from, schoolCalendar())?.toString()).toBe('2026-12-04T23:59:59Z')
    expect(endsAt(action, {}, from, schoolCalendar())).toBeNull()
    expect(endsAt({ ends: { after: '2 weeks' } }, {}, from, schoolCalendar())?.toString()).toMatch(/^2026-12-07/)
  })
})
