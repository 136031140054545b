const signIn = '/sign-in'

/** Signing in and out, and the page about oneself. */
export const paths = {
  home: { route: '/', to: () => '/' },
  signIn: { route: signIn, to: (next?: string | null) => withNext(signIn, next) },
  signInAs: { route: '/sign-in/as', to: () => '/sign-in/as' },
  otherWays: { route: '/sign-in/ways', to: (next?: string | null) => withNext('/sign-in/ways', next) },
  card: { route: '/sign-in/card', to: (next?: string | null) => withNext('/sign-in/card', next) },
  mail: { route: '/sign-in/mail', to: (next?: string | null) => withNext('/sign-in/mail', next) },
  password: { route: '/sign-in/password', to: (next?: string | null) => withNext('/sign-in/password', next) },
  link: { route: '/sign-in/link', to: () => '/sign-in/link' },
  /** Where the code of a printed letter is typed. */
  letter: { route: '/sign-in/letter', to: (next?: string | null) => withNext('/sign-in/letter', next) },
  letters: { route: '/letters', to: () => '/letters' },
  lettersToStaff: { route: '/letters/staff', to: () => '/letters/staff' },
  lettersOfClass: { route: '/letters/:classId', to: (classId: string) => `/letters/${classId}` },
  /** Of the area `set-up`: the only page of an empty installation. */
  setUp: { route: '/set-up', to: () => '/set-up' },
  kept: { route: '/sign-in/kept', to: () => '/sign-in/kept' },
  signOut: { route: '/sign-out', to: () => '/sign-out' },
  signOutEverywhere: { route: '/sign-out/everywhere', to: () => '/sign-out/everywhere' },
  you: { route: '/you', to: () => '/you' },
  yourPassword: { route: '/you/password', to: () => '/you/password' },
  yourPlace: { route: '/you/place', to: () => '/you/place' },
  cards: { route: '/classes/cards', to: () => '/classes/cards' },
  cardsOfClass: { route: '/classes/cards/:classId', to: (classId: string) => `/classes/cards/${classId}` },
  revokeCard: { route: '/classes/cards/:classId/revoke', to: (classId: string) => `/classes/cards/${classId}/revoke` },
} as const

function withNext(path: string, next: string | null | undefined): string {
  return next === null || next === undefined ? path : `${path}?next=${encodeURIComponent(next)}`
}
