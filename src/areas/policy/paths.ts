/** Every address of the policy: the promise board and one clause. The text is shown by the area publication. */
export const paths = {
  text: { to: () => '/policy' },
  board: { route: '/policy/board', to: (query = '') => `/policy/board${query}` },
  boardCsv: { route: '/policy/board.csv', to: () => '/policy/board.csv' },
  clause: { route: '/policy/clauses/:clause', to: (clause: string) => `/policy/clauses/${encodeURIComponent(clause)}` },
  /** Who holds the posts: for those who keep the policy, and for everybody. */
  posts: { to: () => '/policy/posts' },
  who: { to: () => '/policy/who' },
} as const
