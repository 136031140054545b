import { z } from 'zod'
import { textOf } from '#areas/policy/index.ts'
import { PackFields, readFields } from '#areas/records/index.ts'
import type { PersonActor } from '#core/actor.ts'
import { Forbidden } from '#core/errors.ts'
import type { Typed } from '#core/form.ts'
import { FormReader, hasErrors } from '#core/form.ts'
import type { Tx } from '#platform/database/tx.ts'
import type { Web } from '#platform/web/server.ts'
import type { FactValue } from '../commands/set-person-facts.ts'
import { setPersonFacts } from '../commands/set-person-facts.ts'
import { factRows, typedFacts } from '../fact-rows.ts'
import { paths } from '../paths.ts'
import { findPeople } from '../queries/find-people.ts'
import { assertKeepsPeople } from '../queries/own-posts.ts'
import type { PersonFile } from '../queries/read-person.ts'
import { readPerson } from '../queries/read-person.ts'
import { childrenWithoutSignatory } from '../queries/without-signatory.ts'
import { NoSignatoryView } from '../views/no-signatory-view.tsx'
import { PeopleView } from '../views/people-view.tsx'
import { PersonView } from '../views/person-view.tsx'

const params = z.object({ id: z.uuid() })
const querystring = z.object({ words: z.string().max(200).trim().catch('') })
const staff = (audit: string) => ({ audit, access: ['staff' as const] })

/** Finding people, one person, and the children for whom nobody can be asked. */
export async function peoplePages(app: Web): Promise<void> {
  app.get(paths.people.route, { schema: { querystring }, config: staff('people.viewed') }, async (request, reply) => {
    const { words } = request.query
    const view = await request.inTx(async (tx) => {
      await assertKeepsPeople(tx)
      return { found: await findPeople(tx, words), unsigned: (await childrenWithoutSignatory(tx)).length }
    })
    return reply.view(<PeopleView words={words} {...view} />)
  })

  app.get(
    paths.unsigned.route,
    { schema: { querystring: z.object({}) }, config: staff('people.no_signatory.viewed') },
    async (request, reply) => {
      const children = await request.inTx(async (tx) => {
        await assertKeepsPeople(tx)
        return childrenWithoutSignatory(tx)
      })
      return reply.view(<NoSignatoryView children={children} />)
    },
  )

  await personPages(app)
}

async function personPages(app: Web): Promise<void> {
  app.get(paths.me.route, { schema: {}, config: staff('person.own.viewed') }, (request, reply) =>
    reply.redirect(paths.person.to(request.person().personId), 303),
  )

  app.get(paths.person.route, { schema: { params }, config: staff('person.viewed') }, async (request, reply) => {
    const actor = request.person()
    return reply.view(await request.inTx((tx) => drawPerson(tx, actor, request.params.id)))
  })

  app.post(
    paths.facts.route,
    { schema: { params, body: z.looseObject({}) }, config: staff('person.facts.sent') },
    async (request, reply) => {
      const actor = request.person()
      const { id } = request.params
      const form = await request.inTx(async (tx) => readFacts(request.body, await readPerson(tx, actor, id)))
      if (hasErrors(form)) return reply.code(400).view(await request.inTx((tx) => drawPerson(tx, actor, id, form)))
      await request.inTx((tx) => setPersonFacts(tx, actor, { personId: id, facts: form.values }))
      return reply.flash('Kept. Whoever is bound by an agreement now is asked.').redirect(paths.person.to(id), 303)
    },
  )
}

function readFacts(body: unknown, person: PersonFile) {
  const reader = new FormReader(body)
  const rows = factRows(person).filter((row) => row.maySet)
  if (rows.length === 0) throw new Forbidden('person.facts.none')
  const values = readFields(
    reader,
    rows.map((row) => row.view),
  )
  const facts: Record<string, FactValue | null> = {}
  for (const { view } of rows) {
    const value = values[view.id]
    facts[view.id] = value === undefined || Array.isArray(value) ? null : value
  }
  return reader.done(facts)
}

interface Sent {
  readonly typed: Typed
  readonly errors: Readonly<Record<string, string>>
}

/** The page of a person, with what was typed into one of its forms and what was wrong. */
export async function drawPerson(tx: Tx, actor: PersonActor, id: string, sent?: Sent) {
  const person = await readPerson(tx, actor, id)
  const rows = factRows(person)
  const settable = rows.filter((row) => row.maySet).map((row) => row.view)
  const typed = { ...typedFacts(person), ...sent?.typed }
  const errors = sent?.errors ?? {}
  return (
    <PersonView
      person={person}
      posts={person.posts.map((party) => sayPost(person, party))}
      known={rows.filter((row) => !row.maySet)}
      fields={settable.length === 0 ? null : <PackFields fields={settable} typed={typed} errors={errors} />}
      typed={typed}
      errors={errors}
    />
  )
}

function sayPost({ pack }: PersonFile, party: string): string {
  const id = party.slice('party/'.length)
  const says = pack.parties[id]?.says
  return says === undefined ? id.replaceAll('_', ' ') : textOf(says)
}
