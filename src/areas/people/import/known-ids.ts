import type { CurrentPeople } from './plan-types.ts'
import type { KnownIds } from './types.ts'

/** The roster ids that an organisation has already: what a delta may refer to. */
export function knownIds({ people, classes, schools }: CurrentPeople): KnownIds {
  const ids = (things: readonly { readonly sourcedId: string | null }[]): Set<string> =>
    new Set(things.flatMap(({ sourcedId }) => sourcedId ?? []))
  return { people: ids(people), classes: ids(classes), schools: ids(schools) }
}
