import { z } from 'zod'
import type { PolicyInForce } from '#areas/policy/index.ts'
import { policyInForce, readSettings, textOf } from '#areas/policy/index.ts'
import { addressesOf } from '#areas/records/index.ts'
import { sayFullDate, sayFullInstant } from '#core/calendar/say-date.ts'
import { NotFound } from '#core/errors.ts'
import { emptyForm, type Form, FormReader, hasErrors } from '#core/form.ts'
import type { Tx } from '#platform/database/tx.ts'
import type { Web } from '#platform/web/server.ts'
import { postponeConcern } from '../commands/postpone-concern.ts'
import { postponeErasure } from '../commands/postpone-erasure.ts'
import { paths } from '../paths.ts'
import { type ConcernExpiry, listConcernExpiry, listConcernTombstones } from '../queries/list-concern-expiry.ts'
import { type ExpiryLine, listExpiry, listTombstones } from '../queries/list-expiry.ts'
import { PostponeView } from '../views/postpone-view.tsx'
import { RetentionView, type SaidExpiry, type SaidTombstone } from '../views/retention-view.tsx'

const access = ['staff', 'governor'] as const

/** What will be erased, what was, and keeping one longer. */
export function retentionPages(app: Web): void {
  app.get(paths.all.route, { schema: {}, config: { audit: 'retention.viewed', access } }, async (request, reply) => {
    const found = await request.inTx(readAll)
    return reply.view(<RetentionView {...found} />)
  })
  onePage(app)
}

function onePage(app: Web): void {
  const params = z.object({ id: z.uuid() })
  app.get(
    paths.one.route,
    { schema: { params }, config: { audit: 'retention.postpone.viewed', access } },
    async (request, reply) => {
      const found = await request.inTx((tx) => readOne(tx, request.params.id))
      return reply.view(draw(found, emptyForm(null)))
    },
  )
  app.post(
    paths.one.route,
    { schema: { params, body: z.looseObject({}) }, config: { audit: 'retention.postponed', access } },
    async (request, reply) => {
      const actor = request.person()
      const found = await request.inTx((tx) => readOne(tx, request.params.id))
      const reader = new FormReader(request.body)
      const until = reader.date('until', 'the day until which it is needed')
      const form = reader.done({
        until,
        reason: reader.text('reason', { max: 4000, required: 'Say why it is still needed' }),
      })
      if (hasErrors(form) || until === null) return reply.code(400).view(draw(found, form))
      const { reason } = form.values
      const { id } = found.line
      await request.inTx((tx) =>
        found.what === 'concern'
          ? postponeConcern(tx, actor, { concernId: id, until, reason })
          : postponeErasure(tx, actor, { recordId: id, until, reason }),
      )
      return reply.flash(`Kept until ${sayFullDate(until)}`).redirect(paths.all.to(), 303)
    },
  )
}

async function readAll(tx: Tx) {
  const policy = await policyInForce(tx)
  const { zone } = await readSettings(tx)
  const concerns = (await listConcernExpiry(tx)).map((one) => sayConcern(one, zone))
  return {
    expiring: [...(await listExpiry(tx)).map(say), ...concerns].toSorted((one, other) =>
      Temporal.PlainDate.compare(one.on, other.on),
    ),
    erased: await readErased(tx, policy, zone),
  }
}

async function readErased(tx: Tx, policy: PolicyInForce, zone: string): Promise<SaidTombstone[]> {
  const records = (await listTombstones(tx)).map((one) => ({
    reference: one.reference,
    kind: sayKind(policy, one.kind),
    rule: one.rule,
    from: one.openedOn,
    to: one.closedOn,
    at: one.erasedAt,
  }))
  const concerns = (await listConcernTombstones(tx)).map((one) => ({
    reference: 'No number',
    kind: sayKind(policy, 'concern'),
    rule: one.rule,
    from: one.toldOn,
    to: one.settledOn,
    at: one.erasedAt,
  }))
  return [...records, ...concerns]
    .toSorted((one, other) => Temporal.Instant.compare(other.at, one.at))
    .map(({ reference, kind, rule, from, to, at }) => ({
      reference,
      kind,
      rule,
      erased: sayFullInstant(at, zone),
      time: `${sayFullDate(from)} to ${sayFullDate(to)}`,
    }))
}

const sayKind = ({ pack }: PolicyInForce, kind: string): string =>
  textOf(pack.records[kind]?.says ?? kind.replaceAll('_', ' '))

const say = (line: ExpiryLine): SaidExpiry => ({
  id: line.id,
  name: `${line.reference} ${line.title}`,
  rule: line.rule,
  on: line.on,
  state: line.held ? 'Held as evidence' : line.postponed === null ? 'Will be erased' : 'Postponed',
})

const sayConcern = (line: ConcernExpiry, zone: string): SaidExpiry => ({
  id: line.id,
  name: `Concern of ${sayFullDate(line.toldAt.toZonedDateTimeISO(zone).toPlainDate())}: ${line.begins}`,
  rule: line.rule,
  on: line.on,
  state: line.postponed === null ? 'Will be erased' : 'Postponed',
})

async function readOne(tx: Tx, id: string) {
  const [line] = await listExpiry(tx, id)
  if (line !== undefined) {
    const href = addressesOf(line.kind).show.to(id)
    return { what: 'record' as const, line: say(line), href, postponed: line.postponed }
  }
  const [concern] = await listConcernExpiry(tx, id)
  if (concern === undefined) throw new NotFound('retention.missing')
  const { zone } = await readSettings(tx)
  const href = `/concerns/${id}`
  return { what: 'concern' as const, line: sayConcern(concern, zone), href, postponed: concern.postponed }
}

const draw = (found: Awaited<ReturnType<typeof readOne>>, form: Form<unknown>) => (
  <PostponeView {...found} typed={form.typed} errors={form.errors} />
)
