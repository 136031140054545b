import { z } from 'zod'
import { readSettings } from '#areas/policy/index.ts'
import type { PersonActor } from '#core/actor.ts'
import { NotFound } from '#core/errors.ts'
import type { Form } from '#core/form.ts'
import { emptyForm, FormReader, hasErrors } from '#core/form.ts'
import type { Tx } from '#platform/database/tx.ts'
import { nowIn } from '#platform/database/tx.ts'
import type { Web } from '#platform/web/server.ts'
import { actingAs } from '../acting-as.ts'
import { findPerson } from '../forms/people-fields.ts'
import type { RecordHome } from '../home.ts'
import { reasonPage } from '../pages/reason-page.tsx'
import { knownPeople } from '../queries/known-people.ts'
import { mayRead, readCaseIn } from '../queries/read-case.ts'
import type { HandlerLeft } from './handlers-left.ts'
import { listConflicts } from './list-conflicts.ts'
import { takeWallDown } from './take-wall-down.ts'
import { wallOff } from './wall-off.ts'
import { WallsView } from './walls-view.tsx'

const params = z.object({ id: z.uuid() })

/** Keeping somebody from a record for an interest of their own in it, and taking that wall down again. */
export function wallsPage(app: Web, home: RecordHome): void {
  const { access, paths } = home
  app.get(
    paths.walls.route,
    { schema: { params }, config: { audit: `${home.audit}.walls.viewed`, access } },
    async (request, reply) => {
      const found = await request.inTx((tx) => readPage(tx, request.person(), home, request.params.id))
      return reply.view(draw(home, found, emptyForm(null)))
    },
  )
  app.post(
    paths.walls.route,
    { schema: { params, body: z.looseObject({}) }, config: { audit: `${home.audit}.walls.sent`, access } },
    async (request, reply) => {
      const actor = request.person()
      const found = await request.inTx((tx) => readPage(tx, actor, home, request.params.id))
      const form = readWall(request.body, actor, found)
      if (hasErrors(form)) return reply.code(400).view(draw(home, found, form))
      const recordId = found.one.id
      const { left, stays } = await request.inTx(async (tx) => ({
        left: await wallOff(tx, actor, { recordId, ...form.values }),
        stays: await mayRead(tx, recordId),
      }))
      return reply
        .flash(`The wall stands. ${sayHandlers(left)}`)
        .redirect(stays ? paths.walls.to(recordId) : home.list(found.one.kind), 303)
    },
  )
  liftPage(app, home)
}

const sayHandlers = (left: readonly HandlerLeft[]): string =>
  `It is handled by ${left.map((one) => one.name).join(', ')}.`

function liftPage(app: Web, home: RecordHome): void {
  reasonPage(app, home, {
    route: home.paths.liftWall.route,
    audit: 'wall.lift',
    read: async (tx, _actor, asked) => {
      const one = await readCaseIn(tx, home, asked.id)
      const wall = (await listConflicts(tx, one.id)).find((line) => line.id === asked.wall && line.lifted === null)
      if (wall === undefined) throw new NotFound('record.wall.missing')
      return { one, wall }
    },
    words: ({ wall }) => ({
      title: `Take down the wall for ${wall.name}`,
      lede: `It stands because: ${wall.reason} Whoever is named in the ${home.noun} stays kept out all the same.`,
      question: 'Why does it stand no longer?',
      button: 'Take it down',
    }),
    required: 'Say why the wall comes down',
    act: async (tx, actor, { one, wall }, reason) => {
      await takeWallDown(tx, actor, { recordId: one.id, conflictId: wall.id, reason })
      return null
    },
    done: 'The wall is down. That it stood stays known.',
  })
}

type PageFacts = Awaited<ReturnType<typeof readPage>>

async function readPage(tx: Tx, actor: PersonActor, home: RecordHome, id: string) {
  const one = await readCaseIn(tx, home, id)
  const parties = await actingAs(tx, one.policy, actor.personId, one)
  const mayWallOthers = parties.includes('handler')
  return {
    one,
    mayWallOthers,
    conflicts: await listConflicts(tx, id),
    known: mayWallOthers ? await knownPeople(tx, one.schoolId) : [],
    zone: (await readSettings(tx)).zone,
    now: nowIn(tx),
  }
}

function readWall(body: unknown, actor: PersonActor, found: PageFacts): Form<{ personId: string; reason: string }> {
  const reader = new FormReader(body)
  const who = found.mayWallOthers
    ? reader.choice('who', ['me', 'other'], 'Say whether it is you or somebody else')
    : 'me'
  const reason = reader.text('reason', { max: 4000, required: 'Say what the interest in the case is' })
  if (who !== 'other') return reader.done({ personId: actor.personId, reason })
  const name = reader.text('person', { max: 300, required: 'Name the person' })
  const person = name === '' ? undefined : findPerson(found.known, name)
  if (name !== '' && person === undefined) reader.fault('person', 'Choose one of the names that appear as you type')
  return reader.done({ personId: person?.id ?? '', reason })
}

const draw = (home: RecordHome, { one, ...found }: PageFacts, form: Form<unknown>) => (
  <WallsView
    home={home}
    id={one.id}
    reference={one.reference}
    conflicts={found.conflicts}
    mayWallOthers={found.mayWallOthers}
    known={found.known.map((person) => person.words)}
    typed={form.typed}
    errors={form.errors}
    now={found.now}
    zone={found.zone}
  />
)
