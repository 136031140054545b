import { holdersAt } from '#areas/notices/index.ts'
import { readGuardians } from '#areas/people/index.ts'
import { readSettings, textOf } from '#areas/policy/index.ts'
import { partsOf } from '#pack/types/parts.ts'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf, nowIn } from '#platform/database/tx.ts'
import { wallsOf } from '../queries/walls-of.ts'
import type { Carrying } from './carry-one.ts'

/** Somebody to whom a letter goes; without an address it goes on paper. */
export interface LetterReader {
  readonly personId: string | null
  readonly name: string
  readonly email: string | null
}

/** Whom a letter is written to. Whoever stands behind a wall of the case gets it on paper. Runs as the system. */
export async function letterReaders(
  tx: Tx,
  { policy, record }: Carrying,
  to: string,
  about: string | null,
): Promise<LetterReader[]> {
  const party = partsOf(to)
  const people =
    to === 'opener'
      ? [record.opened_by]
      : to === 'parents'
        ? await parentsOf(tx, about)
        : party === null
          ? [about]
          : ((await holdersAt(tx, record.school_id))[to] ?? [])
  const known = await read(
    tx,
    people.filter((one) => one !== null && isId(one)),
  )
  const walled = new Set(await wallsOf(tx, record.id))
  const found = known.map((one) => (one.personId !== null && walled.has(one.personId) ? { ...one, email: null } : one))
  if (found.length > 0) return found
  if (party !== null)
    return [{ personId: null, name: textOf(policy.pack.parties[party.id]?.says ?? party.id), email: null }]
  const described = about?.startsWith('described:') ? about.slice('described:'.length) : null
  return described === null || to === 'parents' ? [] : [{ personId: null, name: described, email: null }]
}

const isId = (text: string | null): text is string => text !== null && /^[0-9a-f-]{36}$/.test(text)

async function parentsOf(tx: Tx, child: string | null): Promise<string[]> {
  if (!isId(child)) return []
  const { zone } = await readSettings(tx)
  const today = nowIn(tx).toZonedDateTimeISO(zone).toPlainDate().toString()
  const guardians = (await readGuardians(tx, [child])).get(child) ?? []
  return guardians
    .filter((one) => one.parentalResponsibility && one.from <= today && (one.until === null || one.until > today))
    .map((one) => one.person)
}

async function read(tx: Tx, ids: readonly (string | null)[]): Promise<LetterReader[]> {
  const wanted = [...new Set(ids.filter(isId))]
  if (wanted.length === 0) return []
  const rows = await tx
    .selectFrom('app.person')
    .select(['id', 'given_name', 'family_name', 'preferred_name', 'email'])
    .where('organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('id', 'in', wanted)
    .orderBy('family_name')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    personId: row.id,
    name: `${row.preferred_name || row.given_name} ${row.family_name}`.trim(),
    email: row.email,
  }))
}
