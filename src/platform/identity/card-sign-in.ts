import { forgetTries, giveTryBack } from './attempts.ts'
import { readCode } from './card-code.ts'
import { hashOf } from './cards.ts'
import type { IdentityContext } from './context.ts'
import type { Concerned, SignInOptions, SignInResult, TooMany } from './sign-in.ts'
import { mayTry, openBy, tellFailed } from './sign-in.ts'

/** Signs a pupil in with the code of the class and the code on their own card. */
export async function signInWithCard(
  identity: IdentityContext,
  input: { classCode: string; cardCode: string } & SignInOptions,
): Promise<SignInResult> {
  const classCode = readCode(input.classCode)
  const cardCode = readCode(input.cardCode)
  if (classCode === null || cardCode === null) return { kind: 'wrong' }
  const tooMany = await countTry(identity, classCode, cardCode)
  if (tooMany !== null) return tooMany
  const card = await holderOf(identity, classCode, cardCode)
  if (card !== undefined) {
    const wished = { organisationId: card.organisation_id, personId: card.person_id }
    const session = await openBy(identity, 'card', { ...input, wished, only: true }, async () =>
      (await identity.auth()).api.openSessionFor({ body: { userId: card.user_id } }),
    )
    if (session !== null) {
      await giveTryBack(identity, 'class', classCode)
      await forgetTries(identity, 'card', `${classCode}:${cardCode}`)
      return { kind: 'signed-in', session }
    }
  }
  await tellFailed(identity, 'card', await organisationsWith(identity, classCode))
  return { kind: 'wrong' }
}

async function countTry(identity: IdentityContext, classCode: string, cardCode: string): Promise<TooMany | null> {
  const concerned = () => organisationsWith(identity, classCode)
  return (
    (await mayTry(identity, 'class', classCode, concerned)) ??
    (await mayTry(identity, 'card', `${classCode}:${cardCode}`, concerned))
  )
}

const holderOf = (identity: IdentityContext, classCode: string, cardCode: string) =>
  identity.db
    .selectFrom('identity.card as c')
    .innerJoin('identity.link as l', (join) =>
      join.onRef('l.organisation_id', '=', 'c.organisation_id').onRef('l.person_id', '=', 'c.person_id'),
    )
    .select(['c.organisation_id', 'c.person_id', 'l.user_id'])
    .where('c.class_code', '=', classCode)
    .where('c.code_hash', '=', hashOf(identity, classCode, cardCode))
    .where('c.revoked_at', 'is', null)
    .executeTakeFirst()

async function organisationsWith(identity: IdentityContext, classCode: string): Promise<Concerned[]> {
  const rows = await identity.db
    .selectFrom('identity.card')
    .select('organisation_id')
    .distinct()
    .where('class_code', '=', classCode)
    .where('revoked_at', 'is', null)
    .execute()
  return rows.map((row) => ({ organisationId: row.organisation_id }))
}
