import type { PolicyInForce } from '#areas/policy/index.ts'
import { policyInForce } from '#areas/policy/index.ts'
import type { PersonActor } from '#core/actor.ts'
import type { Sight } from '#pack/types/sight.ts'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf, nowText } from '#platform/database/tx.ts'
import { actingAs } from '../acting-as.ts'
import { partiesIn } from '../asked-of.ts'
import { ELSEWHERE, isRegister } from '../register-paths.ts'

/** A register as somebody may use it. */
export interface RegisterOf {
  readonly kind: string
  readonly mayOpen: boolean
  /** Sees the entries of others, not only their own. */
  readonly sees: boolean
  readonly open: number
  readonly late: number
  readonly total: number
}

/** The registers that a person may open entries in or look into, in the order of the pack, with how many stand open. */
export async function registersOf(
  tx: Tx,
  actor: PersonActor,
): Promise<{ policy: PolicyInForce; registers: RegisterOf[] }> {
  const policy = await policyInForce(tx)
  const kinds = Object.entries(policy.pack.records).filter(([kind]) => isRegister(kind))
  const counts = await countByKind(tx)
  const mine = await actingAs(tx, policy, actor.personId, { kind: '', circle: '', openedBy: null })
  const registers = kinds.flatMap(([kind, record]) => {
    const handles = partiesIn(record.handled_by)
    const is = (party: string) => mine.includes(party)
    const mayOpen = partiesIn(record.opened_by ?? record.handled_by).some(is)
    const sees = record.sight.some((line) => seesWhole(line, is, handles))
    const { open = 0, late = 0, total = 0 } = counts.get(kind) ?? {}
    return mayOpen || sees || total > 0 ? [{ kind, mayOpen, sees, open, late, total }] : []
  })
  return { policy, registers }
}

const seesWhole = (line: Sight, is: (party: string) => boolean, handles: readonly string[]): boolean =>
  (line.sees === 'all' || line.sees === 'masked') && (is(line.who) || (line.who === 'handler' && handles.some(is)))

async function countByKind(tx: Tx): Promise<ReadonlyMap<string, { open: number; late: number; total: number }>> {
  const rows = await tx
    .selectFrom('app.record as r')
    .select(['r.kind'])
    .select((eb) => [
      eb.fn.countAll<string>().as('total'),
      eb.fn.countAll<string>().filterWhere('r.state', '=', 'open').as('open'),
      eb.fn
        .countAll<string>()
        .filterWhere(({ exists, selectFrom }) =>
          exists(
            selectFrom('app.record_step as s')
              .select('s.key')
              .whereRef('s.organisation_id', '=', 'r.organisation_id')
              .whereRef('s.record_id', '=', 'r.id')
              .where('s.due_at', '<', nowText(tx)),
          ),
        )
        .as('late'),
    ])
    .where('r.organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('r.kind', 'not in', [...ELSEWHERE])
    .groupBy('r.kind')
    .execute()
  return new Map(
    rows.map((row) => [row.kind, { open: Number(row.open), late: Number(row.late), total: Number(row.total) }]),
  )
}
