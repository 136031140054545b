import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { schoolCalendar } from '#core/calendar/school-calendar.ts'
import { pack as packSchema } from '../../types/pack.ts'
import type { Verdict } from '../judge.ts'
import { choicesFor, type Occurred, peopleTold, recipientsOf } from './recipients.ts'

const post = (away: string, named: string) => ({
  kind: 'post',
  says: 'P',
  instead: { away: `party/${away}`, named_in_case: `party/${named}` },
})
const rule = (more: object) => ({ says: 'N', on: 'record/incident#opened', ...more })
const pack = packSchema.parse({
  pack: { name: 'a', policy: 'X', title: 'A', language: 'en' },
  parties: {
    head: post('deputy', 'chair'),
    deputy: post('head', 'head'),
    chair: post('vice', 'vice'),
    vice: post('chair', 'chair'),
    lead: post('head', 'head'),
    police: { kind: 'outside', says: 'Police' },
  },
  notify: {
    either: rule({
      to: { any_of: ['party/lead', 'party/head'] },
      accept: 'one',
      chase: '1 h',
      then_tell: 'party/chair',
      within: '15 min',
    }),
    chosen: rule({ on: 'record/concern#opened', to: { reporter_chooses: ['party/head', 'party/lead'] } }),
    outside: rule({ to: 'party/police', when: 'x' }),
    there: rule({ on: 'record/filter#opened', to: { all_of: ['party/lead', 'party/head'] }, at: 'which' }),
  },
})
const calendar = schoolCalendar()
const holders = { 'party/head': ['hana'], 'party/deputy': ['dev'], 'party/chair': ['chris'], 'party/lead': ['lena'] }
const opened: Occurred = { event: 'record/incident#opened', at: '2026-11-27T16:00:00Z' }
const told = (occurred: Occurred, keptOut: string[] = [], away: string[] = [], verdict: Verdict = 'yes') =>
  recipientsOf(pack, occurred, holders, { keptOut, away }, calendar, () => verdict)

describe('who is told', () => {
  test('each of several posts, with who accepts, by when, and when they are chased', () =>
    expect(told(opened)[0]).toMatchObject({
      notify: 'notify/either',
      party: 'party/lead',
      people: ['lena'],
      accept: 'one',
      due: '2026-11-27T16:15:00Z',
      chaseAt: '2026-11-27T17:00:00Z',
      thenTell: 'party/chair',
    }))

  test('the chair of governors in a case about the head, the deputy when the head is away', () => {
    expect(peopleTold(told(opened, ['hana']))).toEqual(['lena', 'chris'])
    expect(peopleTold(told(opened, [], ['hana']))).toEqual(['lena', 'dev'])
  })

  test('says when nobody can be told, and an outside body has no people of ours', () => {
    const everybody = ['hana', 'dev', 'chris', 'lena']
    expect(told(opened, everybody).map((one) => [one.party, one.nobody])).toEqual([
      ['party/lead', true],
      ['party/head', true],
      ['party/police', false],
    ])
  })

  test('whom the reporter chose; all of them without a choice; nobody outside the choice', () => {
    const concern = (reporterChose?: string[]) =>
      told({ event: 'record/concern#opened', at: opened.at, ...(reporterChose === undefined ? {} : { reporterChose }) })
    expect(peopleTold(concern(['party/lead']))).toEqual(['lena'])
    expect(peopleTold(concern())).toEqual(['hana', 'lena'])
    expect(peopleTold(concern(['party/chair']))).toEqual(['hana', 'lena'])
    expect(choicesFor(pack, 'record/concern#opened', () => 'yes')).toEqual(['party/head', 'party/lead'])
  })

  test('when a condition cannot be decided they are told, marked unsure', () => {
    expect(told(opened, [], [], 'unknown').at(-1)).toMatchObject({ party: 'party/police', unsure: true })
    expect(told(opened, [], [], 'no').map((one) => one.party)).toEqual(['party/lead', 'party/head'])
  })

  test('at a site whoever holds the post there; anywhere else all of its holders, and who stands in when they are named', () => {
    const at = (lead: readonly string[], keptOut: string[] = []) => {
      const there = { which: { 'party/lead': lead } }
      return peopleTold(told({ event: 'record/filter#opened', at: opened.at, there }, keptOut))
    }
    expect(at(['lou'])).toEqual(['lou', 'hana'])
    expect(at([])).toEqual(['lena', 'hana'])
    expect(at(['lou'], ['lou'])).toEqual(['hana'])
    expect(at(['lou'], ['lou', 'hana', 'dev', 'chris'])).toEqual(['lena'])
  })

  const people = fc.subarray(['hana', 'dev', 'chris', 'lena'])

  test('is never somebody named in the case or away, and every rule that applies reaches somebody or says so', () =>
    fc.assert(
      fc.property(people, people, (keptOut, away) => {
        const recipients = told(opened, keptOut, away)
        expect(recipients).toHaveLength(3)
        for (const person of peopleTold(recipients)) expect([...keptOut, ...away]).not.toContain(person)
        for (const one of recipients)
          expect(one.people.length > 0 || one.nobody || one.party === 'party/police').toBe(true)
      }),
    ))
})
