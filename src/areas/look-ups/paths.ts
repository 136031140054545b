/** Every address of the look-ups. */
export const paths = {
  ask: { route: '/may-i', to: (query = '') => `/may-i${query}` },
  answer: {
    route: '/may-i/:table',
    to: (table: string, given: Readonly<Record<string, string>> = {}) => {
      const query = new URLSearchParams(given).toString()
      return `/may-i/${table}${query === '' ? '' : `?${query}`}`
    },
  },
  whole: { route: '/may-i/:table/all', to: (table: string) => `/may-i/${table}/all` },
  who: { route: '/policy/who', to: () => '/policy/who' },
  help: { route: '/policy/help', to: () => '/policy/help' },
  law: { route: '/policy/law', to: () => '/policy/law' },
} as const

/** Where a clause is read: staff and governors see how it stands, everybody else its text. */
export const clauseHref = (clause: string, staff: boolean): string =>
  staff ? `/policy/clauses/${encodeURIComponent(clause)}` : `/policy#${encodeURIComponent(clause)}`
