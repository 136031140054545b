/** What an address of a list says: its view, filters, order and page. */
export type ListQuery = Readonly<Record<string, string>>

/** The query of an address, without what is empty or usual: a view that is kept as a bookmark stays short. */
export function queryText(query: ListQuery, usual: ListQuery): string {
  const set = Object.entries(query).filter(([name, value]) => value !== '' && value !== usual[name])
  return set.length === 0 ? '' : `?${new URLSearchParams(set).toString()}`
}

const NARROWS_NOTHING = new Set(['view', 'sort', 'page'])

/** Whether somebody looks for something: words or a filter are set, not only a view, an order or a page. */
export const isNarrowed = (query: ListQuery, usual: ListQuery): boolean =>
  Object.entries(query).some(([name, value]) => value !== '' && value !== usual[name] && !NARROWS_NOTHING.has(name))

/** What stays for a new search, which begins at the first page: the view and the order that were chosen. */
export const keptOf = (query: ListQuery, usual: ListQuery): Record<string, string> =>
  Object.fromEntries(
    ['view', 'sort'].flatMap((name) => {
      const value = query[name] ?? ''
      return value === '' || value === usual[name] ? [] : [[name, value] as const]
    }),
  )

/** The order that a press on a column's head asks for: its first way, then the other. */
export function nextSort(sort: string | undefined, id: string, first: 'up' | 'down'): string {
  const ways = first === 'up' ? [id, `-${id}`] : [`-${id}`, id]
  return (sort === ways[0] ? ways[1] : ways[0]) ?? id
}
