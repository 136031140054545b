/** Every address of the measures. */
export const paths = {
  list: { route: '/measures', to: (query = '') => `/measures${query}` },
  csv: { route: '/measures.csv', to: (query = '') => `/measures.csv${query}` },
  print: { route: '/measures/print', to: (query = '') => `/measures/print${query}` },
  show: { route: '/measures/:id', to: (id: string) => `/measures/${id}` },
} as const

/** The page of a clause. */
export const clauseHref = (clause: string): string => `/policy/clauses/${encodeURIComponent(clause)}`
