import type { Example } from '../example.ts'

/** Components that are shown together, each by the name of its folder. */
export interface PartGroup {
  readonly title: string
  readonly about: string
  readonly parts: Readonly<Record<string, readonly Example[]>>
}
