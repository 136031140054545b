/** Every address of the notices. */
export const paths = {
  list: { route: '/notices', to: (view?: 'all') => (view === undefined ? '/notices' : '/notices?view=all') },
  read: { route: '/notices/read', to: () => '/notices/read' },
  outbox: { route: '/outbox', to: (page = 1) => (page === 1 ? '/outbox' : `/outbox?page=${page}`) },
} as const
