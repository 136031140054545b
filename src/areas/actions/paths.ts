const under = (route: string) => ({
  list: { route, to: (query = '') => `${route}${query}` },
  csv: { route: `${route}.csv`, to: (query = '') => `${route}.csv${query}` },
  print: { route: `${route}/print`, to: (query = '') => `${route}/print${query}` },
})

/** Every address of actions and exceptions beside the pages of a single one. */
export const paths = {
  action: under('/actions'),
  exception: under('/exceptions'),
  take: {
    route: '/actions/new',
    to: (caseId?: string) => `/actions/new${caseId === undefined ? '' : `?case=${caseId}`}`,
  },
  choose: { route: '/exceptions/new', to: () => '/exceptions/new' },
  ask: { route: '/exceptions/new/:exception', to: (exception: string) => `/exceptions/new/${exception}` },
  record: { to: (id: string) => `/actions/${id}` },
  letter: {
    list: { route: '/written-letters', to: () => '/written-letters' },
    show: { route: '/written-letters/:id', to: (id: string) => `/written-letters/${id}` },
    pdf: { route: '/written-letters/:id/letter.pdf', to: (id: string) => `/written-letters/${id}/letter.pdf` },
  },
} as const
