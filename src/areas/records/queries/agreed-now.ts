import { type Answered, agreedTo } from '#pack/engines/assents/agreed-to.ts'
import type { World } from '#pack/engines/judges.ts'
import type { Pack } from '#pack/types/pack.ts'
import type { Tx } from '#platform/database/tx.ts'
import { asSystem, contextOf, nowIn } from '#platform/database/tx.ts'
import { assentsAskedBy } from './assents-asked.ts'
import { linkAnswers } from './link-answers.ts'

const assentsAsked = assentsAskedBy(/agreed\([^)]*?,\s*['"]assent\/([a-z0-9_]+)#/g)

/**
 * Answers `agreed(person, 'assent/…#statement')`, for one person or for everybody. Asked as the system, because whoever is
 * stopped by it may not read other people's agreements: only the yes or no of the expression goes on.
 */
export async function agreedNow(
  tx: Tx,
  pack: Pack,
  { personId, recordId }: { readonly personId?: string; readonly recordId?: string | null },
): Promise<NonNullable<World['agreed']>> {
  const assents = assentsAsked(pack)
  if (assents.length === 0) return () => undefined
  const rows = await asSystem(tx, () =>
    tx
      .selectFrom('app.assent_request as r')
      .leftJoin('app.signature as s', (join) =>
        join.onRef('s.organisation_id', '=', 'r.organisation_id').onRef('s.request_id', '=', 'r.id'),
      )
      .select(['r.id', 'r.about_id', 'r.assent', 'r.state', 'r.valid_until', 's.signer_id', 's.outcome', 's.answers'])
      .where('r.organisation_id', '=', contextOf(tx).actor.organisationId)
      .where('r.assent', 'in', assents)
      .where('r.state', 'not in', ['ended', 'superseded'])
      .where((where) =>
        where.or([
          where('r.record_id', 'is', null),
          ...(recordId == null ? [] : [where('r.record_id', '=', recordId)]),
        ]),
      )
      .$if(personId !== undefined, (query) => query.where('r.about_id', '=', personId ?? ''))
      .orderBy('s.recorded_at')
      .orderBy('s.id')
      .execute(),
  )
  const now = nowIn(tx)
  const byLink = await linkAnswers(tx, recordId)
  return (person, ref) => {
    const [assent = '', item = ''] = ref.replace(/^assent\//, '').split('#')
    const described = byLink(person, assent)
    if (described.length > 0) return described.every((answers) => answers?.[item] === true)
    const own = rows.filter((row) => row.about_id === person && row.assent === assent)
    const [asking] = own
    const given = own.flatMap((row): Answered[] =>
      row.signer_id === null
        ? []
        : [{ signerId: row.signer_id, outcome: row.outcome ?? '', answers: itemsOf(row.answers) }],
    )
    return asking === undefined ? undefined : agreedTo(asking, pack.assents[assent], item, given, now)
  }
}

function itemsOf(answers: unknown): Readonly<Record<string, unknown>> {
  const items: unknown = typeof answers === 'object' && answers !== null ? Reflect.get(answers, 'items') : undefined
  return typeof items === 'object' && items !== null ? { ...items } : {}
}
