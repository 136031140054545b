import { z } from 'zod'
import type { PolicyInForce } from '#areas/policy/index.ts'
import { policyInForce, readSettings, textOf } from '#areas/policy/index.ts'
import { LOG_ACTIONS, LOG_REASONS, sayValue } from '#areas/records/index.ts'
import { sayFullInstant } from '#core/calendar/say-date.ts'
import type { CsvColumn } from '#core/csv/csv.ts'
import { csvText } from '#core/csv/csv.ts'
import type { Parts } from '#platform/parts.ts'
import type { Web } from '#platform/web/server.ts'
import { incidentKinds, sayKind } from '../kinds.ts'
import { paths } from '../paths.ts'
import type { IncidentFilter, IncidentRow } from '../queries/list-incidents.ts'
import { countIncidents, listIncidents } from '../queries/list-incidents.ts'
import { mayOpenIncidents } from '../queries/may-open.ts'
import { IncidentListView } from '../views/incident-list-view.tsx'

const SIZE = 50
const MOST_EXPORTED = 20_000

const querystring = z.object({
  view: z.enum(['all', 'open', 'late', 'closed']).catch('all'),
  category: z
    .string()
    .regex(/^[a-z0-9_]{0,80}$/)
    .catch(''),
  words: z.string().max(200).catch(''),
  from: z.iso.date().or(z.literal('')).catch(''),
  page: z.coerce.number().int().min(1).max(400).catch(1),
})

/** The incident log and its CSV. Row policies decide who sees which line. */
export async function listPage(app: Web, parts: Parts): Promise<void> {
  app.get(
    paths.list.route,
    { schema: { querystring }, config: { audit: 'incident.list.viewed', access: ['staff', 'governor'] } },
    async (request, reply) => {
      const { query } = request
      const filter = filterOf(query, SIZE)
      const found = await request.inTx(async (tx) => ({
        policy: await policyInForce(tx),
        settings: await readSettings(tx),
        rows: await listIncidents(tx, filter),
        total: await countIncidents(tx, filter),
        mayOpen: await mayOpenIncidents(tx),
        counts: {
          all: await countIncidents(tx, { ...filter, view: 'all' }),
          open: await countIncidents(tx, { ...filter, view: 'open' }),
          late: await countIncidents(tx, { ...filter, view: 'late' }),
          closed: await countIncidents(tx, { ...filter, view: 'closed' }),
        },
      }))
      return reply.view(
        <IncidentListView
          {...found}
          rows={found.rows.map((row) => ({ ...row, category: sayKind(found.policy, row.category) }))}
          filter={{ ...query, words: query.words.trim() }}
          categories={incidentKinds(found.policy)}
          page={query.page}
          size={SIZE}
          now={parts.clock.now()}
          zone={found.settings.zone}
        />,
      )
    },
  )

  app.get(
    paths.csv.route,
    { schema: { querystring }, config: { audit: 'incident.list.exported', access: ['staff', 'governor'] } },
    async (request, reply) => {
      const { policy, rows, zone } = await request.inTx(async (tx) => ({
        policy: await policyInForce(tx),
        zone: (await readSettings(tx)).zone,
        rows: await listIncidents(tx, { ...filterOf(request.query, MOST_EXPORTED), page: 1 }),
      }))
      return reply
        .type('text/csv; charset=utf-8')
        .header('content-disposition', 'attachment; filename="incident-log.csv"')
        .send(csvText(columnsOf(policy, zone), rows))
    },
  )
}

const filterOf = (query: z.infer<typeof querystring>, size: number): IncidentFilter => ({
  view: query.view,
  category: query.category === '' ? null : query.category,
  words: query.words.trim(),
  from: query.from === '' ? null : Temporal.PlainDate.from(query.from),
  page: query.page,
  size,
})

/** The policy's own columns, as its pack declares them, behind the reference. */
function columnsOf(policy: PolicyInForce, zone: string): CsvColumn<IncidentRow>[] {
  const record = policy.pack.records.incident
  const own = (record?.columns ?? []).map((column) => ({
    title: textOf(column.says),
    value: (row: IncidentRow) =>
      column.shows
        .map((shows) => cellOf(policy, row, shows, zone))
        .filter(Boolean)
        .join('; '),
  }))
  return [
    { title: 'Case', value: (row) => row.reference },
    { title: 'What', value: (row) => row.title },
    ...own,
    { title: 'Kind', value: (row) => sayKind(policy, row.category) },
    { title: 'Opened', value: (row) => sayFullInstant(row.openedAt, zone) },
    { title: 'Closed', value: (row) => (row.closedAt === null ? '' : sayFullInstant(row.closedAt, zone)) },
  ]
}

function cellOf(policy: PolicyInForce, row: IncidentRow, shows: string, zone: string): string {
  if (shows === 'people') return row.people ?? ''
  if (shows === 'opened_at') return sayFullInstant(row.openedAt, zone)
  if (shows === 'actions') return linesOf(row.fields[LOG_ACTIONS])
  if (shows === 'reasons') return linesOf(row.fields[LOG_REASONS])
  const field = policy.pack.records.incident?.fields.find((one) => one.id === shows)
  const value = row.fields[shows]
  return field === undefined ? String(value ?? '') : sayValue(policy.pack, field, value)
}

const linesOf = (value: unknown): string => (Array.isArray(value) ? value.join('; ') : '')
