import { z } from 'zod'
import { readSettings } from '#areas/policy/index.ts'
import { sayInstant } from '#core/calendar/say-date.ts'
import type { Form } from '#core/form.ts'
import { emptyForm, FormReader, hasErrors } from '#core/form.ts'
import type { Tx } from '#platform/database/tx.ts'
import type { Parts } from '#platform/parts.ts'
import type { Web } from '#platform/web/server.ts'
import { joinConcern, partConcern } from '../commands/join-concerns.ts'
import { paths } from '../paths.ts'
import { mayJoin } from '../queries/joined.ts'
import { readConcern } from '../queries/read-concern.ts'
import { JoinView, PartView } from '../views/join-view.tsx'

const params = z.object({ id: z.uuid() })
const body = z.looseObject({})
const access = ['staff', 'governor'] as const

/** Dealing with two concerns together, and parting them again. */
export async function joinPage(app: Web, parts: Parts): Promise<void> {
  const choices = async (tx: Tx, id: string) => {
    const concern = await readConcern(tx, id)
    const { zone } = await readSettings(tx)
    const found = await mayJoin(tx, concern)
    return found.map((one) => ({
      value: one.id,
      text: `${sayInstant(one.toldAt, parts.clock.now(), zone)}: ${one.begins}`,
    }))
  }
  app.get(
    paths.join.route,
    { schema: { params }, config: { audit: 'concern.join.viewed', access } },
    async (request, reply) => {
      const { id } = request.params
      const options = await request.inTx((tx) => choices(tx, id))
      return reply.view(<JoinView id={id} options={options} {...emptyForm(null)} />)
    },
  )
  app.post(
    paths.join.route,
    { schema: { params, body }, config: { audit: 'concern.join.sent', access } },
    async (request, reply) => {
      const { id } = request.params
      const options = await request.inTx((tx) => choices(tx, id))
      const form = readJoin(
        request.body,
        options.map((one) => one.value),
      )
      if (hasErrors(form)) return reply.code(400).view(<JoinView id={id} options={options} {...form} />)
      await request.inTx((tx) => joinConcern(tx, request.person(), { concernId: id, ...form.values }))
      return reply.flash('They are dealt with together').redirect(paths.show.to(form.values.mainId), 303)
    },
  )
  partPage(app)
}

function partPage(app: Web): void {
  app.get(
    paths.part.route,
    { schema: { params }, config: { audit: 'concern.part.viewed', access } },
    async (request, reply) => {
      const { id } = await request.inTx((tx) => readConcern(tx, request.params.id))
      return reply.view(<PartView id={id} {...emptyForm(null)} />)
    },
  )
  app.post(
    paths.part.route,
    { schema: { params, body }, config: { audit: 'concern.part.sent', access } },
    async (request, reply) => {
      const { id } = await request.inTx((tx) => readConcern(tx, request.params.id))
      const reader = new FormReader(request.body)
      const form = reader.done({
        reason: reader.text('reason', { max: 4000, required: 'Say why they are not the same' }),
      })
      if (hasErrors(form)) return reply.code(400).view(<PartView id={id} {...form} />)
      await request.inTx((tx) => partConcern(tx, request.person(), { concernId: id, ...form.values }))
      return reply.flash('It stands by itself again').redirect(paths.show.to(id), 303)
    },
  )
}

function readJoin(given: unknown, ids: readonly string[]): Form<{ mainId: string; reason: string }> {
  const reader = new FormReader(given)
  const main = reader.choice('main', ids, 'Choose the other concern')
  const reason = reader.text('reason', { max: 4000, required: 'Say how you know that they are about the same' })
  return reader.done({ mainId: main ?? '', reason })
}
