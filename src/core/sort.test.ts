import { expect, test } from 'vitest'
import { readSort, writeSort } from './sort.ts'

const usual = { by: 'opened', down: true } as const
const columns = ['opened', 'kind'] as const

test('an order is read from an address, and written back', () => {
  for (const text of ['opened', '-opened', 'kind', '-kind'])
    expect(writeSort(readSort(text, columns, usual))).toBe(text)
})

test.each(['', '-', '--kind', 'secret', 'kind; drop', '-Opened'])('%j is the usual order', (text) => {
  expect(readSort(text, columns, usual)).toEqual(usual)
})
