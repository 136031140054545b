import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyTime } from './arbitrary.fixture.ts'
import { parseTime } from './parse.ts'
import { printTime } from './print.ts'
import { sayTime, sayWithin } from './say.ts'
import { isTimeFault } from './time.ts'

const read = (text: string) => {
  const time = parseTime(text)
  if (isTimeFault(time)) throw new Error(time.fault)
  return time
}
const fault = (text: string) => {
  const time = parseTime(text)
  return isTimeFault(time) ? time.fault : 'no fault'
}

describe('the time grammar', () => {
  test.each([
    ['24 h', '24 hours'],
    ['20 min', '20 minutes'],
    ['1 day', '1 day'],
    ['10 school days', '10 school days'],
    ['1 school year', '1 school year'],
    ['4 weeks after start of term', '4 weeks after the start of term'],
    ['2 weeks before end of school year', '2 weeks before the end of the school year'],
    ['6 years after end', '6 years after “end”'],
    ['each term', 'each term'],
    ['each school year', 'each school year'],
    ['each 5 school days', 'every 5 school days'],
    ['yearly in September', 'every year in September'],
    ['yearly on 1 March', 'every year on 1 March'],
    ['weekly on Friday', 'every week on Friday'],
    ['1 September', '1 September'],
    ['end of term', 'the end of term'],
    ['until 2027-07-31', 'until 31 July 2027'],
  ])('%s is said “%s” and written as it was read', (text, says) => {
    const time = read(text)
    expect(sayTime(time)).toBe(says)
    expect(time.kind === 'elastic' ? '' : printTime(time)).toBe(text)
  })

  test.each([
    ['weekly', 'each week'],
    ['every term', 'each term'],
    ['term', 'each term'],
    ['half term', 'each half term'],
    ['every 2 weeks', 'each 2 weeks'],
    ['1 days', '1 day'],
  ])('%s has one spelling: %s', (text, one) => {
    const time = read(text)
    expect(time.kind === 'elastic' ? '' : printTime(time)).toBe(one)
  })

  test.each([
    ['immediately', 'has no number'],
    ['before use', 'Write it as a guard'],
    ['24 hours', 'Write hours as “h”: “24 h”'],
    ['', 'A time is missing'],
    ['0 days', 'not a number from 1'],
    ['31 September', 'has no day 31'],
    ['29 February', 'has no day 29'],
    ['yearly in Sept', 'not a month'],
    ['weekly on Frog', 'not a day of the week'],
    ['4 weeks after Start Of Term', 'not a date to count from'],
    ['until 2027-02-30', 'not a date of the calendar'],
    ['soon', 'is not a time'],
  ])('“%s” is refused in a sentence', (text, says) => expect(fault(text)).toContain(says))

  test('says the policy’s own word and the school’s number for it', () => {
    const elastic = {
      kind: 'elastic',
      policySays: 'immediately',
      weCount: read('1 h'),
      setBy: 'school',
      atMost: null,
    } as const
    expect(sayWithin(elastic)).toBe('immediately (we count 1 hour)')
    expect(sayWithin({ ...elastic, weCount: null })).toContain('has not put a number to it')
    expect(sayWithin(read('24 h'))).toBe('within 24 hours')
    expect(sayWithin(read('end of term'))).toBe('by the end of term')
  })

  test('every time is read back as it was written', () =>
    fc.assert(
      fc.property(anyTime, (time) => {
        expect(parseTime(printTime(time))).toEqual(time)
      }),
    ))

  test('no text makes it throw', () =>
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^\d{1,5} [a-z]+ (after|of) [a-z ]+$/)), (text) => {
        parseTime(text)
      }),
    ))
})
