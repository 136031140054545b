import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { schoolCalendar } from '#core/calendar/school-calendar.ts'
import { type Decision, decision as decisionSchema } from '../../types/decision.ts'
import { type GivenVoice, standingOfDecision, unmatched } from './decide.ts'
import { decisionInTime } from './in-time.ts'
import { mayDecide } from './may-decide.ts'

const deciding = (by: unknown): Decision => decisionSchema.parse({ says: 'Agree', by })
const anyOf = deciding({ any_of: ['party/head', 'party/deputy'] })
const both = deciding({ all_of: ['party/head', 'party/chair'] })
const inOrder = deciding({
  in_order: [{ body: 'party/finance' }, { all_of: ['party/chair', 'party/treasurer'], distinct: true }],
})
const voice = (person: string, parties: string[], says: 'yes' | 'no' = 'yes'): GivenVoice => ({
  person,
  parties: parties.map((party) => `party/${party}`),
  says,
  at: '2026-11-23T09:00:00Z',
})
const kind = (decision: Decision, ...voices: GivenVoice[]) => standingOfDecision(decision, voices).kind
const matter = { opener: 'olga', subjects: ['kim'], keptOut: ['nils'] }
const may = (decision: Decision, person: string | null, parties: string[], voices: GivenVoice[] = []) => {
  const answer = mayDecide(decision, { person, parties: parties.map((one) => `party/${one}`) }, matter, voices)
  return answer.ok ? 'may' : answer.code
}

const either = deciding({ any: [{ all_of: ['party/chair', 'party/treasurer'] }, { body: 'party/finance' }] })

test('the person concerned decides only where the policy asks them, and never what they asked for', () => {
  const asked = deciding({ any_of: ['subject', 'party/head'] })
  const by = (person: string, parties: string[], opener: string) => {
    const answer = mayDecide(asked, { person, parties }, { opener, subjects: ['kim'], keptOut: [] }, [])
    return answer.ok ? 'may' : answer.code
  }
  expect(by('kim', ['subject'], 'olga')).toBe('may')
  expect(by('kim', ['subject'], 'kim')).toBe('oneself')
  expect(may(anyOf, 'kim', ['head'])).toBe('oneself')
})

describe('how a decision stands', () => {
  test('any of several voices is enough, and each of them keeps its own rule', () => {
    expect(standingOfDecision(either, [])).toEqual({
      kind: 'open',
      waitsFor: ['party/chair', 'party/treasurer', 'party/finance'],
    })
    expect(kind(either, voice('cy', ['chair']))).toBe('open')
    expect(kind(either, voice('cy', ['chair']), voice('tim', ['treasurer']))).toBe('agreed')
    expect(kind(either, voice('fay', ['finance']))).toBe('agreed')
    expect(kind(either, voice('fay', ['finance'], 'no'))).toBe('refused')
  })

  test('one of any is enough, and one no refuses', () => {
    expect(kind(anyOf)).toBe('open')
    expect(kind(anyOf, voice('hana', ['head']))).toBe('agreed')
    expect(kind(anyOf, voice('dev', ['deputy'], 'no'))).toBe('refused')
    expect(kind(anyOf, voice('sam', ['caretaker']))).toBe('open')
  })

  test('each of all, and no two seats are filled by one person', () => {
    const standing = standingOfDecision(both, [voice('hana', ['head', 'chair'])])
    expect(standing).toMatchObject({ kind: 'open' })
    expect(kind(both, voice('hana', ['head', 'chair']), voice('chris', ['chair']))).toBe('agreed')
    expect(kind(both, voice('chris', ['chair']), voice('hana', ['head', 'chair']))).toBe('agreed')
    expect(
      kind(
        { ...both, by: { all_of: ['party/head', 'party/chair'], distinct: false } },
        voice('hana', ['head', 'chair']),
      ),
    ).toBe('agreed')
  })

  test('in order: a voice before its turn does not count', () => {
    const [body, chair, treasurer] = [voice('clerk', ['finance']), voice('c', ['chair']), voice('t', ['treasurer'])]
    expect(kind(inOrder, body, chair, treasurer)).toBe('agreed')
    expect(standingOfDecision(inOrder, [chair, body, treasurer])).toEqual({ kind: 'open', waitsFor: ['party/chair'] })
    expect(kind(inOrder, body, voice('c', ['chair'], 'no'))).toBe('refused')
  })

  const seats = ['a', 'b', 'c']
  const anyVoices = fc.array(
    fc.record({
      person: fc.constantFrom('p', 'q', 'r', 's'),
      parties: fc.subarray(seats),
      says: fc.constant('yes' as const),
      at: fc.constant('2026-01-01T00:00:00Z'),
    }),
    { maxLength: 6 },
  )

  test('distinct seats are filled exactly when there is a person of their own for each, in whatever order', () =>
    fc.assert(
      fc.property(anyVoices, (voices) => {
        const holds = (person: string, seat: string) =>
          voices.some((one) => one.person === person && one.parties.includes(seat))
        const people = ['p', 'q', 'r', 's']
        const possible = people.some((a) =>
          people.some((b) =>
            people.some((c) => new Set([a, b, c]).size === 3 && holds(a, 'a') && holds(b, 'b') && holds(c, 'c')),
          ),
        )
        expect(unmatched(seats, voices).length === 0).toBe(possible)
        expect(unmatched(seats, voices.toReversed()).length).toBe(unmatched(seats, voices).length)
      }),
    ))
})

describe('who may decide', () => {
  test.each([
    ['hana', ['head'], 'may'],
    ['olga', ['head'], 'oneself'],
    ['kim', ['head'], 'oneself'],
    ['nils', ['head'], 'named_in_case'],
    ['sam', ['caretaker'], 'not_theirs'],
    [null, ['head'], 'not_theirs'],
  ])('%s as %j: %s', (person, parties, says) => expect(may(anyOf, person, parties)).toBe(says))

  test('once, before it is settled, and in turn', () => {
    expect(may(both, 'hana', ['head'], [voice('hana', ['head'])])).toBe('said_already')
    expect(may(anyOf, 'dev', ['deputy'], [voice('hana', ['head'])])).toBe('settled')
    expect(may(inOrder, 'c', ['chair'])).toBe('not_yet')
    expect(may(inOrder, 'c', ['chair'], [voice('clerk', ['finance'])])).toBe('may')
  })

  test('never whoever asked, is concerned or is named, whatever the decision and their posts', () =>
    fc.assert(
      fc.property(
        fc.constantFrom(anyOf, both, inOrder),
        fc.constantFrom('olga', 'kim', 'nils'),
        fc.subarray(['head', 'deputy', 'chair', 'treasurer', 'finance']),
        (decision, person, parties) => {
          expect(may(decision, person, parties)).not.toBe('may')
        },
      ),
    ))
})

describe('a decision in time', () => {
  const calendar = schoolCalendar()
  const at = (text: string) => Temporal.Instant.from(`${text}T09:00:00Z`)
  const timed = (silence: string) =>
    decisionSchema.parse({
      says: 'D',
      by: { any_of: ['party/head'] },
      within: '5 school days',
      silence,
      lasts: '12 months',
    })
  const inTime = (silence: string, voices: GivenVoice[], now: string) => {
    const decision = timed(silence)
    return decisionInTime(decision, standingOfDecision(decision, voices), at('2026-11-23'), at(now), calendar)
  }

  test.each([
    ['refused', '2026-11-30', 'open', false],
    ['refused', '2026-12-01', 'refused', true],
    ['agreed', '2026-12-01', 'agreed', true],
    ['open', '2027-12-01', 'open', false],
  ])('silence %s on %s: %s', (silence, now, kind, bySilence) =>
    expect(inTime(silence, [], now)).toMatchObject({ kind, bySilence, due: '2026-11-30T17:00:00Z' }),
  )

  test('lasts as long as it says', () => {
    const yes = [voice('hana', ['head'])]
    expect(inTime('open', yes, '2027-11-23')).toMatchObject({ kind: 'agreed', changesAt: '2027-11-23T23:59:59Z' })
    expect(inTime('open', yes, '2027-11-24')).toMatchObject({ kind: 'expired', changesAt: null })
  })
})
