/** Every address of the policy: the promise board and one clause. The text is shown by the area publication. */
export const paths = {
  text: { to: () => '/policy' },
  board: { route: '/policy/board', to: (query = '') => `/policy/board${query}` },
  boardCsv: { route: '/policy/board.csv', to: () => '/policy/board.csv' },
  clause: { route: '/policy/clauses/:clause', to: (clause: string) => `/policy/clauses/${encodeURIComponent(clause)}` },
  /** The clause in the text, for everybody. */
  clauseText: { to: (clause: string) => `/policy#${encodeURIComponent(clause)}` },
  documents: { route: '/policy/documents', to: () => '/policy/documents' },
  attach: {
    route: '/policy/documents/:document/attach',
    to: (document: string, token?: string) =>
      `/policy/documents/${document}/attach${token === undefined ? '' : `?token=${encodeURIComponent(token)}`}`,
  },
  documentFile: {
    route: '/policy/documents/:document/files/:file',
    to: (document: string, file: string) => `/policy/documents/${document}/files/${file}`,
  },
  /** Who holds the posts: for those who keep the policy, and for everybody. */
  posts: { to: () => '/policy/posts' },
  who: { to: () => '/policy/who' },
} as const
