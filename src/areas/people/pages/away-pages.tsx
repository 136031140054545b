import { z } from 'zod'
import { Refused } from '#core/errors.ts'
import type { Form } from '#core/form.ts'
import { FormReader, hasErrors } from '#core/form.ts'
import type { Web } from '#platform/web/server.ts'
import { assertMayNote, endAbsence, noteAbsence } from '../commands/note-absence.ts'
import { paths } from '../paths.ts'
import { drawPerson } from './people-pages.tsx'

const params = z.object({ id: z.uuid() })

interface Days {
  readonly fromOn: Temporal.PlainDate | null
  readonly untilOn: Temporal.PlainDate | null
}

/** Reads the days on which somebody is away. */
function readDays(body: unknown): Form<Days> {
  const reader = new FormReader(body)
  const fromOn = reader.date('from', 'the first day away')
  const untilOn = reader.date('until', 'the last day away', false)
  if (fromOn !== null && untilOn !== null && Temporal.PlainDate.compare(untilOn, fromOn) < 0)
    reader.fault('until', 'The last day comes after the first')
  return reader.done({ fromOn, untilOn })
}

/** Noting that somebody is away, and that they are back: oneself, or whoever keeps the people. */
export async function awayPages(app: Web): Promise<void> {
  app.post(
    paths.away.route,
    { schema: { params, body: z.looseObject({}) }, config: { audit: 'absence.sent', access: ['staff'] } },
    async (request, reply) => {
      const actor = request.person()
      const { id } = request.params
      await request.inTx((tx) => assertMayNote(tx, actor, id))
      const form = readDays(request.body)
      const { fromOn, untilOn } = form.values
      if (hasErrors(form) || fromOn === null)
        return reply.code(400).view(await request.inTx((tx) => drawPerson(tx, actor, id, form)))
      try {
        await request.inTx((tx) => noteAbsence(tx, actor, { personId: id, fromOn, untilOn }))
      } catch (fault) {
        if (!(fault instanceof Refused)) throw fault
        const errors = { from: fault.message }
        return reply.code(400).view(await request.inTx((tx) => drawPerson(tx, actor, id, { ...form, errors })))
      }
      return reply.flash('Noted. Whoever stands in may act on these days.').redirect(paths.person.to(id), 303)
    },
  )

  app.post(
    paths.back.route,
    {
      schema: { params, body: z.object({ absence: z.uuid() }) },
      config: { audit: 'absence.ended', access: ['staff'] },
    },
    async (request, reply) => {
      const { id } = request.params
      await request.inTx((tx) => endAbsence(tx, request.person(), { id: request.body.absence, personId: id }))
      return reply.flash('Noted. Nobody stands in any more.').redirect(paths.person.to(id), 303)
    },
  )
}
