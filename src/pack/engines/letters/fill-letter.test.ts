import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { BLANK, fillLetter, paragraphsOf } from './fill-letter.ts'

describe('a letter', () => {
  test('has in its places what is known, and a blank for a pen where nothing is', () => {
    const letter = fillLetter('Dear {recipient},\n\n\nyour child {about} on {day}.', {
      recipient: 'Ann Lowe',
      about: 'Robin',
      day: ' ',
    })
    expect(letter).toEqual({ text: `Dear Ann Lowe,\n\nyour child Robin on ${BLANK}.`, missing: ['day'] })
  })

  test('does not fill again what was filled in, and takes nothing from what every object has', () => {
    expect(fillLetter('{a}', { a: '{b}', b: 'no' }).text).toBe('{b}')
    expect(fillLetter('{constructor}', {}).missing).toEqual(['constructor'])
  })

  test('loses no word of its values', () =>
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 40 }), (value) => {
        fc.pre(value.trim() !== '' && !/\n/.test(value))
        expect(fillLetter('Dear {recipient}, good day', { recipient: value }).text).toContain(value.trim())
      }),
    ))

  test('is parted by its empty lines', () => {
    expect(paragraphsOf('a\nb\n\n\n c \n')).toEqual(['a\nb', 'c'])
  })
})
