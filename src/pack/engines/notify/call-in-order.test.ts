import { describe, expect, test } from 'vitest'
import { schoolCalendar } from '#core/calendar/school-calendar.ts'
import { pack as packSchema } from '../../types/pack.ts'
import type { CallMade } from './call-in-order.ts'
import { nextCall, turnOf } from './call-in-order.ts'
import { recipientsOf } from './recipients.ts'

const post = { kind: 'post', says: 'P', instead: { away: 'party/b', named_in_case: 'party/c' } }
const danger = {
  says: 'Danger',
  on: 'record/concern#opened',
  to: { in_order: ['party/a', 'party/b'] },
  accept: 'one',
  chase: '10 min',
  then_tell: 'party/c',
}
const packWith = (rule: object) => ({
  pack: { name: 'a', policy: 'X', title: 'A', language: 'en' },
  parties: { a: post, b: post, c: post },
  notify: { danger: rule },
})
const pack = packSchema.parse(packWith(danger))
const rule = pack.notify.danger
if (rule === undefined) throw new Error('no rule')
const holders = { 'party/a': ['ann'], 'party/b': ['bob'], 'party/c': ['cat', 'col'] }

function calls(count: number, situation = { keptOut: [] as string[], away: [] as string[] }, held = holders) {
  const made: CallMade[] = []
  for (let at = 0; at < count; at += 1) {
    const call = rule === undefined ? null : nextCall(pack, rule, made, held, situation)
    if (call !== null) made.push(call)
  }
  return made.map((call) => call.people.join('+'))
}

describe('calls in order', () => {
  test('go from one to the next, to whoever is told at the end, and round again', () =>
    expect(calls(5)).toEqual(['ann', 'bob', 'cat+col', 'ann', 'bob']))

  test('pass over whoever is away, and never reach somebody named', () => {
    expect(calls(3, { keptOut: ['ann'], away: ['bob'] })).toEqual(['cat+col', 'cat+col', 'cat+col'])
    expect(calls(2, { keptOut: ['ann', 'bob', 'cat', 'col'], away: [] })).toEqual([])
  })

  test('call nobody twice in a round', () =>
    expect(calls(3, undefined, { ...holders, 'party/b': ['ann'] })).toEqual(['ann', 'cat+col', 'ann']))

  test('keep the pace of the rule for three rounds, and an hour after that', () =>
    expect([0, 8, 9].map((number) => turnOf(rule, number).total('minutes'))).toEqual([10, 10, 60]))

  test('begin with the first for whom somebody acts', () => {
    const told = (held: Record<string, string[]>) =>
      recipientsOf(
        pack,
        { event: 'record/concern#opened', at: '2026-11-27T16:00:00Z' },
        held,
        { keptOut: [], away: [] },
        schoolCalendar(),
        () => 'yes',
      ).map((one) => [one.party, one.people.join()])
    expect(told(holders)).toEqual([['party/a', 'ann']])
    expect(told({})).toEqual([['party/a', '']])
  })

  test.each([{ accept: 'none' }, { chase: undefined }])('are refused without a next call: %j', (wrong) =>
    expect(packSchema.safeParse(packWith({ ...danger, ...wrong })).success).toBe(false),
  )
})
