import { Refused } from '#core/errors.ts'
import { newLetterCode, readCode } from './card-code.ts'
import type { IdentityContext } from './context.ts'
import type { Place } from './opening.ts'
import { makePass, usePass } from './passes.ts'
import type { SignInOptions, SignInResult } from './sign-in.ts'
import { ensureIn } from './users.ts'
import { whyNoLetter } from './why-no-letter.ts'

/** Long enough for a school bag and a weekend; each letter works once. */
const LETTER_LIVES = Temporal.Duration.from({ hours: 24 * 14 })

/** A letter as it is handed over: the code is shown now and never again. */
export interface IssuedLetter extends Place {
  readonly code: string
  readonly expiresAt: Temporal.Instant
}

/**
 * Issues a letter inside the transaction that writes down who did; the one before stops working.
 * @throws Refused for somebody who may not get one: see `whyNoLetter`.
 */
export async function issueLetter(
  identity: IdentityContext,
  person: Place & { readonly email: string | null },
): Promise<IssuedLetter> {
  const { organisationId, personId } = person
  const userId = await ensureIn(identity, person)
  const why = (await whyNoLetter(identity, organisationId, [personId])).get(personId)
  if (why !== undefined) throw new Refused(`identity.letter.${why}`)
  await identity.db
    .deleteFrom('identity.pass')
    .where('kind', '=', 'letter')
    .where('organisation_id', '=', organisationId)
    .where('person_id', '=', personId)
    .execute()
  const code = newLetterCode()
  const place = { organisationId, personId }
  await makePass(identity, { kind: 'letter', token: readCode(code) ?? '', userId, place, lives: LETTER_LIVES })
  return { ...place, code, expiresAt: identity.clock.now().add(LETTER_LIVES) }
}

/** The letters that wait to be used, by person, with the time at which they are over. */
export async function lettersWaiting(
  identity: IdentityContext,
  organisationId: string,
  personIds: readonly string[],
): Promise<Map<string, Temporal.Instant>> {
  if (personIds.length === 0) return new Map()
  const rows = await identity.db
    .selectFrom('identity.pass')
    .select(['person_id', 'expires_at'])
    .where('kind', '=', 'letter')
    .where('organisation_id', '=', organisationId)
    .where('person_id', 'in', personIds)
    .where('expires_at', '>', identity.clock.now().toString())
    .execute()
  return new Map(
    rows.flatMap((row) =>
      row.person_id === null ? [] : [[row.person_id, Temporal.Instant.from(row.expires_at)] as const],
    ),
  )
}

/** Signs in with the code of a letter: once, as the person to whom it was addressed and nobody else. */
export async function signInWithLetter(
  identity: IdentityContext,
  input: { code: string } & SignInOptions,
): Promise<SignInResult> {
  const { code: typed, ...options } = input
  const code = readCode(typed)
  const session = code === null ? null : await usePass(identity, 'letter', code, options)
  return session === null ? { kind: 'wrong' } : { kind: 'signed-in', session }
}
