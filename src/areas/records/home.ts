import type { Audience } from '#core/actor.ts'
import { type Telling, tellingValue } from '#pack/engines/flow/tells.ts'

interface Address<T extends readonly string[]> {
  readonly route: string
  readonly to: (...ids: T) => string
}

/** Where the pages of records stand, and what they call one: an area with pages of its own for a kind has a home of its own. */
export interface RecordHome {
  /** The first part of the audit names. */
  readonly audit: string
  /** Whether records of a kind stand here; elsewhere they are not found under these addresses. */
  readonly owns: (kind: string) => boolean
  /** What one is called in sentences. */
  readonly noun: string
  /** Who may come to the pages at all; row policies decide who sees what. */
  readonly access: readonly Audience[]
  /** The list that a record stands in. */
  readonly list: (kind: string) => string
  readonly paths: {
    readonly show: Address<[string]>
    readonly step: Address<[string, string]>
    readonly form: Address<[string]>
    readonly people: Address<[string]>
    readonly removePerson: Address<[string, string]>
    readonly void: Address<[string]>
    readonly move: Address<[string, string]>
    readonly close: Address<[string]>
    readonly reopen: Address<[string]>
    readonly walls: Address<[string]>
    readonly liftWall: Address<[string, string]>
    readonly looks: Address<[string]>
    readonly why: Address<[string]>
    /** Where it is written down that somebody was told; of whom, when that is known. */
    readonly told: { readonly route: string; readonly to: (id: string, telling?: Telling) => string }
    readonly contact: Address<[string, string]>
    readonly contactAnew: Address<[string, string]>
  }
  /** What is sent to a body outside, where an area makes it ready. */
  readonly referral?: (id: string, party: string) => string
}

/** The addresses under a place such as `/incidents/:id`, which ends with the record's id. */
export function addressesUnder(route: string): RecordHome['paths'] {
  const show = (id: string) => route.replace(':id', id)
  const under = (words: string) => ({ route: `${route}/${words}`, to: (id: string) => `${show(id)}/${words}` })
  return {
    show: { route, to: show },
    step: {
      route: `${route}/steps/:step`,
      to: (id, step) => `${show(id)}/steps/${encodeURIComponent(step)}`,
    },
    form: under('form'),
    people: under('people'),
    removePerson: {
      route: `${route}/people/:person/remove`,
      to: (id, person) => `${show(id)}/people/${person}/remove`,
    },
    void: under('void'),
    move: { route: `${route}/move/:flow`, to: (id, flow) => `${show(id)}/move/${flow}` },
    close: under('close'),
    reopen: under('reopen'),
    walls: under('walls'),
    liftWall: { route: `${route}/walls/:wall/lift`, to: (id, wall) => `${show(id)}/walls/${wall}/lift` },
    looks: under('looks'),
    why: under('why'),
    told: {
      route: `${route}/told`,
      to: (id, telling) =>
        `${show(id)}/told${telling === undefined ? '' : `?to=${encodeURIComponent(tellingValue(telling))}`}`,
    },
    contact: { route: `${route}/told/:contact`, to: (id, contact) => `${show(id)}/told/${contact}` },
    contactAnew: { route: `${route}/told/:contact/anew`, to: (id, contact) => `${show(id)}/told/${contact}/anew` },
  }
}
