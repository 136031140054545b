import { describe, expect, test } from 'vitest'
import { packOf } from '#pack/engines/schools/pack-of.ts'
import { readPack } from '#pack/report.ts'
import { packFiles } from './read-pack.ts'

// No school of the published policies differs from its group in a rule: a federation's schools each have a group of their own
// and a group's site has leads of its own, by the level at which they are held. What a school may add stands here.
const SCHOOLS = {
  'primary-federation': {
    places: 'places: { oak: { says: Oak Primary, level: school }, elm: { says: Elm Primary, level: school } }',
    here: 'oak',
    there: 'elm',
    setting: 'data_moved_within',
    stricter: '2 school days',
    weaker: '20 school days',
    owner: 'party/head',
  },
  'specialist-group': {
    places: '',
    here: 'sharing_school_one',
    there: 'sharing_school_two',
    setting: 'older_from',
    stricter: '8',
    weaker: '11',
    owner: 'party/head',
  },
} as const

describe.each(Object.entries(SCHOOLS))('a school of %s', (name, { places, here, there, setting, owner, ...to }) => {
  const read = (value: string) =>
    readPack([
      ...packFiles(name),
      {
        path: 'overlay.yaml',
        text: `${places}
overlays:
  own:
    school: ${here}
    sets: [{ setting: setting/${setting}, to: ${value} }]
    adds:
      duties: { own_box: { says: Empty the telephone box, every: week, owner: ${owner}, proof: { attest: It is empty. }, clauses: [X-1] } }
      clauses: [{ id: X-1, says: Telephones stay in the box, strength: must, kind: duty, kept_by: [duty/own_box] }]
`,
      },
    ])

  test('is stricter by an overlay, which holds there and nowhere else', () => {
    const { pack, faults } = read(to.stricter)
    if (pack === null) throw new Error('no pack')
    expect(faults).toEqual([])
    const [own, other] = [packOf(pack, here), packOf(pack, there)]
    expect([own, other].map((one) => one.duties.own_box !== undefined)).toEqual([true, false])
    const values = [own, other].map((one) => JSON.stringify(one.settings[setting]?.value))
    expect(values[0]).toContain(to.stricter)
    expect(values[1]).not.toContain(to.stricter)
    expect([own, other].map((one) => one.clauses.some((clause) => clause.id === 'X-1'))).toEqual([true, false])
  })

  test('cannot weaken what its group has', () =>
    expect(read(to.weaker).faults.map((fault) => fault.rule)).toEqual(['overlay_weakens']))
})
