import { z } from 'zod'
import { policyInForce, readSettings, textOf } from '#areas/policy/index.ts'
import type { PersonActor } from '#core/actor.ts'
import { Forbidden, NotFound } from '#core/errors.ts'
import type { Form } from '#core/form.ts'
import { emptyForm, FormReader, hasErrors } from '#core/form.ts'
import type { Tx } from '#platform/database/tx.ts'
import { asSystem, nowIn } from '#platform/database/tx.ts'
import type { Web } from '#platform/web/server.ts'
import { addressesOf } from '../derived-homes.ts'
import { listLooks } from '../looks/list-looks.ts'
import { breakGlass } from './break-glass.ts'
import { giveBackGlass } from './give-back.ts'
import { GlassListView } from './glass-list-view.tsx'
import { GlassView } from './glass-view.tsx'
import { type GlassLine, listGlass } from './list-glass.ts'
import { mayBreakAny } from './may-break.ts'
import { glassPaths } from './paths.ts'
import { FOUND, reviewGlass } from './review-glass.ts'

const access = ['staff', 'governor'] as const

/** Opening a case in an emergency, and looking at whether that was right. */
export function glassPages(app: Web): void {
  listPage(app)
  onePage(app)
  backPage(app)
}

function listPage(app: Web): void {
  const draw = (found: Found, form: Form<unknown>) => (
    <GlassListView {...found} typed={form.typed} errors={form.errors} />
  )
  app.get(
    glassPaths.all.route,
    { schema: {}, config: { audit: 'record.glass.listed', access } },
    async (request, reply) =>
      reply.view(draw(await request.inTx((tx) => readList(tx, request.person())), emptyForm(null))),
  )
  app.post(
    glassPaths.all.route,
    { schema: { body: z.looseObject({}) }, config: { audit: 'record.glass.broken', access } },
    async (request, reply) => {
      const actor = request.person()
      const found = await request.inTx((tx) => readList(tx, actor))
      if (!found.may) throw new Forbidden('record.glass')
      const reader = new FormReader(request.body)
      const form = reader.done({
        reference: reader.text('reference', { max: 40, required: 'Enter the number of the case, such as INC-0012' }),
        reason: reader.text('reason', { max: 4000, required: 'Say why you have to see it now' }),
      })
      if (hasErrors(form)) return reply.code(400).view(draw(found, form))
      const { recordId, kind } = await request.inTx((tx) => breakGlass(tx, actor, form.values))
      return reply
        .flash('It is open to you. Somebody has been told, and every look is written down.')
        .redirect(addressesOf(kind).show.to(recordId), 303)
    },
  )
}

type Found = Awaited<ReturnType<typeof readList>>

async function readList(tx: Tx, actor: PersonActor) {
  return {
    lines: await listGlass(tx, actor),
    me: actor.personId,
    may: await mayBreakAny(tx, await policyInForce(tx), actor),
    now: nowIn(tx),
    zone: (await readSettings(tx)).zone,
  }
}

function onePage(app: Web): void {
  const params = z.object({ id: z.uuid() })
  app.get(
    glassPaths.one.route,
    { schema: { params }, config: { audit: 'record.glass.viewed', access } },
    async (request, reply) => {
      const found = await request.inTx((tx) => readOne(tx, request.person(), request.params.id))
      return reply.view(<GlassView {...found} typed={{}} errors={{}} />)
    },
  )
  app.post(
    glassPaths.one.route,
    { schema: { params, body: z.looseObject({}) }, config: { audit: 'record.glass.reviewed', access } },
    async (request, reply) => {
      const actor = request.person()
      const found = await request.inTx((tx) => readOne(tx, actor, request.params.id))
      if (!found.line.mine) throw new Forbidden('record.glass.review')
      const reader = new FormReader(request.body)
      const form = reader.done({
        found: reader.choice('found', FOUND, 'Say whether it was right'),
        says: reader.text('says', { max: 4000, required: 'Say what you found' }),
      })
      const { found: verdict, says } = form.values
      if (hasErrors(form) || verdict === null)
        return reply.code(400).view(<GlassView {...found} typed={form.typed} errors={form.errors} />)
      await request.inTx((tx) => reviewGlass(tx, actor, { id: found.line.id, found: verdict, says }))
      return reply.flash('Kept. Thank you for looking at it.').redirect(glassPaths.all.to(), 303)
    },
  )
}

function backPage(app: Web): void {
  app.post(
    glassPaths.back.route,
    {
      schema: { params: z.object({ id: z.uuid() }), body: z.looseObject({}) },
      config: { audit: 'record.glass.given_back', access },
    },
    async (request, reply) => {
      await request.inTx((tx) => giveBackGlass(tx, request.person(), request.params.id))
      return reply.flash('Given back. It is shut to you now.').redirect(glassPaths.one.to(request.params.id), 303)
    },
  )
}

async function readOne(tx: Tx, actor: PersonActor, id: string) {
  const [line] = await listGlass(tx, actor, id)
  if (line === undefined) throw new NotFound('record.glass.missing')
  const { pack } = await policyInForce(tx)
  return {
    line,
    post: textOf(pack.parties[line.party.replace(/^party\//, '')]?.says ?? line.party),
    own: line.personId === actor.personId,
    // Whoever looks at it sees what was looked at, and nothing of the case; whoever opened it sees their own looks.
    looks: await asSystem(tx, () => looksOf(tx, line)),
    now: nowIn(tx),
    zone: (await readSettings(tx)).zone,
  }
}

const looksOf = async (tx: Tx, line: GlassLine) =>
  (await listLooks(tx, line.recordId)).filter(
    (look) => look.personId === line.personId && Temporal.Instant.compare(look.at, line.openedAt) >= 0,
  )
