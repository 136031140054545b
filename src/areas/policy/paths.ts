/** Every address of the policy: its text, the promise board, and one clause. */
export const paths = {
  text: { route: '/policy', to: () => '/policy' },
  board: { route: '/policy/board', to: (query = '') => `/policy/board${query}` },
  boardCsv: { route: '/policy/board.csv', to: () => '/policy/board.csv' },
  clause: { route: '/policy/clauses/:clause', to: (clause: string) => `/policy/clauses/${encodeURIComponent(clause)}` },
} as const
