import { z } from 'zod'
import { readSettings } from '#areas/policy/index.ts'
import { namesOf } from '#areas/records/index.ts'
import { Forbidden, Refused } from '#core/errors.ts'
import type { Form } from '#core/form.ts'
import { emptyForm, hasErrors } from '#core/form.ts'
import type { Tx } from '#platform/database/tx.ts'
import { nowIn } from '#platform/database/tx.ts'
import type { Web } from '#platform/web/server.ts'
import { settleMissed } from '../commands/settle-missed.ts'
import { readMissed } from '../forms.ts'
import { personOfParty, sayParty } from '../owners.ts'
import { paths } from '../paths.ts'
import { classNames } from '../queries/all-duties.ts'
import { doesAs, ownPartsAt, readHeld, siteOf } from '../queries/may-do.ts'
import { missedRounds } from '../queries/missed-rounds.ts'
import { readDuty } from '../queries/one-duty.ts'
import { MissedView } from '../views/missed-view.tsx'

const params = z.object({ id: z.uuid() })
const querystring = z.object({ ids: z.string().max(16_000).catch('') })
const access = ['staff', 'governor'] as const

/** The rounds of one duty that nobody did: settled together, with one reason. */
export async function missedPage(app: Web): Promise<void> {
  app.get(
    paths.missed.route,
    { schema: { params, querystring }, config: { audit: 'duty.missed.viewed', access } },
    async (request, reply) => {
      const found = await request.inTx((tx) => readPage(tx, request.params.id))
      return reply.view(draw(found, emptyForm(null), request.query.ids.split(',')))
    },
  )

  app.post(
    paths.missed.route,
    { schema: { params, body: z.looseObject({}) }, config: { audit: 'duty.missed.sent', access } },
    async (request, reply) => {
      const actor = request.person()
      const { id } = request.params
      const found = await request.inTx((tx) => readPage(tx, id))
      if (!found.mayDo) throw new Forbidden('duty.not_mine')
      const form = readMissed(request.body, found.rounds)
      if (found.rounds.length > 0 && hasErrors(form)) return reply.code(400).view(draw(found, form, form.values.ids))
      if (found.rounds.length === 0) throw new Refused('duty.missed.none', 'None of these is waiting any more.')
      const settled = await request.inTx((tx) => settleMissed(tx, actor, { dutyId: id, ...form.values }))
      return reply
        .flash(settled === 1 ? '1 round is settled as missed' : `${settled} rounds are settled as missed`)
        .redirect(paths.mine.to(), 303)
    },
  )
}

type Found = Awaited<ReturnType<typeof readPage>>

async function readPage(tx: Tx, id: string) {
  const one = await readDuty(tx, id)
  const as = doesAs(one.pack, one, ownPartsAt(await readHeld(tx), one.schoolId, siteOf(one.pack, one)))
  const proof = one.asks?.proof
  // What a class has not covered in its year can be settled as missed; a signature or fact is there or not.
  const byItself = proof !== undefined && ('signed' in proof || 'when' in proof)
  return {
    one,
    mayDo: as !== null && !byItself,
    rounds: await missedRounds(tx, one),
    owner: sayParty(one.pack, one.party, await classNames(tx), await namesOf(tx, [personOfParty(one.party)])),
    zone: (await readSettings(tx)).zone,
    now: nowIn(tx),
  }
}

const draw = ({ one, mayDo, rounds, owner, zone, now }: Found, form: Form<unknown>, ticked: readonly string[]) => (
  <MissedView
    id={one.id}
    title={one.title}
    owner={owner}
    mayDo={mayDo}
    rounds={rounds.map(({ id, startsAt, dueAt }) => ({ id, startsAt, dueAt, ticked: ticked.includes(id) }))}
    typed={form.typed}
    errors={form.errors}
    now={now}
    zone={zone}
  />
)
