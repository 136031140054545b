/** Every address of the people area that has a page of its own. */
export const paths = {
  imports: {
    route: '/people/import',
    to: (token = '') => (token === '' ? '/people/import' : `/people/import?token=${encodeURIComponent(token)}`),
  },
  import: { route: '/people/import/:id', to: (id: string) => `/people/import/${id}` },
  changes: { route: '/people/import/:id/changes.csv', to: (id: string) => `/people/import/${id}/changes.csv` },
  faults: { route: '/people/import/:id/faults.csv', to: (id: string) => `/people/import/${id}/faults.csv` },
} as const
