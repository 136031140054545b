/** Signing in and out. */
export const paths = {
  home: { route: '/', to: () => '/' },
  signIn: { route: '/sign-in', to: () => '/sign-in' },
  signInAs: { route: '/sign-in/as', to: () => '/sign-in/as' },
  signOut: { route: '/sign-out', to: () => '/sign-out' },
  signOutEverywhere: { route: '/sign-out/everywhere', to: () => '/sign-out/everywhere' },
} as const
