import type { IdentityContext } from './context.ts'

/** Why somebody gets no letter: they have a password, or their sign-in opens another organisation too. */
export type NoLetter = 'password' | 'elsewhere'

/**
 * Who may not get a letter. Somebody with a password needs none: a letter would let whoever prints it in beside them. And
 * an administrator of one organisation must not get the keys of another.
 */
export async function whyNoLetter(
  identity: IdentityContext,
  organisationId: string,
  personIds: readonly string[],
): Promise<Map<string, NoLetter>> {
  if (personIds.length === 0) return new Map()
  const rows = await identity.db
    .selectFrom('identity.link as l')
    .select((link) => [
      'l.person_id',
      link
        .exists(link.selectFrom('identity.account as a').select('a.id').whereRef('a.user_id', '=', 'l.user_id'))
        .as('password'),
      link
        .exists(
          link
            .selectFrom('identity.link as other')
            .select('other.person_id')
            .whereRef('other.user_id', '=', 'l.user_id')
            .whereRef('other.organisation_id', '<>', 'l.organisation_id')
            .where('other.ended_at', 'is', null),
        )
        .as('elsewhere'),
    ])
    .where('l.organisation_id', '=', organisationId)
    .where('l.person_id', 'in', personIds)
    .execute()
  const why = new Map<string, NoLetter>()
  for (const row of rows) {
    if (row.elsewhere) why.set(row.person_id, 'elsewhere')
    if (row.password) why.set(row.person_id, 'password')
  }
  return why
}
