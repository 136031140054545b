/** Every address of the people area that has a page of its own. */
export const paths = {
  people: { route: '/people', to: (query = '') => `/people${query}` },
  unsigned: { route: '/people/no-signatory', to: () => '/people/no-signatory' },
  me: { route: '/people/me', to: () => '/people/me' },
  person: { route: '/people/:id', to: (id: string) => `/people/${id}` },
  facts: { route: '/people/:id/facts', to: (id: string) => `/people/${id}/facts` },
  away: { route: '/people/:id/away', to: (id: string) => `/people/${id}/away` },
  back: { route: '/people/:id/back', to: (id: string) => `/people/${id}/back` },
  imports: {
    route: '/people/import',
    to: (token = '') => (token === '' ? '/people/import' : `/people/import?token=${encodeURIComponent(token)}`),
  },
  import: { route: '/people/import/:id', to: (id: string) => `/people/import/${id}` },
  changes: { route: '/people/import/:id/changes.csv', to: (id: string) => `/people/import/${id}/changes.csv` },
  faults: { route: '/people/import/:id/faults.csv', to: (id: string) => `/people/import/${id}/faults.csv` },
} as const
