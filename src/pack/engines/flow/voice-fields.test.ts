import { describe, expect, test } from 'vitest'
import { pack as packSchema } from '../../types/pack.ts'
import { answerStep, startRun } from './answer.ts'
import { context } from './given.fixture.ts'
import { logOf } from './log.ts'
import { openSteps } from './open.ts'

const pack = packSchema.parse({
  pack: { name: 'a', policy: 'X', title: 'A', language: 'en' },
  parties: { head: { kind: 'post', says: 'Head', instead: { named_in_case: 'party/chair' } } },
  decisions: { d: { says: 'The head permits it', by: { any_of: ['party/head'] } } },
  records: {
    loan: {
      says: 'Loan',
      start: 'permit',
      steps: {
        permit: {
          decision: 'decision/d',
          next: 'end',
          refused: 'no',
          fields: [
            { id: 'until', asks: 'Until when?', type: 'date' },
            { id: 'limits', asks: 'With which limits?', type: 'text', required: false },
          ],
        },
        no: { end: 'Refused', outcome: 'refused' },
      },
    },
  },
})
const run = startRun(pack, { chart: 'record/loan', at: '2026-11-23T09:00:00Z', by: 'opener', people: [] }, context).run
const step = openSteps(pack, run, context)[0]?.key ?? ''
const say = (voice: 'yes' | 'no', fields?: Record<string, string>) =>
  answerStep(
    pack,
    run,
    {
      step,
      does: { voice },
      by: { person: 'amal', parties: ['party/head'] },
      at: '2026-11-23T10:00:00Z',
      ...(fields === undefined ? {} : { fields }),
    },
    context,
  )

describe('the fields of a decision', () => {
  test('are asked of whoever says yes', () => {
    expect(say('yes')).toMatchObject({ ok: false, code: 'fields', fields: { until: 'Fill this in' } })
  })

  test('are kept with the voice', () => {
    const taken = say('yes', { until: '2026-12-18' })
    expect(taken).toMatchObject({ ok: true, ended: true })
    expect(taken.ok && logOf(taken.run).fieldsOf(null)).toEqual({ until: '2026-12-18' })
  })

  test('hold up no refusal', () => {
    expect(say('no')).toMatchObject({ ok: true, ended: true })
  })
})
