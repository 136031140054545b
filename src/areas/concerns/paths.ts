/** Every address of the concerns: the public ones, the signed-in ones, and those of whoever looks after them. */
export const paths = {
  who: { route: '/at/:organisation/tell', to: (slug: string) => `/at/${slug}/tell` },
  tellAs: {
    route: '/at/:organisation/tell/:teller',
    to: (slug: string, teller: string) => `/at/${slug}/tell/${teller}`,
  },
  help: {
    route: '/at/:organisation/tell/:teller/help',
    to: (slug: string, teller: string) => `/at/${slug}/tell/${teller}/help`,
  },
  back: { route: '/at/:organisation/tell/back', to: (slug: string) => `/at/${slug}/tell/back` },
  write: { route: '/at/:organisation/tell/back/write', to: (slug: string) => `/at/${slug}/tell/back/write` },
  tell: { route: '/tell', to: () => '/tell' },
  tellNamed: { route: '/tell/named', to: () => '/tell/named' },
  mine: { route: '/tell/mine/:id', to: (id: string) => `/tell/mine/${id}` },
  list: { route: '/concerns', to: (query = '') => `/concerns${query}` },
  csv: { route: '/concerns.csv', to: (query = '') => `/concerns.csv${query}` },
  print: { route: '/concerns/print', to: (query = '') => `/concerns/print${query}` },
  chosen: { route: '/concerns/chosen', to: () => '/concerns/chosen' },
  show: { route: '/concerns/:id', to: (id: string) => `/concerns/${id}` },
  call: { route: '/concerns/:id/call', to: (id: string) => `/concerns/${id}/call` },
  take: { route: '/concerns/:id/take', to: (id: string) => `/concerns/${id}/take` },
  reply: { route: '/concerns/:id/reply', to: (id: string) => `/concerns/${id}/reply` },
  note: { route: '/concerns/:id/note', to: (id: string) => `/concerns/${id}/note` },
  staff: { route: '/concerns/:id/staff', to: (id: string) => `/concerns/${id}/staff` },
  close: { route: '/concerns/:id/close', to: (id: string) => `/concerns/${id}/close` },
} as const
