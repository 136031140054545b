import { expect, test } from 'vitest'
import { pack as packType } from '../../types/pack.ts'
import type { PersonFacts } from '../audience/person.ts'
import { knowsNothing } from '../judge.fixture.ts'
import { emptySeats, seatsOfGroup } from './seats.ts'

const pack = packType.parse({
  pack: { name: 'oak', policy: 'L', title: 'T', language: 'en' },
  parties: {
    staff: { kind: 'audience', says: 'Staff', of: ['staff'] },
    adults: { kind: 'audience', says: 'Adults', of: ['staff', 'parent'] },
    lead: { kind: 'post', says: 'Lead' },
    group: {
      kind: 'group',
      says: 'Group',
      seats: [
        { id: 'adult', says: 'An adult', from: 'party/adults' },
        { id: 'staff', says: 'A member of staff', from: 'party/staff', count: '1..' },
        { id: 'lead', says: 'The lead', from: 'party/lead' },
        { id: 'guest', says: 'A guest', count: '0..' },
      ],
    },
  },
})
const today = Temporal.PlainDate.from('2026-11-20')
const person = (id: string, kind: 'staff' | 'parent', ...posts: string[]): PersonFacts => ({
  id,
  kinds: [{ kind, from: '2026-09-01', until: null }],
  facts: {},
  posts: posts.map((post) => ({ party: `party/${post}`, from: '2026-09-01', until: null })),
})
const empty = (...people: PersonFacts[]) =>
  emptySeats(seatsOfGroup(pack, 'party/group', people, today, { judge: knowsNothing })).map((seat) => seat.id)

test('a seat is filled by somebody of its constituency who is named to the group', () => {
  expect(empty()).toEqual(['adult', 'staff', 'lead'])
  expect(empty(person('a', 'parent', 'group'), person('b', 'staff'))).toEqual(['staff', 'lead'])
})

test('nobody sits in two seats, and whoever fits elsewhere makes room', () => {
  expect(empty(person('a', 'staff', 'group'))).toHaveLength(2)
  expect(empty(person('a', 'staff', 'group'), person('b', 'parent', 'group'))).toEqual(['lead'])
})

test('the holder of a post sits in its seat without being named', () => {
  expect(empty(person('a', 'staff', 'group'), person('b', 'parent', 'group'), person('c', 'staff', 'lead'))).toEqual([])
})
