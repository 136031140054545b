import { isHeld, type People } from './desired.ts'
import type { PeoplePlan } from './plan-people.ts'
import type { PersonChange } from './plan-types.ts'

/** From how many leavers on, and from which share of everybody, a plan looks like half a file. */
const MANY = 20
const SHARE = 0.25

/** What a person should look at before applying a plan, although no row is wrong. */
export function warningsFor(people: People, plan: PeoplePlan): string[] {
  const { roster, current } = people
  const here = current.people.filter(({ ended }) => !ended).length
  const left = plan.leavers.length
  const others = plan.changes.filter(isSomebodyElse).length
  const later = beginLater(people)
  return [
    left > MANY && left > here * SHARE && `${left} of ${here} people would leave. Is this the whole list?`,
    others > 0 && `${are(others, 'person gets', 'people get')} a new first and family name. Was an id used again?`,
    roster.unread.somebody && 'A row does not say whom it is about, so nobody is ended by this import.',
    later > 0 && `${are(later, 'person begins', 'people begin')} on a later day. Import again on that day or after it.`,
    ...plan.leavers.map(({ name, posts }) => posts.length > 0 && `${name} leaves and holds: ${sayPosts(posts)}.`),
  ].filter((warning) => warning !== false)
}

/** Posts as words: a pack names them with underscores. */
export const sayPosts = (posts: readonly string[]): string => posts.map((post) => post.replaceAll('_', ' ')).join(', ')

const are = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`

const isSomebodyElse = ({ fields }: PersonChange): boolean =>
  fields.some(({ field }) => field === 'givenName') && fields.some(({ field }) => field === 'familyName')

const beginLater = ({ roster, today }: People): number =>
  roster.people.filter(
    ({ posts }) => posts.some(({ startsOn }) => (startsOn ?? '') > today) && !posts.some((post) => isHeld(post, today)),
  ).length
