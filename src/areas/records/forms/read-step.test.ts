import { describe, expect, test } from 'vitest'
import type { StepOnPage } from '../case/step-on-page.ts'
import { readStep } from './read-step.ts'

const STEP: StepOnPage = {
  key: 'record/loss:told:1',
  stepId: 'told',
  branch: null,
  kind: 'wait_for',
  says: 'Their answer',
  hint: null,
  answers: [],
  several: false,
  applied: null,
  optional: false,
  twoPeople: false,
  witness: false,
  evidence: null,
  tells: null,
  fields: [],
  clauses: [],
  decides: null,
  asksMinute: false,
  awaits: [],
  mayGiveUp: false,
  filesNever: false,
  second: false,
  wantsLateReason: false,
  was: null,
}
const NOW = Temporal.Instant.from('2026-09-14T08:00:00Z')
const read = (step: Partial<StepOnPage>, body: Record<string, string>) =>
  readStep(body, { ...STEP, ...step }, [], [], { blocks: [], untold: [], need: 'any', now: NOW, zone: 'Europe/London' })

describe('the form of a step', () => {
  test('asks whose answer has come, where several are awaited, and takes no other', () => {
    const awaits = [
      { party: 'party/police', says: 'The police' },
      { party: 'party/provider', says: 'The provider' },
    ]
    expect(read({ awaits }, { heard: 'party/provider' })).toMatchObject({
      values: { heard: 'party/provider' },
      errors: {},
    })
    expect(read({ awaits }, {}).errors).toEqual({ heard: 'Say whose answer has come' })
    expect(read({ awaits }, { heard: 'party/head' }).errors).toEqual({ heard: 'Say whose answer has come' })
    expect(read({}, { heard: 'party/police' }).values.heard).toBeNull()
    expect(read({ awaits, mayGiveUp: true }, { gave_up: 'yes' })).toMatchObject({
      values: { gaveUp: true, heard: null },
      errors: {},
    })
  })

  test('keeps the minute of a body that decides, and of nobody else', () => {
    const decides = { kind: 'decision', decides: 'optional' } as const
    const body = { voice: 'yes', minute: '12 May, item 4' }
    expect(read({ ...decides, asksMinute: true }, body).values).toMatchObject({
      voice: 'yes',
      minute: '12 May, item 4',
    })
    expect(read(decides, body).values.minute).toBe('')
  })
})
