import type { Actor } from '#core/actor.ts'
import { isUuid } from '#core/ids.ts'

/**
 * The statements that open a transaction as an actor.
 *
 * `set local` takes no parameters, and `set_config()` does not reach the workers of a sharded database,
 * so the text is built here, from UUIDs and a closed list only. This is the one place in `src` that builds SQL text.
 * @throws TypeError when an id is not a UUID.
 */
export function beginAs(actor: Actor): string {
  const person = actor.kind === 'person' ? uuid(actor.personId) : ''
  const concern = actor.kind === 'anonymous' && actor.concernId !== undefined ? uuid(actor.concernId) : ''
  return [
    'begin',
    `set local app.organisation_id = '${uuid(actor.organisationId)}'`,
    `set local app.actor_kind = '${kindOf(actor)}'`,
    `set local app.person_id = '${person}'`,
    `set local app.concern_id = '${concern}'`,
  ].join('; ')
}

const kindOf = (actor: Actor): 'person' | 'anonymous' | 'system' => {
  if (actor.kind === 'person' || actor.kind === 'anonymous' || actor.kind === 'system') return actor.kind
  throw new TypeError('an actor of no known kind')
}

function uuid(text: string): string {
  if (!isUuid(text)) throw new TypeError('an id that is not a UUID')
  return text
}

/** The statement that lets the software itself act for a moment inside a person's transaction. */
export const ACT_AS_SYSTEM = "set local app.actor_kind = 'system'"

/** The statement that gives the transaction back to its actor. */
export const actAgainAs = (actor: Actor): string => `set local app.actor_kind = '${kindOf(actor)}'`
