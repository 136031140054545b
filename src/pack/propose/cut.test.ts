import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Block, Outline } from '#core/outline.ts'
import { cutOutline, strengthOf } from './cut.ts'

type Unplaced = Block extends infer B ? (B extends unknown ? Omit<B, 'at'> : never) : never
const outline = (...blocks: readonly Unplaced[]): Outline => ({
  format: 'text',
  title: null,
  blocks: blocks.map((block, index) => ({ ...block, at: { number: index + 1 } })),
})
const heading = (text: string, level = 1): Unplaced => ({ kind: 'heading', level, text })
const said = (text: string): Unplaced => ({ kind: 'paragraph', text })
const item = (text: string): Unplaced => ({ kind: 'item', depth: 0, text })
const cell = (row: number, column: number, text: string): Unplaced => ({ kind: 'cell', table: 1, row, column, text })
const cut = (...blocks: readonly Unplaced[]) => cutOutline(outline(...blocks), 'OAK')
const says = (...blocks: readonly Unplaced[]) => cut(...blocks).clauses.map((clause) => clause.says)

describe('cutOutline', () => {
  test('makes a clause of each sentence, and knows abbreviations', () => {
    expect(
      says(said('Pupils sign first, e.g. in Year 3. Mr. Hall is told. The school approx. keeps 10 tablets.')),
    ).toEqual(['Pupils sign first, e.g. in Year 3.', 'Mr. Hall is told.', 'The school approx. keeps 10 tablets.'])
  })

  test('joins the words that lead to a list with each of its items', () => {
    expect(
      says(said('All is kept safe. Pupils must:'), item('share no passwords'), item('Tell a teacher of trouble')),
    ).toEqual(['All is kept safe.', 'Pupils must share no passwords', 'Pupils must: Tell a teacher of trouble'])
  })

  test('makes a clause of each row of a table, under the heads of its columns', () => {
    expect(
      says(cell(1, 1, 'Who'), cell(1, 2, 'Does what'), cell(2, 1, 'Head'), cell(2, 2, 'approves the policy')),
    ).toEqual(['Who: Head; Does what: approves the policy'])
  })

  test('keeps the path of headings, numbers clauses in order, and gives sections ids of their own', () => {
    const { title, sections, clauses } = cut(
      heading('Our policy'),
      heading('Aims & scope', 2),
      said('We keep pupils safe.'),
      heading('Aims, scope', 2),
      said('We teach them too.'),
      heading('Left empty', 2),
    )
    expect(title).toBe('Our policy')
    expect(sections).toEqual([
      { id: 'our_policy', title: 'Our policy', under: null },
      { id: 'aims_scope', title: 'Aims & scope', under: 'our_policy' },
      { id: 'aims_scope_2', title: 'Aims, scope', under: 'our_policy' },
    ])
    expect(clauses).toMatchObject([
      { id: 'OAK-001', section: 'aims_scope', headings: ['Our policy', 'Aims & scope'], at: { number: 3 } },
      { id: 'OAK-002', section: 'aims_scope_2', headings: ['Our policy', 'Aims, scope'] },
    ])
  })

  test('lists what is no rule instead of losing it', () => {
    const { clauses, left } = cut(said('Signed: __________ by the head teacher'), said('Page 3'))
    expect(clauses).toEqual([])
    expect(left.map(({ text }) => text)).toEqual(['Signed: __________ by the head teacher', 'Page 3'])
  })

  test('reads from the words how binding a rule is', () => {
    expect(
      ['Pupils must sign.', 'Staff should look.', 'The head may agree.', 'Staff may not share.', 'It is kept.'].map(
        strengthOf,
      ),
    ).toEqual(['must', 'should', 'may', 'must', 'must'])
  })

  test('keeps every item of any document, in a clause or in what is left', () => {
    const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 80 }).filter((some) => some.trim() !== '')
    const blocks = fc.array(
      fc.oneof(
        text.map(said),
        text.map(item),
        text.map((some) => heading(some, 2)),
      ),
      { maxLength: 12 },
    )
    fc.assert(
      fc.property(blocks, (some) => {
        const { clauses, left } = cut(...some)
        const kept = [...clauses.map((clause) => clause.says), ...left.map((rest) => rest.text)]
          .join('')
          .replace(/\s/gu, '')
        for (const block of some) if (block.kind === 'item') expect(kept).toContain(block.text.replace(/\s/gu, ''))
        expect(new Set(clauses.map(({ id }) => id)).size).toBe(clauses.length)
      }),
    )
  })
})
