/** Every address of retention. */
export const paths = {
  all: { route: '/retention', to: () => '/retention' },
  one: { route: '/retention/:id', to: (id: string) => `/retention/${id}` },
} as const
