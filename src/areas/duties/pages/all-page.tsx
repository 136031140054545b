import { z } from 'zod'
import type { PolicyInForce } from '#areas/policy/index.ts'
import { policyInForce, readSettings, textOf } from '#areas/policy/index.ts'
import { namesOf } from '#areas/records/index.ts'
import { sayFullInstant } from '#core/calendar/say-date.ts'
import type { CsvColumn } from '#core/csv/csv.ts'
import { csvText } from '#core/csv/csv.ts'
import { Forbidden } from '#core/errors.ts'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf, nowIn } from '#platform/database/tx.ts'
import type { Web } from '#platform/web/server.ts'
import { partiesIn, sayParty } from '../owners.ts'
import { paths } from '../paths.ts'
import type { AllFilter } from '../queries/all-duties.ts'
import { allDuties, classNames, countAll } from '../queries/all-duties.ts'
import { readHeld } from '../queries/may-do.ts'
import type { DutyRow } from '../queries/read-duties.ts'
import { seesAll } from '../sees-all.ts'
import { AllView } from '../views/all-view.tsx'

const SIZE = 50
const MOST_EXPORTED = 20_000
const name = z
  .string()
  .regex(/^[a-z0-9_]{0,80}$/)
  .catch('')

const querystring = z.object({
  view: z.enum(['open', 'late', 'done', 'ahead']).catch('open'),
  party: name,
  duty: name,
  page: z.coerce.number().int().min(1).max(400).catch(1),
})

const access = ['staff', 'governor'] as const

/** Everybody's duties by owner, for those who lead and for governors, and the same as CSV. */
export async function allPage(app: Web): Promise<void> {
  app.get(
    paths.all.route,
    { schema: { querystring }, config: { audit: 'duty.list.viewed', access } },
    async (request, reply) => {
      const { query } = request
      const filter: AllFilter = { ...query, size: SIZE }
      const found = await request.inTx(async (tx) => {
        const read = await readRows(tx, filter)
        return {
          ...read,
          total: await countAll(tx, filter),
          counts: {
            open: await countAll(tx, { ...filter, view: 'open' }),
            late: await countAll(tx, { ...filter, view: 'late' }),
            done: await countAll(tx, { ...filter, view: 'done' }),
            ahead: await countAll(tx, { ...filter, view: 'ahead' }),
          },
        }
      })
      const { policy, classes, names } = found
      return reply.view(
        <AllView
          rows={found.rows.map((row) => ({
            ...row,
            owner: sayParty(row.pack, row.party, classes),
            doneByName: row.doneBy === null ? null : (names.get(row.doneBy) ?? null),
            clauses: row.asks?.clauses ?? [],
          }))}
          counts={found.counts}
          total={found.total}
          size={SIZE}
          filter={query}
          owners={ownersOf(policy)}
          duties={dutiesOf(policy)}
          now={found.now}
          zone={found.zone}
        />,
      )
    },
  )

  app.get(
    paths.csv.route,
    { schema: { querystring }, config: { audit: 'duty.list.exported', access } },
    async (request, reply) => {
      const found = await request.inTx((tx) => readRows(tx, { ...request.query, page: 1, size: MOST_EXPORTED }))
      return reply
        .type('text/csv; charset=utf-8')
        .header('content-disposition', 'attachment; filename="duties.csv"')
        .send(csvText(columnsOf(found), found.rows))
    },
  )
}

type Read = Awaited<ReturnType<typeof readRows>>

async function readRows(tx: Tx, filter: AllFilter) {
  const { actor } = contextOf(tx)
  const posts = new Set((await readHeld(tx)).posts.map((one) => one.post))
  if (actor.kind !== 'person' || !seesAll(actor.audience, posts)) throw new Forbidden('duty.all')
  const rows = await allDuties(tx, filter)
  return {
    rows,
    policy: await policyInForce(tx),
    classes: await classNames(tx),
    names: await namesOf(
      tx,
      rows.map((row) => row.doneBy),
    ),
    now: nowIn(tx),
    zone: (await readSettings(tx)).zone,
  }
}

function ownersOf({ pack }: PolicyInForce): { value: string; text: string }[] {
  const parties = new Set(Object.values(pack.duties).flatMap((duty) => partiesIn(duty.owner)))
  return [...parties]
    .map((party) => ({ value: party, text: party === 'class_teachers' ? 'Class teachers' : sayParty(pack, party) }))
    .sort((a, b) => a.text.localeCompare(b.text, 'en-GB'))
}

const dutiesOf = ({ pack }: PolicyInForce): { value: string; text: string }[] =>
  Object.entries(pack.duties)
    .map(([value, duty]) => ({ value, text: textOf(duty.says) }))
    .sort((a, b) => a.text.localeCompare(b.text, 'en-GB'))

function columnsOf({ classes, names, zone }: Read): CsvColumn<DutyRow>[] {
  const at = (instant: Temporal.Instant | null) => (instant === null ? '' : sayFullInstant(instant, zone))
  return [
    { title: 'Duty', value: (row) => row.title },
    { title: 'Owner', value: (row) => sayParty(row.pack, row.party, classes) },
    { title: 'Clauses', value: (row) => row.asks?.clauses.join('; ') ?? '' },
    { title: 'Since', value: (row) => at(row.startsAt) },
    { title: 'Due', value: (row) => at(row.dueAt) },
    { title: 'State', value: (row) => STATES[row.state] },
    { title: 'Settled', value: (row) => at(row.doneAt) },
    { title: 'By', value: (row) => (row.doneBy === null ? '' : (names.get(row.doneBy) ?? '')) },
    { title: 'Note', value: (row) => row.note },
  ]
}

const STATES: Readonly<Record<DutyRow['state'], string>> = { open: 'Open', done: 'Done', not_needed: 'Not needed' }
