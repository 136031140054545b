import { renderToString } from 'preact-render-to-string'
import { describe, expect, test } from 'vitest'
import { isNarrowed, nextSort, queryText } from './address.ts'
import { sayCount } from './count-words.ts'
import { ListPage } from './list-page.tsx'
import type { ListPageProps } from './list-props.ts'

const usual = { view: 'all', sort: '-opened' }
const base: ListPageProps = {
  title: 'Incidents',
  things: { one: 'case', many: 'cases' },
  href: (query) => `/incidents${query}`,
  csvHref: (query) => `/incidents.csv${query}`,
  printHref: (query) => `/incidents/print${query}`,
  query: { view: 'all', words: '', sort: '-opened', page: '' },
  usual,
  views: [
    { value: 'all', text: 'All', count: 2 },
    { value: 'open', text: 'Open', count: 1 },
  ],
  filters: [{ name: 'words', label: 'Words or a name', value: '' }],
  columns: [
    { says: 'Case', card: 'head' },
    { says: 'Opened', sort: { id: 'opened', up: 'oldest first', down: 'newest first', first: 'down' } },
    { says: 'Kind', sort: { id: 'kind', up: 'by kind', down: 'by kind, from the end' } },
  ],
  rows: [
    { cells: ['INC-0002', 'today', ''], unread: true, choose: { value: 'b', label: 'Choose INC-0002' } },
    { cells: ['INC-0001', 'yesterday', 'Virus'], choose: { value: 'a', label: 'Choose INC-0001' } },
  ],
  bulk: { action: '/incidents/chosen', buttons: 'Do it' },
  page: 1,
  size: 50,
  total: 2,
  nothingYet: { title: 'No cases yet', says: 'They appear here.' },
}
const draw = (changes: Partial<ListPageProps> = {}) => renderToString(<ListPage {...base} {...changes} />)

describe('a list page', () => {
  test('says how many there are and in which order, and marks the column that orders', () => {
    const html = draw()
    expect(html).toContain('2 cases, newest first.')
    expect(html).toContain('aria-sort="descending"><a href="/incidents?sort=opened">Opened</a>')
    expect(html).toContain('aria-sort="none"><a href="/incidents?sort=kind">Kind</a>')
    expect(html).toMatch(/<th scope="col" role="columnheader">Case/)
  })

  test('names the lines of the cards of a phone, and leaves the head and what is empty without a name', () => {
    const html = draw()
    expect(html).toContain('<td role="cell" data-says="Opened">today</td>')
    expect(html).toContain('<td role="cell" data-says="Kind"></td>')
    expect(html).toMatch(/<th scope="row" role="rowheader" class="card-head">/)
  })

  test('says in words which row was not read yet', () => {
    expect(draw().match(/Not read yet: /g)).toHaveLength(1)
  })

  test('keeps the order and the filters in every address, and the usual ones out of it', () => {
    const query = { ...base.query, view: 'open', words: 'chat & more', sort: 'kind' }
    const html = draw({ query, total: 120 })
    expect(html).toContain('href="/incidents.csv?view=open&amp;words=chat+%26+more&amp;sort=kind"')
    expect(html).toContain('href="/incidents/print?view=open&amp;words=chat+%26+more&amp;sort=kind"')
    expect(html).toContain('href="/incidents?view=open&amp;words=chat+%26+more&amp;sort=kind&amp;page=2"')
    expect(html).toContain('href="/incidents?words=chat+%26+more&amp;sort=kind">All (2)')
    expect(html).toContain('name="back" value="?view=open&amp;words=chat+%26+more&amp;sort=kind"')
    expect(draw()).toContain('href="/incidents.csv"')
  })

  test('tells "nothing yet" from "nothing found", and from a page behind the end', () => {
    const none = { rows: [], total: 0 }
    expect(draw(none)).toContain('No cases yet')
    expect(draw(none)).toContain('Words or a name')
    const begun = draw({ ...none, views: base.views?.map((one) => ({ ...one, count: 0 })) })
    expect(begun).toContain('No cases yet')
    expect(begun).not.toMatch(/Words or a name|Get as CSV|All \(0\)/)
    const searched = draw({ ...none, query: { ...base.query, words: 'zebra' } })
    expect(searched).toContain('Nothing found')
    expect(searched).toContain('href="/incidents">Show all cases of this view')
    expect(draw({ rows: [], total: 60, page: 9 })).toContain('The list ends before this page')
  })

  test('without anything to do there is no tick and no form for them', () => {
    const html = draw({ bulk: undefined })
    expect(html).not.toContain('type="checkbox"')
    expect(html).not.toContain('kept-choose')
  })
})

test.each([
  [{ page: 1, size: 50, total: 152 }, '1 to 50 of 152 cases, newest first'],
  [{ page: 4, size: 50, total: 152 }, '151 to 152 of 152 cases, newest first'],
  [{ page: 1, size: 50, total: 1 }, '1 case'],
  [{ page: 2, size: 50, total: 1000, most: 1000 }, '51 to 100 of more than 999 cases, newest first'],
  [{ page: 1, size: 50, total: 3, found: true }, '3 cases found, newest first'],
])('%o is said as “%s”', (facts, words) => {
  const things = { one: 'case', many: 'cases' }
  expect(sayCount({ things, found: false, order: 'newest first', ...facts })).toBe(words)
})

test('a press on a head asks for its first way, and a second one for the other', () => {
  expect(nextSort('-opened', 'kind', 'up')).toBe('kind')
  expect(nextSort('kind', 'kind', 'up')).toBe('-kind')
  expect(nextSort('-kind', 'kind', 'up')).toBe('kind')
  expect(nextSort('kind', 'opened', 'down')).toBe('-opened')
  expect(nextSort('-opened', 'opened', 'down')).toBe('opened')
})

test('a view, an order and a page narrow nothing; words do', () => {
  expect(isNarrowed({ view: 'open', sort: 'kind', page: '2', words: '' }, usual)).toBe(false)
  expect(isNarrowed({ view: 'open', words: 'chat' }, usual)).toBe(true)
  expect(queryText({ view: 'all', sort: '-opened', page: '2' }, usual)).toBe('?page=2')
})
