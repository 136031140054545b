import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { addressesOf } from '#areas/records/index.ts'
import { sayInstant } from '#core/calendar/say-date.ts'
import type { Form } from '#core/form.ts'
import { emptyForm, FormReader } from '#core/form.ts'
import type { Confirmed } from '#platform/identity/confirm-password.ts'
import type { Parts } from '#platform/parts.ts'
import type { Web } from '#platform/web/server.ts'
import { entryToSign, type SignMethod, signEntry } from '../commands/sign-entry.ts'
import { askingStep, takeAskingStep } from '../commands/take-asking-step.ts'
import { notSigned } from '../model/entry.ts'
import type { FoundEntry } from '../model/item.ts'
import { paths } from '../paths.ts'
import { readItem } from '../queries/items.ts'
import { sayingOf } from '../queries/page-facts.ts'
import { recordAt } from '../queries/record-at.ts'
import { SignView } from '../views/sign-view.tsx'

const params = z.object({ id: z.uuid(), part: z.string().regex(/^[a-z][a-z_]{0,39}$/) })
const body = z.object({
  how: z.enum(['password', 'paper']).catch('password'),
  password: z.string().max(1000).catch(''),
  paper: z.string().max(1000).catch(''),
})
const access = ['staff' as const, 'governor' as const]

/** One person signs one entry: with their own password at whosever screen, or on paper. */
export function signPages(app: Web, parts: Parts): void {
  app.get(
    paths.sign.route,
    { schema: { params }, config: { audit: 'evidence.sign.opened', access } },
    async (request, reply) => draw(parts, reply, await find(request), emptyForm(null)),
  )
  app.post(
    paths.sign.route,
    { schema: { params, body }, config: { audit: 'evidence.signed', access, limit: 60 } },
    async (request, reply) => {
      const found = await find(request)
      const { how, password } = request.body
      const outcome = how === 'paper' ? onPaper(request.body) : await ownPassword(parts, request, found, password)
      if ('form' in outcome) return draw(parts, reply.code(400), found, outcome.form)
      const { id, part } = request.params
      const entry = await request.inTx((tx) =>
        signEntry(tx, request.person(), { entryId: id, part, method: outcome.method }),
      )
      const [next] = notSigned(entry)
      if (next !== undefined) return reply.flash('Signed.').redirect(paths.sign.to(entry.id, next.part), 303)
      const asking = askingStep(entry)
      if (asking === null) return reply.flash('Signed.').redirect(itemOrCase(entry), 303)
      const taken = await takeAskingStep((work) => request.inTx(work), request.person(), entry)
      const { step, show } = addressesOf(found.record.kind)
      return taken
        ? reply.flash('Signed, and the step that asked for it is done.').redirect(show.to(entry.recordId), 303)
        : reply
            .flash('Signed. The step that asked for it can be done now.')
            .redirect(step.to(entry.recordId, asking), 303)
    },
  )
}

const itemOrCase = ({ evidenceId, recordId }: FoundEntry): string =>
  evidenceId === null ? paths.of.to(recordId) : paths.item.to(evidenceId)

const find = (request: FastifyRequest) =>
  request.inTx(async (tx) => {
    const { id, part } = params.parse(request.params)
    const { entry, asked } = await entryToSign(tx, id, part)
    const record = await recordAt(tx, entry.recordId)
    const item = entry.evidenceId === null ? null : await readItem(tx, entry.evidenceId)
    return { entry, asked, record, item, saying: await sayingOf(tx, item === null ? [] : [item], [entry]) }
  })

type Found = Awaited<ReturnType<typeof find>>
type Outcome = { readonly method: SignMethod } | { readonly form: Form<unknown> }

function draw(parts: Parts, reply: FastifyReply, found: Found, form: Form<unknown>) {
  const { entry, asked, record, item, saying } = found
  return reply.view(
    <SignView
      entry={entry}
      asked={asked}
      about={
        item === null
          ? `${record.reference} ${record.title}`
          : `${record.reference}, item ${item.number}: ${item.title}`
      }
      fingerprint={item?.file?.sha256 ?? null}
      saying={saying}
      back={item === null ? paths.of.to(record.id) : paths.item.to(item.id)}
      sample={parts.sample}
      typed={form.typed}
      errors={form.errors}
    />,
  )
}

function onPaper(typed: unknown): Outcome {
  const reader = new FormReader(typed)
  const says = reader.text('paper', { max: 400, required: 'Say where the signed sheet is' })
  const form = reader.done(null)
  return Object.keys(form.errors).length > 0 ? { form } : { method: { by: 'paper', says } }
}

async function ownPassword(
  parts: Parts,
  request: FastifyRequest,
  { asked, saying }: Found,
  password: string,
): Promise<Outcome> {
  const { personId } = asked.by
  if (personId === null) return faulty('Somebody whom the school does not know signs on paper')
  if (parts.sample) return { method: { by: 'sample' } }
  const { organisationId } = request.person()
  const confirmed = await parts.identity.confirmPassword({ organisationId, personId }, password)
  if (confirmed.kind === 'right') return { method: { by: 'password' } }
  return faulty(sayRefusal(confirmed, parts.clock.now(), saying.zone))
}

function sayRefusal(confirmed: Exclude<Confirmed, { kind: 'right' }>, now: Temporal.Instant, zone: string): string {
  if (confirmed.kind === 'too-many') return `Too many tries. Try again ${sayInstant(confirmed.retryAt, now, zone)}.`
  if (confirmed.kind === 'none') return 'They have no password here. They set one under “You”, or sign on paper.'
  return 'This is not their password'
}

const faulty = (says: string): Outcome => ({ form: { values: null, typed: {}, errors: { password: says } } })
