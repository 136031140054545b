import type { NamedHome } from '#areas/records/index.ts'
import { paths } from './paths.ts'

/** Where lists of incidents get a name. */
export const savedHome: NamedHome = {
  list: 'incident',
  title: 'Incidents',
  href: paths.list.to,
  saved: '/incidents/saved',
}
