import { countsAsSigned } from '#pack/engines/assents/counts-as-signed.ts'
import type { World } from '#pack/engines/judges.ts'
import type { Pack } from '#pack/types/pack.ts'
import type { Tx } from '#platform/database/tx.ts'
import { asSystem, contextOf, nowIn } from '#platform/database/tx.ts'
import { assentsAskedBy } from './assents-asked.ts'
import { linkAnswers } from './link-answers.ts'

const assentsAsked = assentsAskedBy(/signed\([^)]*?['"]assent\/([a-z0-9_]+)/g)

/**
 * Answers `signed(person, 'assent/…')` in the expressions of records. Asked as the system, because whoever takes a step may
 * not read other people's agreements: only the yes or no of the expression goes on. What nobody was asked is unknown.
 */
export async function signedNow(tx: Tx, pack: Pack, recordId: string | null): Promise<NonNullable<World['signed']>> {
  const assents = assentsAsked(pack)
  if (assents.length === 0) return () => undefined
  const rows = await asSystem(tx, () =>
    tx
      .selectFrom('app.assent_request')
      .select(['about_id', 'assent', 'state', 'valid_until'])
      .where('organisation_id', '=', contextOf(tx).actor.organisationId)
      .where('assent', 'in', assents)
      .where('state', 'not in', ['ended', 'superseded'])
      // What is asked of the people of one record counts in it alone.
      .where((where) =>
        where.or([where('record_id', 'is', null), ...(recordId === null ? [] : [where('record_id', '=', recordId)])]),
      )
      .execute(),
  )
  const now = nowIn(tx)
  const states = new Map(
    rows.map((row) => [`${row.about_id} assent/${row.assent}`, countsAsSigned(row, pack.assents[row.assent], now)]),
  )
  const byLink = await linkAnswers(tx, recordId)
  return (person, assent) => {
    const described = byLink(person, assent.replace(/^assent\//, ''))
    return described.length > 0 ? described.every((one) => one !== null) : states.get(`${person} ${assent}`)
  }
}
