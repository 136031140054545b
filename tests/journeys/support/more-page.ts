import type { PersonActor } from '#core/actor.ts'

/** A page that nobody in the world of the routes can open, because that lacks what the page is about. */
export interface MorePage {
  readonly route: string
  readonly path: string
  readonly as: PersonActor | null
}

/** The first address on a page that looks so. */
export function linkOn(html: string, address: RegExp): string {
  const found = new RegExp(`(?:href|action)="(${address.source})"`).exec(html)?.[1]
  if (found === undefined) throw new Error(`the page leads to nothing like ${address.source}`)
  return found
}
