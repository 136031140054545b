import { z } from 'zod'
import type { CsvColumn } from '#core/csv/csv.ts'
import { csvText } from '#core/csv/csv.ts'
import type { Parts } from '#platform/parts.ts'
import type { Web } from '#platform/web/server.ts'
import { stateWords } from '#ui/square/square.tsx'
import { paths } from '../paths.ts'
import type { BoardClause } from '../queries/board.ts'
import { readBoard } from '../queries/board.ts'
import { keepsPolicy } from '../queries/keeps-policy.ts'
import { readSettings } from '../queries/organisation-settings.ts'
import { policyInForce } from '../queries/policy-in-force.ts'
import { vacantPosts } from '../queries/vacant-posts.ts'
import { BoardView } from '../views/board-view.tsx'

const standing = z.enum(['kept', 'due', 'late', 'broken', 'none', 'published', 'notyet'])
const querystring = z.object({
  standing: standing.optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(1000).catch(1),
  all: z.literal('1').optional().catch(undefined),
})

/** The promise board and its CSV, for staff and governors. */
export async function boardPage(app: Web, parts: Parts): Promise<void> {
  app.get(
    paths.board.route,
    { schema: { querystring }, config: { audit: 'policy.board.viewed', access: ['staff', 'governor'] } },
    async (request, reply) => {
      const { policy, rows, settings, vacant, keeps } = await request.inTx(async (tx) => {
        const inForce = await policyInForce(tx)
        return {
          policy: inForce,
          rows: await readBoard(tx, inForce),
          settings: await readSettings(tx),
          vacant: await vacantPosts(tx, inForce.pack),
          keeps: await keepsPolicy(tx),
        }
      })
      const { query } = request
      return reply.view(
        <BoardView
          policy={policy}
          vacant={vacant.map(({ says, schools }) => (schools.length === 0 ? says : `${says} (${schools.join(', ')})`))}
          postsHref={keeps ? paths.posts.to() : paths.who.to()}
          rows={rows.map((row) => ({ ...row, keptBy: row.keptBy.join(', ') }))}
          only={query.standing ?? null}
          page={query.page}
          all={query.all === '1'}
          now={parts.clock.now()}
          zone={settings.zone}
        />,
      )
    },
  )

  app.get(
    paths.boardCsv.route,
    {
      schema: { querystring: z.object({}) },
      config: { audit: 'policy.board.exported', access: ['staff', 'governor'] },
    },
    async (request, reply) => {
      const rows = await request.inTx(async (tx) => readBoard(tx, await policyInForce(tx)))
      const text = csvText(COLUMNS, rows)
      return reply
        .type('text/csv; charset=utf-8')
        .header('content-disposition', 'attachment; filename="promise-board.csv"')
        .send(text)
    },
  )
}

const COLUMNS: readonly CsvColumn<BoardClause>[] = [
  { title: 'Clause', value: (row) => row.id },
  { title: 'Section', value: (row) => row.section },
  { title: 'What it promises', value: (row) => row.says },
  { title: 'Standing', value: (row) => stateWords[row.state] },
  { title: 'Known by', value: (row) => row.proof ?? '' },
  { title: 'Why we say so', value: (row) => row.because },
  { title: 'Kept by', value: (row) => row.keptBy.join(' ') },
  { title: 'Planned', value: (row) => row.planned.join(' ') },
]
