import { z } from 'zod'
import { callsAbout, partiesOfCircle } from '#areas/notices/index.ts'
import { policyVersion, readSettings } from '#areas/policy/index.ts'
import type { PersonActor } from '#core/actor.ts'
import type { Typed } from '#core/form.ts'
import { hasErrors } from '#core/form.ts'
import type { Tx } from '#platform/database/tx.ts'
import { asSystem } from '#platform/database/tx.ts'
import type { Parts } from '#platform/parts.ts'
import type { Web } from '#platform/web/server.ts'
import { nameStaff } from '../commands/name-staff.ts'
import { takeConcern } from '../commands/take-concern.ts'
import { writeMessage } from '../commands/write-message.ts'
import { writeNote } from '../commands/write-note.ts'
import { readStaff, readText } from '../forms.ts'
import { paths } from '../paths.ts'
import { filesOf, filesStand } from '../queries/files-of.ts'
import { givenBy } from '../queries/given-by.ts'
import { handlersOf } from '../queries/handlers-of.ts'
import { joinedTo } from '../queries/joined.ts'
import { maySee, readConcern } from '../queries/read-concern.ts'
import { staffToName } from '../queries/staff-to-name.ts'
import { ShowView } from '../views/show-view.tsx'
import { sayParty, sayWorry } from '../worries.ts'

const params = z.object({ id: z.uuid() })
const body = z.looseObject({})
const access = ['staff', 'governor'] as const

interface Sent {
  readonly typed: Typed
  readonly errors: Readonly<Record<string, string>>
}

/** One concern: what was told, the conversation with the reporter, the handlers' own notes, and what is done with it. */
export async function showPage(app: Web, parts: Parts): Promise<void> {
  await readPage(app, parts)
  await writePage(app, parts)
  await keepOutPage(app, parts)
}

async function readPage(app: Web, parts: Parts): Promise<void> {
  app.get(
    paths.show.route,
    { schema: { params }, config: { audit: 'concern.viewed', access } },
    async (request, reply) => {
      const actor = request.person()
      return reply.view(await request.inTx((tx) => drawConcern(tx, parts, actor, request.params.id)))
    },
  )

  app.post(
    paths.take.route,
    { schema: { params, body }, config: { audit: 'concern.taken', access } },
    async (request, reply) => {
      const { id } = request.params
      await request.inTx((tx) => takeConcern(tx, request.person(), id))
      return reply.flash('You have taken it').redirect(paths.show.to(id), 303)
    },
  )
}

async function writePage(app: Web, parts: Parts): Promise<void> {
  app.post(
    paths.reply.route,
    { schema: { params, body }, config: { audit: 'concern.replied', access } },
    async (request, reply) => {
      const { id } = request.params
      const actor = request.person()
      const form = readText(request.body, 'reply', 'Write what the reporter is to read')
      if (hasErrors(form))
        return reply.code(400).view(await request.inTx((tx) => drawConcern(tx, parts, actor, id, form)))
      await request.inTx((tx) => writeMessage(tx, actor, { concernId: id, body: form.values.text }))
      return reply.flash('Sent to the person who told us').redirect(`${paths.show.to(id)}#conversation`, 303)
    },
  )

  app.post(
    paths.note.route,
    { schema: { params, body }, config: { audit: 'concern.noted', access } },
    async (request, reply) => {
      const { id } = request.params
      const actor = request.person()
      const form = readText(request.body, 'note', 'Write the note first')
      if (hasErrors(form))
        return reply.code(400).view(await request.inTx((tx) => drawConcern(tx, parts, actor, id, form)))
      await request.inTx((tx) => writeNote(tx, actor, { concernId: id, body: form.values.text }))
      return reply.flash('Note kept. The reporter does not see it').redirect(`${paths.show.to(id)}#notes`, 303)
    },
  )
}

async function keepOutPage(app: Web, parts: Parts): Promise<void> {
  app.post(
    paths.staff.route,
    { schema: { params, body }, config: { audit: 'concern.staff_named', access } },
    async (request, reply) => {
      const { id } = request.params
      const actor = request.person()
      const form = await request.inTx(async (tx) => {
        const { schoolId } = await readConcern(tx, id)
        return readStaff(request.body, await staffToName(tx, schoolId))
      })
      if (hasErrors(form))
        return reply.code(400).view(await request.inTx((tx) => drawConcern(tx, parts, actor, id, form)))
      const { personId } = form.values
      await request.inTx((tx) => nameStaff(tx, actor, { concernId: id, personIds: [personId] }))
      // Somebody who named themselves, or whose circle it has left, cannot open it any more.
      const still = await request.inTx((tx) => maySee(tx, id))
      return reply
        .flash('From now on this person cannot see it')
        .redirect(still ? paths.show.to(id) : paths.list.to(), 303)
    },
  )
}

async function drawConcern(
  tx: Tx,
  parts: Parts,
  actor: PersonActor,
  id: string,
  sent: Sent = { typed: {}, errors: {} },
) {
  const concern = await readConcern(tx, id)
  const policy = await policyVersion(tx, concern.policyVersionId, concern.schoolId)
  const { zone } = await readSettings(tx)
  const calls = await callsAbout(tx, id)
  const files = await filesOf(tx, id)
  const readers = await asSystem(tx, () => partiesOfCircle(tx, concern.circle, concern.policyVersionId))
  return (
    <ShowView
      concern={concern}
      worry={sayWorry(policy, concern.aboutKind)}
      given={await givenBy(tx, concern)}
      handlers={await handlersOf(tx, policy, concern)}
      readers={readers.map((party) => sayParty(policy, party))}
      chosen={concern.chosen.map((party) => sayParty(policy, party))}
      calls={calls.map((call) => ({ ...call, post: sayParty(policy, call.party) }))}
      files={files}
      filesStand={files.length === 0 ? 'open' : await filesStand(tx, id)}
      joined={await joinedTo(tx, id)}
      staff={await staffToName(tx, concern.schoolId)}
      clauses={policy.pack.records.concern?.clauses ?? []}
      mine={concern.takenById === actor.personId}
      typed={sent.typed}
      errors={sent.errors}
      now={parts.clock.now()}
      zone={zone}
    />
  )
}
