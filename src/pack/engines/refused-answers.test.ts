import { expect, test } from 'vitest'
import { field } from '../types/field.ts'
import { refusedAnswers } from './refused-answers.ts'

const fields = [
  { id: 'encrypted', asks: 'Encrypted?', type: 'boolean', must: 'yes', refusal: 'Encrypt it first' },
  { id: 'named', asks: 'Is a name beside it?', type: 'yes_no', must: 'no' },
  { id: 'checked', asks: 'Checked?', type: 'boolean', must: 'yes', when: 'encrypted' },
  { id: 'seen', asks: 'Seen?', type: 'boolean' },
].map((one) => field.parse(one))
const refused = (values: Record<string, unknown>, when: 'yes' | 'no' | 'unknown' = 'yes') =>
  refusedAnswers(fields, values, () => when)

test('another answer than the only one taken is refused with its words, a fitting one is not', () => {
  expect(refused({ encrypted: false, named: true, seen: false })).toEqual({
    encrypted: 'Encrypt it first',
    named: 'The policy takes only a no here',
  })
  expect(refused({ encrypted: true, named: 'no', checked: true })).toEqual({})
  expect(refused({ named: 'yes' })).toEqual({ named: 'The policy takes only a no here' })
})

test('what is certainly not asked is not refused, and what we cannot tell is', () => {
  expect(refused({ checked: false }, 'no')).toEqual({})
  expect(refused({ checked: false }, 'unknown')).toEqual({ checked: 'The policy takes only a yes here' })
})
