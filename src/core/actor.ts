/** Who acts. A signed-in person, nobody in particular, or the software itself on behalf of one organisation. */
export type Actor = PersonActor | AnonymousActor | SystemActor

/** A person of the organisation, as established by their session. */
export interface PersonActor {
  readonly kind: 'person'
  readonly organisationId: string
  readonly personId: string
  /** How the session shows the person: pupils get other words and pages than staff. */
  readonly audience: Audience
}

/** Somebody who has not said who they are: public pages and anonymous reports. Sees only what is public. */
export interface AnonymousActor {
  readonly kind: 'anonymous'
  readonly organisationId: string
  /** The concern that a receipt opened, if one was shown. */
  readonly concernId?: string
}

/** A named part of the software at work for one organisation, such as `system/standings`. */
export interface SystemActor {
  readonly kind: 'system'
  readonly organisationId: string
  readonly name: string
}

export type Audience = 'pupil' | 'parent' | 'staff' | 'governor' | 'visitor'

/** The software at work in one organisation; `name` appears in the ledger. */
export const systemActor = (organisationId: string, name: string): SystemActor => ({
  kind: 'system',
  organisationId,
  name,
})

/** An actor about whom nothing is known, for public and anonymous pages. */
export const anonymousActor = (organisationId: string): AnonymousActor => ({ kind: 'anonymous', organisationId })

/** The person behind an actor, or null for anonymous and system actors. */
export const personOf = (actor: Actor): string | null => (actor.kind === 'person' ? actor.personId : null)
