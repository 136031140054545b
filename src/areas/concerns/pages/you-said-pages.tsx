import { z } from 'zod'
import { policyInForce, readSettings } from '#areas/policy/index.ts'
import { Refused } from '#core/errors.ts'
import type { Form } from '#core/form.ts'
import { emptyForm, FormReader, hasErrors } from '#core/form.ts'
import type { Tx } from '#platform/database/tx.ts'
import type { Parts } from '#platform/parts.ts'
import type { Web } from '#platform/web/server.ts'
import { decideYouSaid, writeYouSaid } from '../commands/you-said.ts'
import { paths } from '../paths.ts'
import { openDoor } from '../public-door.ts'
import { closedConcerns, draftsYouSaid, shownYouSaid } from '../queries/you-said.ts'
import { ShownYouSaidView } from '../views/shown-you-said-view.tsx'
import { WriteYouSaidView, YouSaidListView } from '../views/you-said-view.tsx'
import { sayWorry } from '../worries.ts'
import { READERS, readYouSaid } from '../you-said.ts'

const access = ['staff', 'governor'] as const
const params = z.object({ id: z.uuid() })
const body = z.looseObject({})

/** "You said, we did": written from closed concerns, looked at by a second person, read by those who told. */
export async function youSaidPages(app: Web, parts: Parts): Promise<void> {
  shownPages(app, parts)
  listPage(app, parts)
  writePage(app)
}

function shownPages(app: Web, parts: Parts): void {
  app.get(
    paths.youSaid.route,
    { schema: { querystring: z.object({}) }, config: { audit: 'you_said.viewed', access: 'signed_in' } },
    async (request, reply) => {
      const { audience } = request.person()
      const reader = READERS.find((one) => one === audience)
      const found = await request.inTx(async (tx) => ({
        all: reader === undefined ? [] : await shownYouSaid(tx, [reader]),
        zone: (await readSettings(tx)).zone,
      }))
      return reply.view(<ShownYouSaidView {...found} back={paths.tell.to()} now={parts.clock.now()} />)
    },
  )
  app.get(
    paths.publicYouSaid.route,
    {
      schema: { params: z.object({ organisation: z.string().max(50) }) },
      config: { audit: 'you_said.viewed', access: 'public' },
    },
    async (request, reply) => {
      const { slug } = await openDoor(parts.db, request, request.params.organisation)
      // Whoever comes without a name reads what pupils and parents may both read.
      const found = await request.inTx(async (tx) => ({
        all: await shownYouSaid(tx, ['pupil', 'parent']),
        zone: (await readSettings(tx)).zone,
      }))
      return reply.view(<ShownYouSaidView {...found} back={paths.who.to(slug)} now={parts.clock.now()} />)
    },
  )
}

function listPage(app: Web, parts: Parts): void {
  app.get(
    paths.youSaidList.route,
    { schema: { querystring: z.object({}) }, config: { audit: 'you_said.list.viewed', access } },
    async (request, reply) => {
      const actor = request.person()
      const found = await request.inTx(async (tx) => ({
        all: await draftsYouSaid(tx, actor.personId),
        zone: (await readSettings(tx)).zone,
      }))
      return reply.view(<YouSaidListView {...found} now={parts.clock.now()} />)
    },
  )
  app.post(
    paths.youSaidDecide.route,
    { schema: { params, body }, config: { audit: 'you_said.decided', access } },
    async (request, reply) => {
      const reader = new FormReader(request.body)
      const to = reader.choice('to', ['shown', 'refused', 'withdrawn'], 'Choose')
      const reason = reader.text('reason', { max: 1000 })
      if (to === null) throw new Refused('you_said.choose', 'Choose what becomes of it.')
      await request.inTx((tx) => decideYouSaid(tx, request.person(), { id: request.params.id, to, reason }))
      const flash = { shown: 'It is shown now', refused: 'It is not shown', withdrawn: 'It is no longer shown' }[to]
      return reply.flash(flash).redirect(paths.youSaidList.to(), 303)
    },
  )
}

function writePage(app: Web): void {
  const choices = async (tx: Tx) => {
    const policy = await policyInForce(tx)
    return (await closedConcerns(tx)).map((one) => ({
      value: one.id,
      text: `${sayWorry(policy, one.aboutKind) || 'Concern'}: ${one.begins}`,
    }))
  }
  app.get(
    paths.youSaidNew.route,
    { schema: { querystring: z.object({}) }, config: { audit: 'you_said.write.viewed', access } },
    async (request, reply) =>
      reply.view(<WriteYouSaidView closed={await request.inTx(choices)} {...emptyForm(null)} />),
  )
  app.post(
    paths.youSaidNew.route,
    { schema: { querystring: z.object({}), body }, config: { audit: 'you_said.written', access } },
    async (request, reply) => {
      const closed = await request.inTx(choices)
      const form = readYouSaid(
        request.body,
        closed.map((one) => one.value),
      )
      const again = (shown: Omit<Form<unknown>, 'values'>) =>
        reply.code(400).view(<WriteYouSaidView closed={closed} {...shown} />)
      if (hasErrors(form)) return again(form)
      try {
        await request.inTx((tx) => writeYouSaid(tx, request.person(), form.values))
      } catch (fault) {
        if (!(fault instanceof Refused)) throw fault
        return again({ typed: form.typed, errors: { said: fault.message } })
      }
      return reply.flash('Kept. Somebody else has to look at it').redirect(paths.youSaidList.to(), 303)
    },
  )
}
