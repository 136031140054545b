import { z } from 'zod'
import type { PolicyInForce } from '#areas/policy/index.ts'
import { policyInForce, readSettings, textOf } from '#areas/policy/index.ts'
import { sayFullInstant } from '#core/calendar/say-date.ts'
import type { CsvColumn } from '#core/csv/csv.ts'
import { csvText } from '#core/csv/csv.ts'
import type { Parts } from '#platform/parts.ts'
import type { Web } from '#platform/web/server.ts'
import type { AskingFilter, AskingRow } from '../asking.ts'
import { views } from '../asking.ts'
import { paths } from '../paths.ts'
import { countAskings, listAskings } from '../queries/list-askings.ts'
import { readClasses } from '../queries/read-classes.ts'
import { readMine } from '../queries/read-mine.ts'
import { markOf } from '../views/asking-words.ts'
import { OverviewView } from '../views/overview-view.tsx'

const SIZE = 50
const MOST_EXPORTED = 50_000

/** How the list is narrowed; anything else in the address is taken for the usual. */
export const listQuery = z.object({
  view: z.enum(views).catch('all'),
  assent: z
    .string()
    .regex(/^[a-z0-9_]{0,80}$/)
    .catch(''),
  class: z.uuid().or(z.literal('')).catch(''),
  words: z.string().max(200).catch(''),
  page: z.coerce.number().int().min(1).max(2000).catch(1),
})

/** Who has signed what, for staff, and the same as CSV. */
export async function overviewPage(app: Web, parts: Parts): Promise<void> {
  app.get(
    paths.overview.route,
    { schema: { querystring: listQuery }, config: { audit: 'agreement.list.viewed', access: ['staff'] } },
    async (request, reply) => {
      const { query } = request
      const filter = filterOf(query, SIZE)
      const found = await request.inTx(async (tx) => ({
        policy: await policyInForce(tx),
        settings: await readSettings(tx),
        rows: await listAskings(tx, filter),
        counts: await countAskings(tx, filter),
        classes: await readClasses(tx, null),
        mine: await readMine(tx, request.person()),
      }))
      return reply.view(
        <OverviewView
          rows={found.rows}
          counts={found.counts}
          filter={{ ...query, words: query.words.trim() }}
          assents={assentOptions(found.policy)}
          classes={found.classes.map((one) => ({ value: one.id, text: one.name }))}
          page={query.page}
          size={SIZE}
          now={parts.clock.now()}
          zone={found.settings.zone}
          onPaper={onPaper(found.policy)}
          ownId={request.person().personId}
          ownTodo={found.mine.filter((one) => one.state === 'todo').length}
        />,
      )
    },
  )

  app.get(
    paths.csv.route,
    { schema: { querystring: listQuery }, config: { audit: 'agreement.list.exported', access: ['staff'] } },
    async (request, reply) => {
      const { policy, zone, rows } = await request.inTx(async (tx) => ({
        policy: await policyInForce(tx),
        zone: (await readSettings(tx)).zone,
        rows: await listAskings(tx, { ...filterOf(request.query, MOST_EXPORTED), page: 1 }),
      }))
      return reply
        .type('text/csv; charset=utf-8')
        .header('content-disposition', 'attachment; filename="agreements.csv"')
        .send(csvText(columnsOf(policy, zone, parts.clock.now()), rows))
    },
  )
}

/** The agreements of the policy in force, for choosing one. */
export const assentOptions = (policy: PolicyInForce): { value: string; text: string }[] =>
  Object.entries(policy.pack.assents)
    .map(([value, assent]) => ({ value, text: textOf(assent.says) }))
    .sort((a, b) => a.text.localeCompare(b.text))

/** The agreements that may be signed on paper. */
export const onPaper = (policy: PolicyInForce): string[] =>
  Object.entries(policy.pack.assents).flatMap(([id, assent]) => (assent.ways.includes('paper') ? id : []))

/** The filter of an address. */
export const filterOf = (query: z.infer<typeof listQuery>, size: number): AskingFilter => ({
  view: query.view,
  assent: query.assent === '' ? null : query.assent,
  classId: query.class === '' ? null : query.class,
  words: query.words.trim(),
  page: query.page,
  size,
})

function columnsOf(policy: PolicyInForce, zone: string, now: Temporal.Instant): CsvColumn<AskingRow>[] {
  const titles = new Map(assentOptions(policy).map((one) => [one.value, one.text]))
  return [
    { title: 'Name', value: (row) => row.sortName },
    { title: 'Year', value: (row) => row.year },
    { title: 'Class', value: (row) => row.className },
    { title: 'Agreement', value: (row) => titles.get(row.assent) ?? row.assent },
    { title: 'Standing', value: (row) => markOf(row, now, zone).says },
    { title: 'Asked', value: (row) => sayFullInstant(row.askedAt, zone) },
    { title: 'Wanted by', value: (row) => (row.dueAt === null ? '' : sayFullInstant(row.dueAt, zone)) },
    { title: 'Reminders', value: (row) => row.reminded },
  ]
}
