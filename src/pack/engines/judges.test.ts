import { describe, expect, test } from 'vitest'
import { pack as packSchema } from '../types/pack.ts'
import { inParty } from './audience/in-party.ts'
import type { PersonFacts } from './audience/person.ts'
import { eventJudge, flowJudge, personJudge } from './judges.ts'

const audience = (when: string) => ({ kind: 'audience', says: 'A', of: ['pupil'], when })
const pack = packSchema.parse({
  pack: { name: 'a', policy: 'X', title: 'A', language: 'en' },
  facts: {
    'person.year': { type: 'integer', from: 'people' },
    'person.older': { type: 'boolean', is: 'person.year >= 9' },
    'person.oldest': { type: 'boolean', is: 'person.older && person.year >= 11' },
    'person.round': { type: 'boolean', is: 'person.about' },
    'person.about': { type: 'boolean', is: 'person.round' },
  },
  parties: {
    older: audience('person.older'),
    oldest: audience("in_audience(person, 'party/older') && person.oldest"),
    round: audience('person.round'),
    egg: audience("in_audience(person, 'party/hen')"),
    hen: audience("in_audience(person, 'party/egg')"),
    dsl: { kind: 'post', says: 'DSL' },
    leads: audience("holds(person, 'party/dsl')"),
    signed: audience("signed(person, 'assent/rules')"),
  },
  records: {
    incident: {
      says: 'I',
      parts: [{ id: 'pupil', says: 'Pupil' }],
      fields: [{ id: 'kind', asks: 'Kind?', type: 'text' }],
      start: 'q',
      steps: {
        q: {
          ask: 'Q',
          answers: [
            { id: 'a', says: 'A', next: 'end' },
            { id: 'b', says: 'B', next: 'end' },
          ],
        },
        many: {
          ask: 'Q',
          choose: '1..',
          join: 'end',
          answers: [
            { id: 'a', says: 'A', next: 'end' },
            { id: 'b', says: 'B', next: 'end' },
          ],
        },
      },
    },
  },
})
const asAt = Temporal.PlainDate.from('2026-11-23')
const pupil = (facts: PersonFacts['facts']): PersonFacts => ({
  id: 'kim',
  kinds: [{ kind: 'pupil', from: '2020-09-01', until: null }],
  facts,
  posts: [],
})
const verdict = (party: string, facts: PersonFacts['facts'], world = {}) =>
  inParty(pack, `party/${party}`, pupil(facts), asAt, { judge: personJudge(pack, world) }).verdict

describe('expressions, judged', () => {
  test.each([
    ['older', { year: 9 }, 'yes'],
    ['older', { year: 8 }, 'no'],
    ['older', {}, 'unknown'],
    ['older', { year: 'nine' }, 'unknown'],
    ['oldest', { year: 11 }, 'yes'],
    ['oldest', { year: 10 }, 'no'],
    ['round', { year: 10 }, 'unknown'],
    ['egg', { year: 10 }, 'unknown'],
    ['signed', { year: 10 }, 'unknown'],
  ])('%s of %j: %s', (party, facts, is) => expect(verdict(party, facts)).toBe(is))

  test('know the posts that the person holds, and ask the world about nobody else', () => {
    const lead = { ...pupil({}), posts: [{ party: 'party/dsl', from: '2026-09-01', until: '2026-11-23' }] }
    const judge = personJudge(pack, { holds: () => true })
    const isLead = (person: PersonFacts, day: string) =>
      inParty(pack, 'party/leads', person, Temporal.PlainDate.from(day), { judge }).verdict
    expect([isLead(lead, '2026-11-23'), isLead(lead, '2026-11-24'), isLead(pupil({}), '2026-11-23')]).toEqual([
      'yes',
      'no',
      'no',
    ])
  })

  test('ask the world what the facts do not say', () => {
    const signed = (person: string, assent: string) => person === 'kim' && assent === 'assent/rules'
    expect(verdict('signed', {}, { signed })).toBe('yes')
    expect(verdict('signed', {}, { signed: () => undefined })).toBe('unknown')
  })

  test('in a record see its fields, answers and parts', () => {
    const judge = flowJudge(pack)
    const scope = {
      chart: 'record/incident' as const,
      answers: { q: 'a', many: ['a', 'b'] },
      fields: { kind: 'bullying' },
      people: [{ person: 'kim', part: 'pupil' }],
      branch: null,
    }
    expect(judge("answers.q == 'a' && 'b' in answers.many && kind == 'bullying'", scope)).toBe('yes')
    expect(judge("has_part('pupil') && !has_part('ghost')", scope)).toBe('yes')
    expect(judge("kind == 'bullying'", { ...scope, fields: {} })).toBe('unknown')
    expect(judge('nonsense(', scope)).toBe('unknown')
  })

  test('beside an event see the record that it is about', () => {
    const judge = eventJudge(pack, 'record/incident#opened', { kind: 'virus' })
    expect([judge("kind == 'virus'"), judge("kind == 'loss'"), judge('opened_at')]).toEqual(['yes', 'no', 'unknown'])
  })
})
