import type { NamedHome } from '#areas/records/index.ts'
import { paths } from './paths.ts'

/** Where lists of concerns get a name. */
export const savedHome: NamedHome = {
  list: 'concern',
  title: 'Concerns',
  href: paths.list.to,
  saved: '/concerns/saved',
}
