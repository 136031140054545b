import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { schoolCalendar } from '#core/calendar/school-calendar.ts'
import { type Assent, assent as assentSchema } from '../../types/assent.ts'
import { pack as packSchema } from '../../types/pack.ts'
import type { PersonFacts } from '../audience/person.ts'
import { type AskedAssent, askedOf, assentsFor } from './asked.ts'
import { isAskedOn, nextAsking, remindersOf } from './occasions.ts'
import type { AssentFacts, Signature } from './signature.ts'
import { standingOfAssent } from './standing.ts'

const calendar = schoolCalendar()
const anyOne = { of: 'parental_responsibility', need: 'any' }
const rules = (more: object = {}): Assent =>
  assentSchema.parse({
    says: 'Rules',
    about: 'each_pupil',
    for: 'party/pupils',
    asked: anyOne,
    items: [{ id: 'own_login', says: 'My own login' }],
    ways: ['link', 'paper'],
    asked_on: ['person.joined', 'document/policy#material_change', { every: 'school year', due: '1 September' }],
    basis: 'acknowledgement',
    silence: 'no',
    lasts: 'school year',
    reminders: { first: '10 school days', then_each: '5 school days', at_most: 3, then_tell: 'party/head' },
    ...more,
  })
const primary = rules()
const secondary = rules({ asked: { all_of: [anyOne, { of: 'self' }] } })
const pack = packSchema.parse({
  pack: { name: 'a', policy: 'X', title: 'A', language: 'en' },
  parties: {
    pupils: { kind: 'audience', says: 'Pupils', of: ['pupil'], when: 'known' },
    staff: { kind: 'audience', says: 'Staff', of: ['staff'] },
  },
  assents: { rules: primary, code: rules({ about: 'self', for: 'party/staff', asked: { of: 'self' } }) },
})
const day = Temporal.PlainDate.from('2026-11-23')
const guardian = (person: string, parentalResponsibility = true, until: string | null = null) => ({
  person,
  parentalResponsibility,
  from: '2020-01-01',
  until,
})
const parents = [guardian('mum'), guardian('dad'), guardian('gran', false), guardian('past', true, '2026-01-01')]
const required = (assent: Assent, people = parents): AskedAssent => askedOf('assent/rules', assent, 'kim', people, day)
const facts: AssentFacts = { askedAt: '2026-11-02T09:00:00Z', version: '3' }
const now = Temporal.Instant.from('2026-11-09T09:00:00Z')
const said = (person: string, says: Signature['says'] = 'agreed', more: Partial<Signature> = {}): Signature => ({
  person,
  at: '2026-11-03T09:00:00Z',
  says,
  version: '3',
  ...more,
})
const standing = (
  assent: Assent,
  signatures: Signature[],
  more: Partial<AssentFacts> = {},
  at = now,
  people = parents,
) => standingOfAssent(assent, required(assent, people), signatures, { ...facts, ...more }, at, calendar)

describe('of whom an assent is asked', () => {
  test('about a primary pupil, of those with parental responsibility today, and not of the pupil', () =>
    expect(required(primary).slots).toEqual([{ of: 'parental_responsibility', need: 'any', people: ['mum', 'dad'] }]))

  test('about a secondary pupil, of a parent and of the pupil', () =>
    expect(required(secondary).slots.map((slot) => slot.people)).toEqual([['mum', 'dad'], ['kim']]))

  test('lists what we cannot tell, and asks nobody about it', () => {
    const kim: PersonFacts = {
      id: 'kim',
      kinds: [{ kind: 'pupil', from: '2025-09-01', until: null }],
      facts: {},
      posts: [],
    }
    expect(assentsFor(pack, kim, parents, day, { judge: () => 'unknown' })).toMatchObject({
      asked: [],
      unknown: [{ assent: 'assent/rules' }],
    })
    expect(assentsFor(pack, kim, parents, day, { judge: () => 'yes' }).asked.map((one) => one.assent)).toEqual([
      'assent/rules',
    ])
  })

  test('a pupil with nobody who may sign is named, and never counts as signed', () => {
    expect(required(primary, []).nobodyFor).toEqual(['parental_responsibility'])
    expect(standing(primary, [said('gran')], {}, now, []).state).toBe('open')
  })
})

describe('how an assent stands', () => {
  test.each([
    ['nothing yet', primary, [], 'open', 'no'],
    ['one of the parents is enough', primary, [said('dad')], 'signed', 'yes'],
    ['a parent without responsibility is not', primary, [said('gran')], 'open', 'no'],
    ['one yes beats one no where any is enough', primary, [said('dad'), said('mum', 'refused')], 'signed', 'yes'],
    ['every no refuses', primary, [said('dad', 'refused'), said('mum', 'refused')], 'refused', 'no'],
    ['one no is open while another may say yes', primary, [said('dad', 'refused')], 'open', 'no'],
    ['withdrawn', primary, [said('dad'), said('dad', 'withdrawn')], 'withdrawn', 'no'],
    ['parent without pupil', secondary, [said('mum')], 'partly', 'no'],
    ['parent and pupil', secondary, [said('mum'), said('kim')], 'signed', 'yes'],
    ['the pupil refuses', secondary, [said('mum'), said('kim', 'refused')], 'refused', 'no'],
    ['signed again after a refusal', primary, [said('mum', 'refused'), said('mum')], 'signed', 'yes'],
  ] as const)('%s', (_name, assent, signatures, state, counts) =>
    expect(standing(assent, [...signatures])).toMatchObject({ state, counts }),
  )

  test('taken back by one who may, a pupil who is not asked among them, is a no beside any yes and any silence', () => {
    const free = rules({ basis: 'consent', withdraw: { by: ['parent', 'pupil'], how: 'any', starts: [] } })
    const later = Temporal.Instant.from('2026-12-09T09:00:00Z')
    for (const who of ['dad', 'kim'])
      expect(standing(free, [said('dad'), said('mum'), said(who, 'withdrawn')])).toMatchObject({ state: 'withdrawn' })
    expect(standing(free, [said('mum'), said('gran', 'withdrawn')]).state).toBe('signed')
    expect(standing(free, [said('mum'), said('kim', 'withdrawn'), said('kim')]).state).toBe('signed')
    const objection = { ...free, basis: 'objection', silence: 'yes' } as const
    expect(standing(objection, [said('kim', 'withdrawn')], {}, later)).toMatchObject({ counts: 'no' })
    const parentsOnly = rules({ basis: 'consent', withdraw: { by: ['parent'], how: 'any', starts: [] } })
    expect(standing(parentsOnly, [said('mum'), said('kim', 'withdrawn')]).state).toBe('signed')
  })

  test('one said yes and the other no: signed, and somebody should know', () =>
    expect(standing(primary, [said('dad'), said('mum', 'refused')]).disagreed).toBe(true))

  test('late after the first reminder, and nobody is late with information only', () => {
    const later = Temporal.Instant.from('2026-11-17T09:00:00Z')
    expect(standing(primary, [], {}, later)).toMatchObject({ state: 'late', dueAt: '2026-11-16T17:00:00Z' })
    expect(standing(rules({ basis: 'information' }), [], {}, later).state).toBe('open')
    expect(standing(primary, []).changesAt).toBe('2026-11-16T17:00:00Z')
  })

  test('lapses with the school year, and a signature in July for the next one holds until its end', () => {
    const next = Temporal.Instant.from('2027-09-01T09:00:00Z')
    expect(standing(primary, [said('mum')], {}, next).state).toBe('lapsed')
    expect(
      standing(primary, [said('mum')], { askedAt: '2027-08-01T09:00:00Z' }, next.add({ hours: 24 * 90 })).state,
    ).toBe('late')
    const july = said('mum', 'agreed', { at: '2027-07-10T09:00:00Z' })
    expect(standing(primary, [july], { dueAt: null, startsOn: '2027-09-01' }, next).state).toBe('signed')
  })

  test('a material change asks everybody again', () => {
    const reaskedAt = '2026-11-05T00:00:00Z'
    expect(standing(primary, [said('mum')], { reaskedAt }).state).toBe('lapsed')
    expect(standing(primary, [said('mum', 'agreed', { at: '2026-11-06T09:00:00Z' })], { reaskedAt }).state).toBe(
      'signed',
    )
  })

  test('silence is a yes only after the letter, and only for an objection', () => {
    const objection = rules({ basis: 'objection', silence: 'yes', after_letter: 'document/letter', lasts: 'enrolment' })
    const later = Temporal.Instant.from('2026-12-09T09:00:00Z')
    expect(standing(objection, [], { letterAt: '2026-11-02T09:00:00Z' }, later)).toMatchObject({
      state: 'silent_yes',
      counts: 'yes',
    })
    expect(standing(objection, [], {}, later).counts).not.toBe('yes')
    expect(standing(objection, [said('mum', 'refused'), said('dad', 'refused')], {}, later).counts).toBe('no')
  })

  test('somebody signs for a person who cannot, only where the assent says so', () => {
    const forKim = said('mum', 'agreed', { onBehalfOf: 'kim' })
    expect(standing(secondary, [said('dad'), forKim]).state).toBe('partly')
    expect(standing({ ...secondary, if_unable: 'parental_responsibility' }, [said('dad'), forKim]).state).toBe('signed')
  })

  test('in order, only the next one is asked; excused and suspended are neither signed nor late', () => {
    const inOrder = rules({ asked: { in_order: [{ of: 'self' }, anyOne] } })
    expect(standing(inOrder, []).askNow).toEqual(['kim'])
    expect(standing(inOrder, [said('kim')]).askNow).toEqual(['mum', 'dad'])
    expect(standing(primary, [], { excused: true })).toMatchObject({ state: 'excused', counts: 'unknown' })
    expect(standing(primary, [said('mum')], { suspended: true }).counts).not.toBe('yes')
  })

  const anySignature = fc.record({
    person: fc.constantFrom('mum', 'dad', 'gran', 'kim', 'past'),
    at: fc.integer({ min: 0, max: 400 }).map((days) =>
      Temporal.Instant.from('2026-09-01T09:00:00Z')
        .add({ hours: 24 * days })
        .toString(),
    ),
    says: fc.constantFrom('agreed' as const, 'refused' as const, 'withdrawn' as const),
    version: fc.constantFrom('2', '3'),
  })
  const anyAssent = fc
    .record({
      asked: fc.constantFrom(
        { of: 'self' },
        anyOne,
        { of: 'parental_responsibility', need: 'all' },
        { all_of: [anyOne, { of: 'self' }] },
      ),
      lasts: fc.constantFrom('enrolment', 'school year', '12 months', 'this version', { until: 'end' }),
      silence: fc.constantFrom('no', 'not_given', 'nothing'),
      basis: fc.constantFrom('consent', 'acknowledgement', 'information'),
    })
    .map(rules)

  test('never counts as given without a yes of everybody who must, whatever was signed when', () =>
    fc.assert(
      fc.property(anyAssent, fc.array(anySignature), fc.integer({ min: 0, max: 500 }), (assent, signatures, days) => {
        const at = Temporal.Instant.from('2026-09-01T09:00:00Z').add({ hours: 24 * days })
        const sorted = signatures.toSorted((a, b) => (a.at < b.at ? -1 : 1))
        const result = standing(assent, sorted, {}, at)
        if (result.counts !== 'yes') return
        const known = sorted.filter((one) => Temporal.Instant.compare(Temporal.Instant.from(one.at), at) <= 0)
        for (const slot of required(assent).slots) {
          const yes = slot.people.filter((person) => known.findLast((one) => one.person === person)?.says === 'agreed')
          expect(yes.length).toBeGreaterThanOrEqual(slot.need === 'all' ? slot.people.length : 1)
        }
      }),
    ))

  test('changes by itself only when it says so', () =>
    fc.assert(
      fc.property(anyAssent, fc.array(anySignature, { maxLength: 4 }), (assent, signatures) => {
        const sorted = signatures.toSorted((a, b) => (a.at < b.at ? -1 : 1))
        const at = Temporal.Instant.from('2027-11-01T09:00:00Z')
        const one = standing(assent, sorted, {}, at)
        const until = one.changesAt === null ? at.add({ hours: 24 * 4000 }) : Temporal.Instant.from(one.changesAt)
        const justBefore = until.subtract({ milliseconds: 1 })
        expect(standing(assent, sorted, {}, justBefore).state).toBe(one.state)
      }),
    ))
})

describe('when an assent is asked', () => {
  test('on its events, and when the calendar says so', () => {
    expect(isAskedOn(primary, 'person.joined')).toBe(true)
    expect(isAskedOn(primary, 'person.left')).toBe(false)
    expect(nextAsking(primary, now, calendar)?.toString()).toBe('2027-08-31T23:00:00Z')
  })

  test('reminds as often as it says, then tells', () =>
    expect(remindersOf(primary, now, calendar).map((one) => [one.kind, one.at.toString()])).toEqual([
      ['remind', '2026-11-23T17:00:00Z'],
      ['remind', '2026-11-30T17:00:00Z'],
      ['remind', '2026-12-07T17:00:00Z'],
      ['tell', '2026-12-14T17:00:00Z'],
    ]))
})
