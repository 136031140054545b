import { readSchools } from '#areas/people/index.ts'
import type { ControlStanding, PolicyInForce } from '#areas/policy/index.ts'
import { textOf } from '#areas/policy/index.ts'
import type { AskedOne } from '#pack/engines/assents/enough.ts'
import { enoughSigned } from '#pack/engines/assents/enough.ts'
import type { Assent } from '#pack/types/assent.ts'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf, nowIn } from '#platform/database/tx.ts'
import { listOf } from './letters.ts'
import { OVER } from './request.ts'

/** How the agreements stand of which some signatures at each school are enough, by id. */
export async function enoughStandings(tx: Tx, policy: PolicyInForce): Promise<Map<string, ControlStanding>> {
  const found = new Map<string, ControlStanding>()
  const wanted = Object.entries(policy.pack.assents).filter(([, assent]) => assent.enough !== undefined)
  if (wanted.length === 0) return found
  const asked = await readAsked(
    tx,
    wanted.map(([id]) => id),
  )
  const schools = await readSchools(tx)
  for (const [id, assent] of wanted) {
    const own = asked.filter((one) => one.assent === id)
    if (own.length > 0) found.set(id, standingOf(policy, assent, own, schools))
  }
  return found
}

type AskedAt = AskedOne & { readonly assent: string; readonly schoolId: string; readonly late: boolean }

function standingOf(
  policy: PolicyInForce,
  { enough }: Assent,
  asked: readonly AskedAt[],
  schools: readonly { readonly id: string; readonly name: string }[],
): ControlStanding {
  const at = schools.map((school) => ({ school, own: asked.filter((one) => one.schoolId === school.id) }))
  const counts = { asked: asked.length, signed: asked.filter((one) => one.signed).length }
  if (enough === undefined) return { state: 'none', proof: null, says: '', counts }
  const missing = at.flatMap(({ school, own }) => {
    const stands = enoughSigned(enough, own)
    if (stands.enough) return []
    const without = stands.without.map((party) =>
      textOf(policy.pack.parties[party.slice('party/'.length)]?.says ?? party),
    )
    const who = without.length === 0 ? '' : `, without ${listOf(without)}`
    return [
      { says: `${school.name}: ${stands.signed} of at least ${enough.least}${who}`, late: own.some((one) => one.late) },
    ]
  })
  if (missing.length === 0)
    return { state: 'kept', proof: 'proved', says: `Enough have signed at every school: ${counts.signed}.`, counts }
  return {
    state: missing.some((one) => one.late) ? 'late' : 'due',
    proof: null,
    says: `Not enough have signed. ${missing.map((one) => one.says).join('; ')}.`,
    counts,
  }
}

/** Everybody who is asked now, at their school, with the posts that they hold there. */
async function readAsked(tx: Tx, assents: readonly string[]): Promise<AskedAt[]> {
  const { organisationId } = contextOf(tx).actor
  const rows = await tx
    .selectFrom('app.assent_request')
    .select(['assent', 'about_id', 'school_id', 'state', 'due_at', 'valid_until'])
    .where('organisation_id', '=', organisationId)
    .where('assent', 'in', [...assents])
    .where('state', 'not in', OVER)
    .execute()
  if (rows.length === 0) return []
  const posts = await tx
    .selectFrom('app.post_holder')
    .select(['person_id', 'post', 'school_id'])
    .where('organisation_id', '=', organisationId)
    .where('person_id', 'in', [...new Set(rows.map((row) => row.about_id))])
    .where('until_on', 'is', null)
    .execute()
  const past = (at: string | null) => at !== null && Temporal.Instant.compare(Temporal.Instant.from(at), nowIn(tx)) < 0
  return rows.map((row) => ({
    assent: row.assent,
    schoolId: row.school_id,
    signed: row.state === 'signed' && !past(row.valid_until),
    late: (row.state === 'open' || row.state === 'partly') && past(row.due_at),
    parties: posts
      .filter((one) => one.person_id === row.about_id && (one.school_id === null || one.school_id === row.school_id))
      .map((one) => `party/${one.post}`),
  }))
}
