/** Setting up an empty installation. */
export const paths = {
  setUp: { route: '/set-up', to: () => '/set-up' },
} as const
