const under = (rest: string) => ({
  route: `/policy/drafts/:draft${rest}`,
  to: (draft: string, query = '') => `/policy/drafts/${draft}${rest}${query}`,
})

/** Every address of the drafts of a policy, those of the areas that work on a draft among them. */
export const paths = {
  list: { route: '/policy/drafts', to: () => '/policy/drafts' },
  begin: { route: '/policy/drafts/new', to: (query = '') => `/policy/drafts/new${query}` },
  document: {
    route: '/policy/drafts/new/document',
    to: (token = '') => `/policy/drafts/new/document${token === '' ? '' : `?token=${encodeURIComponent(token)}`}`,
  },
  /** Who holds the posts of the version in force. */
  postsInForce: { route: '/policy/posts', to: () => '/policy/posts' },
  /** Changes that were suggested, and one of them. */
  suggestions: { route: '/policy/suggestions', to: () => '/policy/suggestions' },
  suggestion: { route: '/policy/suggestions/:id', to: (id: string) => `/policy/suggestions/${id}` },
  /** What was sent to whoever looks, for them to confirm. */
  toConfirm: { route: '/policy/to-confirm', to: () => '/policy/to-confirm' },
  /** The draft with what is still to do. */
  show: under(''),
  settle: under('/settle'),
  posts: under('/posts'),
  preview: under('/preview'),
  proposals: under('/proposals'),
  faults: under('/faults'),
  setAside: under('/set-aside'),
  takeUp: under('/take-up'),
  overlays: under('/schools'),
  take: under('/take'),
  dropped: under('/left-out'),
  edit: under('/edit'),
  /** One part of a draft with its form. */
  part: {
    route: '/policy/drafts/:draft/edit/part',
    to: (draft: string, place: string) => `/policy/drafts/${draft}/edit/part?at=${encodeURIComponent(place)}`,
  },
  history: under('/history'),
  yaml: under('/yaml'),
  consultation: under('/consultation'),
  approval: under('/approval'),
  publish: under('/publish'),
  changes: under('/changes'),
} as const
