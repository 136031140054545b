import { renderToString } from 'preact-render-to-string'
import { describe, expect, test } from 'vitest'
import type { SaidSection } from '../types.ts'
import { ChangeList } from './change-list.tsx'

const clause = (id: string) => ({
  id,
  change: 'added' as const,
  facets: [],
  before: '',
  after: `The words of ${id}.`,
  marks: [],
  says: [],
  section: undefined,
})
const section = (id: string | null, clauses: number): SaidSection => ({
  id,
  title: `About ${id ?? 'the rest'}`,
  clauses: Array.from({ length: clauses }, (_, index) => clause(`${id ?? 'rest'}-${index}`)),
  things: [],
})
const draw = (sections: readonly SaidSection[], shown = '') =>
  renderToString(
    <ChangeList sections={sections} whole={['the title reworded']} pageOf={(one) => `?section=${one}`} shown={shown} />,
  )

describe('what differs', () => {
  test('stands on one page while it can be read on one', () => {
    const page = draw([section('phones', 3), section(null, 2)])
    for (const words of ['The words of phones-2.', 'The words of rest-1.', 'the title reworded'])
      expect(page).toContain(words)
  })

  test('is read a section at a time when it is a whole policy', () => {
    const many = [section('phones', 100), section(null, 100)]
    const page = draw(many)
    expect(page).toContain('There are 201 changes.')
    expect(page).toContain('100 clauses new')
    for (const key of ['whole', 'phones', 'rest']) expect(page).toContain(`href="?section=${key}"`)
    expect(page).not.toContain('The words of')
    expect(draw(many, 'rest')).toContain('The words of rest-99.')
    expect(draw(many, 'rest')).not.toContain('The words of phones-0.')
    expect(draw(many, 'whole')).toContain('the title reworded')
  })
})
