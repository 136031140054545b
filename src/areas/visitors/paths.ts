/** Every address of the visitors. */
export const paths = {
  list: { route: '/visitors', to: () => '/visitors' },
  add: { route: '/visitors/new', to: () => '/visitors/new' },
  welcome: { route: '/visitors/:id', to: (id: string) => `/visitors/${id}` },
  leave: { route: '/visitors/:id/leave', to: (id: string) => `/visitors/${id}/leave` },
} as const
