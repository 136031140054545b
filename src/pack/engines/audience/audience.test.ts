import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { pack as packSchema } from '../../types/pack.ts'
import type { Verdict } from '../judge.ts'
import { inParty, membersOf, partiesOf } from './in-party.ts'
import type { AudienceContext, PersonFacts } from './person.ts'
import { actingFor } from './stand-ins.ts'

const post = (says: string, away: string, named: string) => ({
  kind: 'post',
  says,
  instead: { away: `party/${away}`, named_in_case: `party/${named}` },
})
const pack = packSchema.parse({
  pack: { name: 'a', policy: 'X', title: 'A', language: 'en' },
  parties: {
    pupils: { kind: 'audience', says: 'Pupils', of: ['pupil'] },
    primary: { kind: 'audience', says: 'Primary', of: ['pupil'], when: 'primary' },
    others: { kind: 'audience', says: 'Others', of: ['pupil'], except: ['party/primary'] },
    circle: { kind: 'audience', says: 'Circle', of: ['pupil'], except: ['party/circle'] },
    governors: { kind: 'body', says: 'Governors', members: 'party/pupils' },
    police: { kind: 'outside', says: 'Police' },
    teacher: { kind: 'relation', says: 'Teacher', path: 'class_teacher', of: 'subject', else: 'party/head' },
    head: post('Head', 'deputy', 'chair'),
    deputy: post('Deputy', 'head', 'head'),
    chair: post('Chair', 'vice', 'vice'),
    vice: post('Vice chair', 'chair', 'chair'),
  },
})
const context: AudienceContext = {
  judge: (_expression, { person }): Verdict =>
    person.facts.phase === undefined ? 'unknown' : person.facts.phase === 'primary' ? 'yes' : 'no',
}
const day = Temporal.PlainDate.from('2026-11-23')
const pupil = (facts: PersonFacts['facts'], until: string | null = null): PersonFacts => ({
  id: 'kim',
  kinds: [{ kind: 'pupil', from: '2025-09-01', until }],
  facts,
  posts: [],
})
const verdict = (ref: string, person: PersonFacts) => inParty(pack, ref, person, day, context).verdict

describe('who belongs to a party', () => {
  test.each([
    ['party/pupils', {}, 'yes'],
    ['party/primary', { phase: 'primary' }, 'yes'],
    ['party/primary', { phase: 'secondary' }, 'no'],
    ['party/primary', {}, 'unknown'],
    ['party/others', { phase: 'primary' }, 'no'],
    ['party/others', { phase: 'secondary' }, 'yes'],
    ['party/others', {}, 'unknown'],
    ['party/circle', {}, 'unknown'],
    ['party/governors', {}, 'yes'],
    ['party/police', {}, 'no'],
    ['party/teacher', {}, 'unknown'],
    ['party/nobody', {}, 'unknown'],
  ])('%s with %j: %s', (ref, facts, is) => expect(verdict(ref, pupil(facts))).toBe(is))

  test('as at a day: a leaver belongs no longer, and nobody before they came', () => {
    expect(verdict('party/pupils', pupil({}, '2026-11-22'))).toBe('no')
    expect(verdict('party/pupils', pupil({}, '2026-11-23'))).toBe('yes')
    expect(inParty(pack, 'party/pupils', pupil({}), day.subtract({ years: 2 }), context).verdict).toBe('no')
  })

  test('lists those of whom we cannot tell, instead of counting them', () => {
    const people = [pupil({ phase: 'primary' }), pupil({}), pupil({ phase: 'secondary' })]
    const { members, unknown } = membersOf(pack, 'party/primary', people, day, context)
    expect([members.length, unknown.length]).toEqual([1, 1])
  })

  test('a post is held for its period', () => {
    const sam: PersonFacts = {
      id: 'sam',
      kinds: [{ kind: 'staff', from: '2020-01-01', until: null }],
      facts: {},
      posts: [{ party: 'party/head', from: '2026-01-01', until: '2026-11-23' }],
    }
    expect(partiesOf(pack, sam, day, context)).toEqual(['party/head'])
    expect(partiesOf(pack, sam, day.add({ days: 1 }), context)).toEqual([])
  })
})

describe('who acts for a party', () => {
  const holders = { 'party/head': ['hana'], 'party/deputy': ['dev'], 'party/chair': ['chris'], 'party/vice': ['val'] }
  const who = (ref: string, keptOut: string[], away: string[] = []) =>
    actingFor(pack, ref, holders, { keptOut, away }).people

  test('its holder; when away the one who stands in; in a case about them another', () => {
    expect(who('party/head', [])).toEqual(['hana'])
    expect(who('party/head', [], ['hana'])).toEqual(['dev'])
    expect(who('party/head', ['hana'])).toEqual(['chris'])
    expect(who('party/head', ['hana', 'chris'])).toEqual(['val'])
  })

  test('a relation that nobody stands in goes to the party after it', () =>
    expect(who('party/teacher', [])).toEqual(['hana']))

  const people = fc.constantFrom('hana', 'dev', 'chris', 'val', 'kit')
  const anyHolders = fc.record({
    'party/head': fc.array(people, { maxLength: 2 }),
    'party/deputy': fc.array(people, { maxLength: 2 }),
    'party/chair': fc.array(people, { maxLength: 2 }),
    'party/vice': fc.array(people, { maxLength: 2 }),
  })

  test('is never somebody whom the case keeps out or who is away, whoever holds what', () =>
    fc.assert(
      fc.property(anyHolders, fc.array(people), fc.array(people), (held, keptOut, away) => {
        for (const id of Object.keys(pack.parties)) {
          const acting = actingFor(pack, `party/${id}`, held, { keptOut, away })
          for (const person of acting.people) expect([...keptOut, ...away]).not.toContain(person)
          expect(acting.people.length === 0).toBe(acting.why === 'nobody')
        }
      }),
    ))
})
