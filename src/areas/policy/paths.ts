/** Every address of the policy: the promise board and one clause. The text is shown by the area publication. */
export const paths = {
  text: { to: () => '/policy' },
  board: { route: '/policy/board', to: (query = '') => `/policy/board${query}` },
  boardCsv: { route: '/policy/board.csv', to: () => '/policy/board.csv' },
  clause: { route: '/policy/clauses/:clause', to: (clause: string) => `/policy/clauses/${encodeURIComponent(clause)}` },
} as const
