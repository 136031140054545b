import { describe, expect, test } from 'vitest'
import { pack as packSchema } from '../../types/pack.ts'
import { answerStep, type StepInput, startRun } from './answer.ts'
import { context } from './given.fixture.ts'
import { openSteps } from './open.ts'
import type { InPart, Run } from './run.ts'

const head = { kind: 'post', says: 'Head', instead: { named_in_case: 'party/chair' } }
const pack = packSchema.parse({
  pack: { name: 'a', policy: 'X', title: 'A', language: 'en' },
  parties: {
    head,
    governors: { kind: 'body', says: 'Governors' },
    group: { kind: 'case_team', says: 'The group', people: { part: 'looks', count: '2..' }, from: 'party/head' },
    keeper: { kind: 'case_team', says: 'The keeper', people: { field: 'keeps' }, from: 'party/head' },
  },
  decisions: { d: { says: 'D', by: { any: [{ any_of: ['party/head'] }, { body: 'party/governors' }] } } },
  records: {
    case: {
      says: 'Case',
      parts: [{ id: 'looks', says: 'Looks' }],
      start: 'name',
      steps: {
        name: {
          do: 'Name the group',
          by: 'party/head',
          fields: [{ id: 'who', asks: 'Who?', type: 'people', parts: ['looks'] }],
          next: 'look',
        },
        look: {
          do: 'Look',
          by: 'party/group',
          fields: [{ id: 'keeps', asks: 'Who keeps it?', type: 'person' }],
          next: 'keep',
        },
        keep: { do: 'Keep it', by: 'party/keeper', next: 'agree' },
        agree: { decision: 'decision/d', next: 'end', refused: 'end' },
      },
    },
  },
})
const start = (people: InPart[] = []): Run =>
  startRun(pack, { chart: 'record/case', at: '2026-11-23T09:00:00Z', by: 'olga', people }, context).run
const give = (run: Run, parties: string[], more: Partial<StepInput> = {}) => {
  const step = openSteps(pack, run, context)[0]?.key ?? ''
  const by = { person: 'ivy', parties }
  return answerStep(pack, run, { step, does: { done: true }, by, at: '2026-11-23T10:00:00Z', ...more }, context)
}
const ok = (taken: ReturnType<typeof give>): Run => {
  if (!taken.ok) throw new Error(`${taken.code}: ${taken.says}`)
  return taken.run
}
const looks = (...people: string[]) => ({ people: people.map((person) => ({ person, part: 'looks' })) })

describe('a team that is chosen for a case', () => {
  test('is complete before the step that names it is done', () => {
    expect(give(start(), ['party/head'], looks('ana'))).toMatchObject({
      code: 'people',
      fields: { who: 'The group: name at least 2 people first.' },
    })
    expect(give(start(), ['party/head'], looks('ana', 'bo')).ok).toBe(true)
    expect(give(start([{ person: 'ana', part: 'looks' }]), ['party/head'], looks('bo')).ok).toBe(true)
  })

  test('alone does its steps, and not while somebody is missing', () => {
    const named = ok(give(start(), ['party/head'], looks('ana', 'bo')))
    const fields = { keeps: 'kai' }
    expect(give(named, ['party/head'], { fields })).toMatchObject({ code: 'not_theirs' })
    expect(give(named, ['party/group'], { fields }).ok).toBe(true)
    const left = { seq: 9, at: '2026-11-23T11:00:00Z', by: null, kind: 'people_removed', reason: 'Ill' } as const
    const short: Run = { ...named, events: [...named.events, { ...left, people: [{ person: 'bo', part: 'looks' }] }] }
    expect(give(short, ['party/group'], { fields })).toMatchObject({ code: 'people' })
  })
})

test('a body decides with the minute of its resolution, a post without one', () => {
  const kept = ok(
    give(ok(give(start(), ['party/head'], looks('ana', 'bo'))), ['party/group'], { fields: { keeps: 'kai' } }),
  )
  const asked = ok(give(kept, ['party/keeper']))
  const yes = { does: { voice: 'yes' } } as const
  expect(give(asked, ['party/governors'], yes)).toMatchObject({
    code: 'minute',
    fields: { minute: expect.any(String) },
  })
  expect(give(asked, ['party/governors'], { ...yes, minute: '12/3' })).toMatchObject({
    ok: true,
    events: [{ kind: 'voiced', minute: '12/3', parties: ['party/governors'] }],
  })
  expect(give(asked, ['party/head', 'party/governors'], yes)).toMatchObject({ events: [{ parties: ['party/head'] }] })
  expect(give(asked, ['party/other'], yes)).toMatchObject({ code: 'not_theirs' })
})
