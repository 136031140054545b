/** Every address of the incidents. */
export const paths = {
  list: { route: '/incidents', to: (query = '') => `/incidents${query}` },
  csv: { route: '/incidents.csv', to: (query = '') => `/incidents.csv${query}` },
  print: { route: '/incidents/print', to: (query = '') => `/incidents/print${query}` },
  chosen: { route: '/incidents/chosen', to: () => '/incidents/chosen' },
  open: {
    route: '/incidents/new',
    to: (concern?: string) => (concern === undefined ? '/incidents/new' : `/incidents/new?concern=${concern}`),
  },
  show: { route: '/incidents/:id', to: (id: string) => `/incidents/${id}` },
  step: {
    route: '/incidents/:id/steps/:step',
    to: (id: string, step: string) => `/incidents/${id}/steps/${encodeURIComponent(step)}`,
  },
  people: { route: '/incidents/:id/people', to: (id: string) => `/incidents/${id}/people` },
  removePerson: {
    route: '/incidents/:id/people/:person/remove',
    to: (id: string, person: string) => `/incidents/${id}/people/${person}/remove`,
  },
  teacher: { route: '/incidents/:id/teacher', to: (id: string) => `/incidents/${id}/teacher` },
  void: { route: '/incidents/:id/void', to: (id: string) => `/incidents/${id}/void` },
  notes: { route: '/notes', to: () => '/notes' },
  note: { route: '/notes/:id', to: (id: string) => `/notes/${id}` },
  move: { route: '/incidents/:id/move', to: (id: string) => `/incidents/${id}/move` },
  close: { route: '/incidents/:id/close', to: (id: string) => `/incidents/${id}/close` },
} as const
