import type { Example } from '../example.ts'
import { NotificationBanner } from './notification-banner.tsx'

/** Something to know, and something done. */
export const examples: readonly Example[] = [
  {
    name: 'To know',
    node: <NotificationBanner titleId="banner-know" text="The head has changed the day of the signing." />,
  },
  {
    name: 'Done',
    node: (
      <NotificationBanner
        type="success"
        titleId="banner-done"
        title="Done"
        disableAutoFocus
        text="The case is closed, and the reporter has an answer."
      />
    ),
  },
]
