import { newId } from '#core/ids.ts'
import type { IdentityContext } from './context.ts'
import type { Place, SignedIn } from './opening.ts'
import type { SignInOptions } from './sign-in.ts'
import { openBy } from './sign-in.ts'
import { whyNoLetter } from './why-no-letter.ts'

/** What a pass is: the link of a mail, or the code of a printed letter. */
export type PassKind = 'link' | 'letter'

export interface NewPass {
  readonly kind: PassKind
  readonly token: string
  readonly userId: string
  /** Only with a letter, which is one person's. */
  readonly place?: Place
  readonly lives: Temporal.Duration
}

/** Writes a pass down, as the HMAC of its token. */
export async function makePass(identity: IdentityContext, pass: NewPass): Promise<void> {
  const now = identity.clock.now()
  await identity.db
    .insertInto('identity.pass')
    .values({
      id: newId(identity.clock),
      kind: pass.kind,
      token_hash: hashOf(identity, pass.kind, pass.token),
      user_id: pass.userId,
      organisation_id: pass.place?.organisationId ?? null,
      person_id: pass.place?.personId ?? null,
      issued_at: now.toString(),
      expires_at: now.add(pass.lives).toString(),
    })
    .execute()
}

/** Signs in with a pass, which is gone then: of two at once, one is told no. Null when it is none, or over. */
export async function usePass(
  identity: IdentityContext,
  kind: PassKind,
  token: string,
  options: SignInOptions,
): Promise<SignedIn | null> {
  const pass = await identity.db
    .deleteFrom('identity.pass')
    .where('kind', '=', kind)
    .where('token_hash', '=', hashOf(identity, kind, token))
    .where('expires_at', '>', identity.clock.now().toString())
    .returning(['user_id', 'organisation_id', 'person_id'])
    .executeTakeFirst()
  if (pass === undefined) return null
  const { user_id: userId, organisation_id: organisationId, person_id: personId } = pass
  const only =
    organisationId === null || personId === null ? {} : ({ wished: { organisationId, personId }, only: true } as const)
  // Since it was printed they may have chosen a password, or been let in elsewhere.
  if (organisationId !== null && (await whyNoLetter(identity, organisationId, [personId ?? ''])).size > 0) return null
  return openBy(identity, kind, { ...options, ...only }, async () =>
    (await identity.auth()).api.openSessionFor({ body: { userId } }),
  )
}

const hashOf = (identity: IdentityContext, kind: PassKind, token: string): string =>
  identity.secrets.hash(kind === 'link' ? 'magic link' : 'letter', token)
