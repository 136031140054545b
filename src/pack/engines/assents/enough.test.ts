import { describe, expect, test } from 'vitest'
import { enoughSigned } from './enough.ts'

describe('enough signatures at a school', () => {
  const two = { least: 2, among: ['party/head'] as `party/${string}`[] }
  const head = { signed: true, parties: ['party/head'] }
  const other = { signed: true, parties: ['party/deputy'] }

  test.each([
    ['the head and one more', [head, other, { signed: false, parties: [] }], true, []],
    ['two without the head', [other, other, { ...head, signed: false }], false, ['party/head']],
    ['the head alone', [head, { ...other, signed: false }], false, []],
    ['nobody', [], false, ['party/head']],
  ] as const)('%s', (_, asked, enough, without) => {
    expect(enoughSigned(two, asked)).toMatchObject({ enough, without })
  })
})
