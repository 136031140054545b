/** Every address of the duties. */
export const paths = {
  mine: { route: '/duties', to: () => '/duties' },
  done: { route: '/duties/done', to: () => '/duties/done' },
  calendar: { route: '/duties.ics', to: () => '/duties.ics' },
  all: { route: '/duties/all', to: (query = '') => `/duties/all${query}` },
  csv: { route: '/duties.csv', to: (query = '') => `/duties.csv${query}` },
  print: { route: '/duties/print', to: (query = '') => `/duties/print${query}` },
  chosen: { route: '/duties/chosen', to: () => '/duties/chosen' },
  missed: { route: '/duties/:id/missed', to: (id: string, query = '') => `/duties/${id}/missed${query}` },
  show: { route: '/duties/:id', to: (id: string) => `/duties/${id}` },
} as const

/** Addresses of other areas that these pages lead to. */
export const elsewhere = {
  clause: (clause: string) => `/policy/clauses/${encodeURIComponent(clause)}`,
  board: () => '/policy/board',
  concern: (id: string) => `/concerns/${id}`,
  concerns: () => '/concerns',
  myConcerns: () => '/concerns?view=mine',
  incident: (id: string) => `/incidents/${id}`,
  openIncidents: () => '/incidents?view=open',
  measure: (id: string) => `/measures/${id}`,
  agreements: () => '/agreements',
  outbox: () => '/outbox',
} as const
