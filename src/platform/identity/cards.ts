import { BadInput } from '#core/errors.ts'
import { newId } from '#core/ids.ts'
import { newCardCode, readCode } from './card-code.ts'
import type { IdentityContext } from './context.ts'
import { tellEvents } from './events.ts'
import type { Place } from './opening.ts'
import { ensureIn } from './users.ts'

/** Whose card, and for which class. */
export interface CardHolder extends Place {
  readonly classCode: string
}

/** A card as it is handed over: the code is shown now and never again. */
export interface IssuedCard {
  readonly cardId: string
  readonly classCode: string
  readonly cardCode: string
}

/** A card in use. */
export interface Card extends CardHolder {
  readonly cardId: string
  readonly issuedAt: Temporal.Instant
}

/**
 * Issues a card; the one that the person had for this class stops working.
 * @throws BadInput when the class code cannot be one.
 */
export async function issueCard(identity: IdentityContext, holder: CardHolder): Promise<IssuedCard> {
  const classCode = readCode(holder.classCode)
  if (classCode === null) throw new BadInput('identity.class.code')
  const card = { cardId: newId(identity.clock), classCode, cardCode: newCardCode() }
  const code = readCode(card.cardCode) ?? ''
  await identity.db.transaction().execute(async (tx) => {
    const inside = { ...identity, db: tx }
    await ensureLinked(inside, holder)
    await revokeWhere(inside, holder.organisationId, { personId: holder.personId, classCode })
    await tx
      .insertInto('identity.card')
      .values({
        id: card.cardId,
        organisation_id: holder.organisationId,
        person_id: holder.personId,
        class_code: classCode,
        code_hash: hashOf(identity, classCode, code),
        issued_at: identity.clock.now().toString(),
      })
      .execute()
    await tellEvents(tx, identity.clock, [
      {
        code: 'identity.card_issued',
        organisationId: holder.organisationId,
        personId: holder.personId,
        details: { card: card.cardId, class: classCode },
      },
    ])
  })
  return card
}

/** What the database knows of a code. The class is part of it: a card opens nothing in another class. */
export const hashOf = (identity: IdentityContext, classCode: string, code: string): string =>
  identity.secrets.hash('card', `${classCode}:${code}`)

/** Stops a card, and ends the sessions that it opened. Says whether there was one. */
export const revokeCard = (identity: IdentityContext, organisationId: string, cardId: string): Promise<boolean> =>
  identity.db.transaction().execute(async (tx) => {
    const revoked = await revokeWhere({ ...identity, db: tx }, organisationId, { cardId })
    return revoked > 0
  })

/** The cards in use in an organisation, of one class or all. */
export async function cardsOf(identity: IdentityContext, organisationId: string, classCode?: string): Promise<Card[]> {
  const code = classCode === undefined ? undefined : (readCode(classCode) ?? '')
  const rows = await identity.db
    .selectFrom('identity.card')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .where('revoked_at', 'is', null)
    .$if(code !== undefined, (query) => query.where('class_code', '=', code ?? ''))
    .orderBy('issued_at')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    cardId: row.id,
    organisationId: row.organisation_id,
    personId: row.person_id,
    classCode: row.class_code,
    issuedAt: Temporal.Instant.from(row.issued_at),
  }))
}

/** A pupil whom nobody named to identity yet still gets a user, without an address. */
async function ensureLinked(identity: IdentityContext, place: Place): Promise<void> {
  const link = await identity.db
    .selectFrom('identity.link')
    .select('ended_at')
    .where('organisation_id', '=', place.organisationId)
    .where('person_id', '=', place.personId)
    .executeTakeFirst()
  if (link === undefined) await ensureIn(identity, { ...place, email: null })
}

async function revokeWhere(
  identity: IdentityContext,
  organisationId: string,
  which: { cardId: string } | { personId: string; classCode: string },
): Promise<number> {
  const revoked = await identity.db
    .updateTable('identity.card')
    .set({ revoked_at: identity.clock.now().toString() })
    .where('organisation_id', '=', organisationId)
    .where('revoked_at', 'is', null)
    .where((card) =>
      'cardId' in which
        ? card('id', '=', which.cardId)
        : card.and([card('person_id', '=', which.personId), card('class_code', '=', which.classCode)]),
    )
    .returning(['id', 'person_id', 'class_code'])
    .execute()
  for (const { id, person_id, class_code } of revoked) {
    await identity.db
      .deleteFrom('identity.session')
      .where('organisation_id', '=', organisationId)
      .where('person_id', '=', person_id)
      .where('method', '=', 'card')
      .execute()
    await tellEvents(identity.db, identity.clock, [
      { code: 'identity.card_revoked', organisationId, personId: person_id, details: { card: id, class: class_code } },
    ])
  }
  return revoked.length
}
