/** Every address of the duties. */
export const paths = {
  mine: { route: '/duties', to: () => '/duties' },
  done: { route: '/duties/done', to: () => '/duties/done' },
  calendar: { route: '/duties.ics', to: () => '/duties.ics' },
  all: { route: '/duties/all', to: (query = '') => `/duties/all${query}` },
  csv: { route: '/duties.csv', to: (query = '') => `/duties.csv${query}` },
  show: { route: '/duties/:id', to: (id: string) => `/duties/${id}` },
} as const
