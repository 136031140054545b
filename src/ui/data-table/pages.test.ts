import { expect, test } from 'vitest'
import { pagesOf } from './pages.tsx'

const pages = (page: number, total: number) => pagesOf({ page, size: 16, total, hrefFor: (n) => `?page=${n}` })

test('numbers the first, the last and those around the current page', () => {
  const { says, items } = pages(5, 152)
  expect(says).toBe('65 to 80 of 152.')
  expect(items.map((item) => item.text)).toEqual(['1', '4', '5', '6', '10', 'Next'])
  expect(items.find((item) => item.current)?.text).toBe('5')
})

test('has no next page after the last', () => {
  expect(pages(10, 152).items.map((item) => item.text)).toEqual(['1', '9', '10'])
  expect(pages(10, 152).says).toBe('145 to 152 of 152.')
})

test('shows no numbers when one page holds all', () => {
  expect(pages(1, 16).items).toEqual([])
  expect(pages(1, 0).says).toBe('0 to 0 of 0.')
})
