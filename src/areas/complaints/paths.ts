/** Every address of the complaints about how a case was handled. */
export const paths = {
  all: { route: '/complaints', to: () => '/complaints' },
  make: {
    route: '/complaints/new',
    to: (reference = '') => `/complaints/new${reference === '' ? '' : `?case=${encodeURIComponent(reference)}`}`,
  },
  one: { route: '/complaints/:id', to: (id: string) => `/complaints/${id}` },
} as const
