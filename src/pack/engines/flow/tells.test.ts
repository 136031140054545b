import { describe, expect, test } from 'vitest'
import { faultsWith } from '../../check/given.ts'
import { sentenceOf } from '../../sentences/sentence-of.ts'
import { answerStep, type Does, startRun } from './answer.ts'
import { chartsPack } from './charts.fixture.ts'
import { context } from './given.fixture.ts'
import { openSteps } from './open.ts'
import { replay } from './replay.ts'
import { dueToTell, type Told, tellingsTaken } from './tells.ts'

const step = chartsPack.flows
const base = { late: [], never_waits: false, two_people: false, effects: [], fields: [], clauses: [] }
const pack = {
  ...chartsPack,
  flows: {
    ...step,
    told: {
      says: 'Telling',
      in: ['record/incident' as const],
      by: 'party/lead' as const,
      start: 'parents',
      at_any_time: [],
      clauses: [],
      steps: {
        parents: { ...base, do: 'Tell the parents', tells: 'parents' as const, optional: true, next: 'advice' },
        advice: {
          ...base,
          do: 'Ask one of them',
          tells: { any_of: ['party/police' as const, 'party/head' as const] },
          optional: false,
          next: 'refer',
        },
        refer: {
          ...base,
          ask: 'Is it referred?',
          choose: '1',
          answers: [
            { id: 'yes', says: 'Yes', next: 'police', effects: [], fields: [], clauses: [] },
            {
              id: 'no',
              says: 'No',
              next: 'end',
              leaves_untold: 'party/police' as const,
              effects: [],
              fields: [],
              clauses: [],
            },
          ],
        },
        police: { ...base, do: 'Tell the police', tells: 'party/police' as const, optional: false, next: 'end' },
      },
    },
  },
}
const around = { ...context, children: ['robin', 'kit'] }
const started = startRun(pack, { chart: 'flow/told', at: '2026-11-23T09:00:00Z', by: 'opener', people: [] }, around).run

const told = (party: string, about: string | null = null): Told => ({
  party,
  about,
  contact: `${party} ${about ?? ''}`,
})
const take = (run: typeof started, does: Does, given: Told[]) => {
  const [open] = openSteps(pack, run, around)
  return answerStep(
    pack,
    run,
    {
      step: open?.key ?? '',
      does,
      by: { person: 'amal', parties: ['party/lead'] },
      at: '2026-11-23T10:00:00Z',
      told: given,
    },
    around,
  )
}
const on = (run: typeof started, does: Does, given: Told[]) => {
  const taken = take(run, does, given)
  if (!taken.ok) throw new Error(taken.says)
  return taken
}
const code = (taken: ReturnType<typeof take>) => (taken.ok ? 'taken' : taken.code)
const done = { done: true } as const

describe('a step that tells somebody', () => {
  const parents = on(started, done, [
    told('parents', 'robin'),
    { ...told('parents', 'kit'), because: 'It would put Kit at risk' },
  ])
  const asked = on(parents.run, done, [told('party/head')])

  test('asks for the parents of each child, told or not and why', () => {
    expect(code(take(started, done, []))).toBe('told')
    expect(code(take(started, done, [told('parents', 'robin')]))).toBe('told')
    expect(code(take(started, done, [told('parents', 'robin'), { ...told('parents', 'kit'), because: ' ' }]))).toBe(
      'told',
    )
    expect(parents.open.map((one) => one.tells)).toEqual([
      {
        need: 'any',
        each: [
          { party: 'party/police', about: null },
          { party: 'party/head', about: null },
        ],
        mayLeave: false,
      },
    ])
  })

  test('is done with one of several where one is enough, and never with a no where the policy demands it', () => {
    expect(code(take(parents.run, done, [{ ...told('party/police'), because: 'No' }]))).toBe('told')
    expect(asked.open.map((one) => one.stepId)).toEqual(['refer'])
    expect(asked.events.flatMap((event) => ('told' in event ? (event.told ?? []) : []))).toEqual([told('party/head')])
  })

  test('an answer that leaves somebody untold asks why', () => {
    expect(code(take(asked.run, { answers: ['no'] }, []))).toBe('told')
    expect(on(asked.run, { answers: ['no'] }, [{ ...told('party/police'), because: 'Nothing happened' }]).ended).toBe(
      true,
    )
    const referred = on(asked.run, { answers: ['yes'] }, [])
    expect(code(take(referred.run, done, [{ ...told('party/police'), because: 'No' }]))).toBe('told')
    expect(on(referred.run, done, [told('party/police')]).ended).toBe(true)
  })

  test('tells the parents of a child who is named later as well, and one of several no second time', () => {
    const state = replay(pack, asked.run, around)
    expect(tellingsTaken(state, ['robin', 'kit', 'ada'])).toEqual(
      ['robin', 'kit', 'ada'].map((about) => ({ party: 'parents', about })),
    )
  })

  test('whoever is named late has as long as the others had, from then on', () => {
    const { told: flow } = pack.flows
    const parents = { ...flow.steps.parents, within: '2 h' }
    const timed = { ...pack, flows: { ...pack.flows, told: { ...flow, steps: { ...flow.steps, parents } } } }
    const due = (one: typeof pack, namedAt: string) =>
      dueToTell(
        { party: 'parents', about: 'ada' },
        Temporal.Instant.from(namedAt),
        replay(one, asked.run, around),
        asked.run,
        { ...around, children: ['robin', 'kit', 'ada'] },
      )?.toString() ?? null
    expect(due(timed, '2026-11-24T13:00:00Z')).toBe('2026-11-24T15:00:00Z')
    expect(due(timed, '2026-11-20T13:00:00Z')).toBe('2026-11-23T11:00:00Z')
    expect(due(pack, '2026-11-24T13:00:00Z')).toBeNull()
  })

  test('says so', () => {
    expect(
      ['parents', 'advice', 'refer', 'police'].map((id) => sentenceOf(pack, `flow/told#${id}`, 'en')),
    ).toMatchInlineSnapshot(`
      [
        "The lead must tell the parents; it may be marked not needed, with a reason; it is done when it is written down that the parents or carers were told.",
        "The lead must ask one of them; it is done when it is written down that party/police or the head was told.",
        "The lead answers “Is it referred?”; “No” asks why party/police is not told.",
        "The lead must tell the police; it is done when it is written down that party/police was told.",
      ]
    `)
    expect(faultsWith('')).toEqual([])
  })
})
