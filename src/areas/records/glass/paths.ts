/** Where somebody opens a record in an emergency, and where such openings are looked at. */
export const glassPaths = {
  all: { route: '/break-glass', to: () => '/break-glass' },
  one: { route: '/break-glass/:id', to: (id: string) => `/break-glass/${id}` },
  back: { route: '/break-glass/:id/back', to: (id: string) => `/break-glass/${id}/back` },
} as const

/** Where one opening is looked at. */
export const glassPath = glassPaths.one.to
