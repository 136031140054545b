import { describe, expect, test } from 'vitest'
import { normalise } from './same-html.ts'

const same = (a: string, b: string): boolean => normalise(a) === normalise(b)

describe('the comparison of HTML', () => {
  test.each([
    ['the order of attributes', '<a href="#" class="x">y</a>', '<a class="x" href="#">y</a>'],
    ['white space', '<p>\n  a  b\n</p>', '<p>a b</p>'],
    ['an entity and its character', '<p>it&#39;s</p>', "<p>it's</p>"],
    ['two ways to write a boolean attribute', '<input disabled>', '<input disabled=""/>'],
    ['an SVG element closed by itself', '<path d="M0"/>', '<path d="M0"></path>'],
  ])('overlooks %s', (_, a, b) => expect(same(a, b)).toBe(true))

  test.each([
    ['a class', '<p class="a b">x</p>', '<p class="a">x</p>'],
    ['the order of classes', '<p class="a b">x</p>', '<p class="b a">x</p>'],
    ['an attribute', '<p id="a">x</p>', '<p>x</p>'],
    ['a value', '<p id="a">x</p>', '<p id="b">x</p>'],
    ['a tag', '<p>x</p>', '<div>x</div>'],
    ['a word', '<p>x</p>', '<p>y</p>'],
    ['what stands in what', '<p><b>x</b>y</p>', '<p><b>xy</b></p>'],
    ['the order of elements', '<b></b><i></i>', '<i></i><b></b>'],
    ['escaping', '<p>&lt;b&gt;</p>', '<p><b></p>'],
  ])('sees %s', (_, a, b) => expect(same(a, b)).toBe(false))
})
