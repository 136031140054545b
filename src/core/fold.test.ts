import { expect, test } from 'vitest'
import { folded } from './fold.ts'

test('a name is the same with and without its accents, capitals and curled apostrophes', () => {
  expect(['Títílayọ̀', 'Łukasz Ørsted', 'Zoë O’Brien', 'Weiß', 'ΆΛΦΑ'].map(folded)).toEqual([
    'titilayo',
    'lukasz orsted',
    "zoe o'brien",
    'weiss',
    'αλφα',
  ])
})

test('vowel signs of other scripts stay: without them it would be another name', () => {
  expect(folded('ਹਰਪ੍ਰੀਤ')).toBe('ਹਰਪ੍ਰੀਤ')
})
