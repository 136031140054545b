import type { Tx } from '#platform/database/tx.ts'
import { contextOf } from '#platform/database/tx.ts'
import { squareOf } from '../standings/square-of.ts'
import type { StandingProof, StandingState } from '../standings/standing-source.ts'
import type { PolicyInForce } from './policy-in-force.ts'

/** A clause with its square. `notyet`: no control of it is built. */
export interface BoardClause {
  readonly id: string
  readonly section: string
  readonly says: string
  readonly kind: string
  readonly strength: 'must' | 'should' | 'may'
  readonly state: StandingState | 'notyet'
  readonly proof: StandingProof | null
  /** The sentences of its controls. */
  readonly because: string
  readonly since: Temporal.Instant | null
  readonly keptBy: readonly string[]
  readonly planned: readonly string[]
}

/** Every clause of the version in the policy's order, each with its square. Two queries, whatever the number of clauses. */
export async function readBoard(tx: Tx, policy: PolicyInForce): Promise<BoardClause[]> {
  const organisationId = contextOf(tx).actor.organisationId
  const clauses = await tx
    .selectFrom('app.clause')
    .select(['id', 'section', 'says', 'kind', 'strength', 'kept_by', 'planned'])
    .where('organisation_id', '=', organisationId)
    .where('policy_version_id', '=', policy.id)
    .orderBy('position')
    .execute()
  const byControl = await readStandings(tx, policy)
  return clauses.map((clause) => {
    const own = clause.kept_by.flatMap((ref) => byControl.get(ref) ?? [])
    const square = squareOf(clause, own)
    return {
      id: clause.id,
      section: clause.section,
      says: clause.says,
      kind: clause.kind,
      strength: clause.strength as BoardClause['strength'],
      keptBy: clause.kept_by,
      planned: clause.planned,
      ...square,
    }
  })
}

/** The stored standing of one control. */
export interface StoredStanding {
  readonly control: string
  readonly state: StandingState
  readonly proof: StandingProof | null
  readonly says: string
  readonly since: string | null
}

/** Every stored standing of the version by its control. */
export async function readStandings(tx: Tx, policy: PolicyInForce): Promise<ReadonlyMap<string, StoredStanding>> {
  const rows = await tx
    .selectFrom('app.standing')
    .select(['control', 'state', 'proof', 'says', 'since'])
    .where('organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('policy_version_id', '=', policy.id)
    .execute()
  // The columns' checks hold them to these words.
  return new Map(
    rows.map((row) => [
      row.control,
      { ...row, state: row.state as StandingState, proof: row.proof as StandingProof | null },
    ]),
  )
}
