import { z } from 'zod'
import { sayInstant } from '#core/calendar/say-date.ts'
import { NotFound } from '#core/errors.ts'
import { sentenceOf } from '#pack/sentences/sentence-of.ts'
import type { Parts } from '#platform/parts.ts'
import type { Web } from '#platform/web/server.ts'
import { paths } from '../paths.ts'
import type { BoardClause } from '../queries/board.ts'
import { readBoard, readStandings } from '../queries/board.ts'
import type { ClauseRecord } from '../queries/clause-records.ts'
import { recordsUnder } from '../queries/clause-records.ts'
import { readSettings } from '../queries/organisation-settings.ts'
import type { PolicyInForce } from '../queries/policy-in-force.ts'
import { policyInForce } from '../queries/policy-in-force.ts'
import { sayCode } from '../say-code.ts'
import { textOf } from '../texts.ts'
import type { ClauseViewProps } from '../views/clause-view.tsx'
import { ClauseView } from '../views/clause-view.tsx'

const params = z.object({ clause: z.string().min(1).max(40) })

/** One clause: how it is kept, how it stands, and what was recorded under it. */
export async function clausePage(app: Web, parts: Parts): Promise<void> {
  app.get(
    paths.clause.route,
    { schema: { params }, config: { audit: 'policy.clause.viewed', access: ['staff', 'governor'] } },
    async (request, reply) => {
      const found = await request.inTx(async (tx) => {
        const policy = await policyInForce(tx)
        const clause = (await readBoard(tx, policy)).find((one) => one.id === request.params.clause)
        if (clause === undefined) throw new NotFound('clause.missing')
        return {
          policy,
          clause,
          standings: await readStandings(tx, policy),
          records: await recordsUnder(tx, clause.id),
          settings: await readSettings(tx),
        }
      })
      const say = (record: ClauseRecord) => ({
        when: sayInstant(record.at, parts.clock.now(), found.settings.zone),
        what: record.reference === null ? sayCode(record.code) : `${sayCode(record.code)}, ${record.reference}`,
        who: record.by ?? 'Kept',
        href: record.reference === null || record.recordId === null ? null : `/incidents/${record.recordId}`,
      })
      return reply.view(
        <ClauseView
          {...about(found.policy, found.clause)}
          controls={controls(found.policy, found.clause, found.standings)}
          records={found.records.map(say)}
        />,
      )
    },
  )
}

function about(policy: PolicyInForce, clause: BoardClause): Omit<ClauseViewProps, 'controls' | 'records'> {
  const inPack = policy.pack.clauses.find((one) => one.id === clause.id)
  const binds = (inPack?.binds ?? [])
    .map((ref) => textOf(policy.pack.parties[ref.slice('party/'.length)]?.says ?? ref))
    .join(', ')
  return {
    clause: { ...clause, binds },
    state: clause.state,
    proof: clause.proof,
    because: clause.because,
    planned: clause.planned,
    alsoSaid: alsoSaid(policy, clause.id),
    version: `${policy.number}, in force since ${policy.inForceOn.toLocaleString('en-GB', { dateStyle: 'long' })}`,
  }
}

function alsoSaid({ pack }: PolicyInForce, clause: string): ClauseViewProps['alsoSaid'] {
  return Object.values(pack.assents).flatMap((assent) =>
    assent.items
      .filter((item) => item.states.includes(clause))
      .map((item) => ({ agreement: textOf(assent.says), says: textOf(item.says) })),
  )
}

function controls(
  policy: PolicyInForce,
  clause: BoardClause,
  standings: Awaited<ReturnType<typeof readStandings>>,
): ClauseViewProps['controls'] {
  return clause.keptBy.map((ref) => {
    const standing = standings.get(ref)
    return {
      ref,
      sentence: sentenceOf(policy.pack, ref),
      state: standing?.state ?? 'none',
      proof: standing?.proof ?? null,
      says: standing?.says ?? 'Nothing has been recorded yet.',
    }
  })
}
