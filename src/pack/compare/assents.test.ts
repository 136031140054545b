import { describe, expect, test } from 'vitest'
import { pack as packType } from '../types/pack.ts'
import { comparePacks } from './compare-packs.ts'
import { proposeMaterial } from './propose-material.ts'
import { touchedAssents } from './touched-assents.ts'

const given = (more: object) =>
  packType.parse({
    pack: { name: 'a', policy: 'X', title: 'A', language: 'en' },
    parties: {
      staff: { kind: 'audience', says: 'Staff', of: ['staff'] },
      head: { kind: 'post', says: 'Head' },
    },
    records: { trip: { says: 'Trip', parts: [{ id: 'on_it', says: 'On it' }] } },
    lists: { circumstance: { says: 'Change in a family', values: [{ id: 'divorce', says: 'A divorce' }] } },
    assents: {
      rules: {
        says: 'The rules',
        about: 'self',
        for: 'party/staff',
        asked: { of: 'self' },
        items: [{ id: 'i', says: 'I know them' }],
        ways: ['link'],
        asked_on: ['person.joined'],
        basis: 'acknowledgement',
        silence: 'not_given',
        lasts: 'enrolment',
        ...more,
      },
    },
  })

describe('a change of what people are asked', () => {
  test.each([
    [{ anonymous: true }, 'names nobody now yes', true],
    [{ lasts: 'until asked again' }, 'how long it holds: enrolment becomes until asked again', true],
    [{ enough: { least: 2, among: ['party/head'] } }, 'how many signatures are enough now', false],
    [{ for: { record: 'record/trip', parts: ['on_it'] } }, 'whom it is for', true],
    [{ asked: { in_order: [{ of: 'self' }, { of: 'party/head' }] } }, 'who is asked', true],
    [
      {
        asked: { in_order: [{ of: 'self' }, { field: 'host' }] },
        fields: [{ id: 'host', asks: 'Who receives you?', type: 'person' }],
      },
      'who is asked: the person themselves becomes the person themselves, then whoever is named under “Who receives you?”, who countersigns',
      true,
    ],
    [{ asked_on: [{ on: 'person.took_post', post: 'party/head' }] }, 'when somebody becomes', false],
    [
      { suspended_by: [{ on: 'circumstances.changed', kinds: ['list/circumstance#divorce'] }] },
      'what puts it in question',
      true,
    ],
  ])('%j is said and material', (more, says, signed) => {
    const [before, after] = [given({}), given(more)]
    const changes = comparePacks(before, after)
    const proposal = proposeMaterial(before, after, changes)
    expect(proposal.material).toBe(true)
    expect(proposal.because.join(' ')).toContain(says)
    expect(touchedAssents(after, changes)).toHaveLength(signed ? 1 : 0)
  })
})
