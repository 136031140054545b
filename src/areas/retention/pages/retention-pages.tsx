import { z } from 'zod'
import type { PolicyInForce } from '#areas/policy/index.ts'
import { policyInForce, readSettings, textOf } from '#areas/policy/index.ts'
import { addressesOf } from '#areas/records/index.ts'
import { sayFullDate, sayFullInstant } from '#core/calendar/say-date.ts'
import { NotFound } from '#core/errors.ts'
import { emptyForm, type Form, FormReader, hasErrors } from '#core/form.ts'
import type { Tx } from '#platform/database/tx.ts'
import type { Web } from '#platform/web/server.ts'
import { postponeErasure } from '../commands/postpone.ts'
import { paths } from '../paths.ts'
import { type ExpiryLine, listExpiry, listTombstones } from '../queries/list-expiry.ts'
import { PostponeView } from '../views/postpone-view.tsx'
import { RetentionView, type SaidExpiry } from '../views/retention-view.tsx'

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
      await request.inTx((tx) => postponeErasure(tx, actor, { recordId: found.line.id, until, reason }))
      return reply.flash(`Kept until ${sayFullDate(until)}`).redirect(paths.all.to(), 303)
    },
  )
}

async function readAll(tx: Tx) {
  const policy = await policyInForce(tx)
  const { zone } = await readSettings(tx)
  return {
    expiring: (await listExpiry(tx)).map(say),
    erased: (await listTombstones(tx)).map((one) => ({
      reference: one.reference,
      kind: sayKind(policy, one.kind),
      time: `${sayFullDate(one.openedOn)} to ${sayFullDate(one.closedOn)}`,
      rule: one.rule,
      erased: sayFullInstant(one.erasedAt, zone),
    })),
  }
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

async function readOne(tx: Tx, id: string) {
  const [line] = await listExpiry(tx, id)
  if (line === undefined) throw new NotFound('retention.missing')
  return { line: say(line), href: addressesOf(line.kind).show.to(id), postponed: line.postponed }
}

const draw = (found: Awaited<ReturnType<typeof readOne>>, form: Form<unknown>) => (
  <PostponeView {...found} typed={form.typed} errors={form.errors} />
)
