import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { base } from '../../check/given.ts'
import { loadPack } from '../../load/load-pack.ts'
import { sentenceOf } from '../../sentences/sentence-of.ts'
import { lengthOf, timeOf } from '../../time/read.ts'
import type { Pack } from '../../types/pack.ts'
import { personJudge } from '../judges.ts'
import { asWritten, packOf } from './pack-of.ts'
import { compareStrictness } from './stricter.ts'

const more = `
settings:
  leaver_time: { says: Time for a leaver's accounts, type: time, value: { value: 3 days, source: school }, stricter: lower }
  years_kept: { says: Years that an incident is kept, type: time, value: 6 years, stricter: higher }
  older_from: { says: Older pupils from year, type: integer, value: 9, stricter: lower }
  unset: { says: Not set, type: time, value: { source: school } }
parties:
  older: { kind: audience, says: older pupils, of: [pupil], when: person.year >= settings.older_from }
duties:
  leavers: { says: Turn off accounts, on: person.left, within: { setting: setting/leaver_time }, owner: party/head, proof: { attest: A } }
  later: { says: Later, on: person.left, within: { setting: setting/unset }, owner: party/head, proof: { attest: A } }
records:
  note: { says: Note, keep: { for: { setting: setting/years_kept }, after: closed } }
measures:
  password: { says: Passwords, value: { least: { setting: setting/password_length } }, held_by: kept }
overlays:
  oak_school:
    school: oak
    sets: [{ setting: setting/leaver_time, to: 24 h }, { setting: setting/older_from, to: 7 }]
    adds:
      duties: { walk: { says: Walk round, every: week, owner: party/head, proof: { attest: A }, clauses: [L-900] } }
      clauses: [{ id: L-900, says: The head walks round each week, strength: must, kind: duty, kept_by: [duty/walk] }]
    extends:
      - { assent: assent/rules, items: [{ id: own_phone, says: My phone stays in my locker. }] }
      - { clause: L-001, kept_by: [duty/walk] }
places:
  elm: { says: Elm School, level: school }
`

function given(): Pack {
  const { pack, faults } = loadPack([
    { path: 'a.yaml', text: base },
    { path: 'b.yaml', text: more },
  ])
  if (pack === null) throw new Error(JSON.stringify(faults))
  return pack
}

const pack = given()
const leavers = (at: string | null) => {
  const duty = packOf(pack, at).duties.leavers
  return duty !== undefined && 'on' in duty ? duty.within : null
}

describe('the pack as it is carried out', () => {
  test('has what a setting holds in the place of its name: limit, keep, value of a measure', () => {
    const { records, measures } = packOf(pack)
    expect(leavers(null)).toBe('3 days')
    expect(records.note?.keep).toMatchObject({ for: '6 years' })
    expect(measures.password?.value.least).toBe(8)
  })

  test('has at a school what its overlay sets and adds, and at another what the group has', () => {
    const [oak, elm] = [packOf(pack, 'oak'), packOf(pack, 'elm')]
    expect([leavers('oak'), leavers('elm')]).toEqual(['24 h', '3 days'])
    expect([Object.keys(oak.duties), Object.keys(elm.duties)]).toEqual([
      ['leavers', 'later', 'walk'],
      ['leavers', 'later'],
    ])
    expect(oak.assents.rules?.items.map((item) => item.id)).toEqual(['own', 'own_phone'])
    expect(elm.assents.rules?.items.map((item) => item.id)).toEqual(['own'])
    expect(oak.clauses.map((clause) => clause.kept_by)).toEqual([['assent/rules', 'duty/walk'], ['duty/walk']])
  })

  test('has without a school the group’s own values and what any school adds, marked as that school’s', () => {
    const whole = packOf(pack)
    expect(Object.keys(whole.duties)).toContain('walk')
    expect(whole.clauses.at(-1)).toMatchObject({ id: 'L-900', note: 'Only at Oak School.' })
    expect(leavers(null)).toBe('3 days')
  })

  test('is one object for each school, and remembers what was written', () => {
    expect(packOf(pack, 'oak')).toBe(packOf(packOf(pack), 'oak'))
    expect(asWritten(packOf(pack, 'oak'))).toBe(pack)
  })

  test('leaves open what the school has not set: a limit is never late, and a length is refused', () => {
    const duty = packOf(pack).duties.later
    if (duty === undefined || !('on' in duty)) throw new Error('no duty')
    expect(timeOf(duty.within)).toMatchObject({ kind: 'elastic', weCount: null })
    expect(() => lengthOf({ setting: 'setting/unset' })).toThrow('not a length')
  })

  test('judges conditions by what the school has set', () => {
    const person = { id: 'p', kinds: [], facts: { year: 8 }, posts: [] }
    const asAt = Temporal.PlainDate.from('2026-10-01')
    const older = (school: string | null) =>
      personJudge(packOf(pack, school))('person.year >= settings.older_from', { person, asAt })
    expect([older(null), older('oak'), older('elm')]).toEqual(['no', 'yes', 'no'])
  })
})

describe('what one reads of it', () => {
  test.each([
    [
      'duty/leavers',
      "When somebody leaves the school, the head must turn off accounts within 3 days (“Time for a leaver's accounts”).",
    ],
    [
      'duty/later',
      'When somebody leaves the school, the head must later (“Not set”, which the school has not set yet).',
    ],
    ['record/note', 'Note: a record, kept for 6 years (“Years that an incident is kept”).'],
    ['party/older', "Older pupils: every pupil, if the person's year is at least 9 (“Older pupils from year”)."],
    ['place/elm', 'Elm School: a school.'],
    [
      'overlay/oak_school',
      "At Oak School “Time for a leaver's accounts” is 24 hours instead of 3 days, “Older pupils from year” is 7 instead of 9, there are 1 more under “duties” and 1 more under “clauses”, “the rules for pupils” also says “My phone stays in my locker” and L-001 is also kept by duty/walk.",
    ],
  ])('%s says where its values come from', (ref, said) => {
    expect(sentenceOf(pack, ref)).toBe(said)
  })
})

describe('stricter', () => {
  test.each([
    [8, 10, 'higher', 'fine'],
    [8, 6, 'higher', 'weaker'],
    ['24 h', '1 day', 'lower', 'fine'],
    ['24 h', '90 min', 'lower', 'fine'],
    ['2 days', '2 school days', 'lower', 'unclear'],
    ['5 school days', '3 days', 'lower', 'fine'],
    ['1 month', '1 school year', 'lower', 'weaker'],
    ['6 years', '7 years', 'higher', 'fine'],
    ['term', 'half term', 'lower', 'unclear'],
    ['term', 'month', 'lower', 'fine'],
    ['2..', '3..', 'higher', 'fine'],
    ['2..', '1..', 'higher', 'weaker'],
    [true, false, 'lower', 'fine'],
    ['start of term', 'end of term', 'lower', 'unclear'],
    ['start of term', 'start of term', 'lower', 'fine'],
    [['a', 'b'], ['b'], 'narrower', 'fine'],
    [['a'], ['a', 'b'], 'narrower', 'weaker'],
    [['school days 10:30 to 13:10'], ['school days 12:15 to 13:10'], 'narrower', 'fine'],
    [['school days 10:30 to 13:10'], ['Friday 12:15 to 13:10'], 'narrower', 'weaker'],
  ] as const)('%j to %j, where %s is stricter, is %s', (own, local, stricter, compared) => {
    const plain = (value: unknown) =>
      (Array.isArray(value) ? [...value] : value) as string | number | boolean | string[]
    expect(compareStrictness(plain(own), plain(local), stricter)).toBe(compared)
  })

  test('whatever both directions allow is the same value', () => {
    const value = fc.oneof(
      fc.integer({ min: 1, max: 60 }),
      fc
        .tuple(fc.integer({ min: 1, max: 30 }), fc.constantFrom('h', 'days', 'school days', 'weeks', 'months'))
        .map(([count, unit]) => `${count} ${unit}`),
    )
    fc.assert(
      fc.property(value, value, (own, local) => {
        const both = (['higher', 'lower'] as const).map((way) => compareStrictness(own, local, way))
        if (both.every((one) => one === 'fine') && typeof own === typeof local) {
          const again = (['higher', 'lower'] as const).map((way) => compareStrictness(local, own, way))
          expect(again).toEqual(['fine', 'fine'])
        }
      }),
    )
  })
})
