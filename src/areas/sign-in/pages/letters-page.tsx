import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { readSettings } from '#areas/policy/index.ts'
import { sayFullInstant } from '#core/calendar/say-date.ts'
import type { Tx } from '#platform/database/tx.ts'
import type { Parts } from '#platform/parts.ts'
import { qrSvg } from '#platform/qr/qr-svg.ts'
import type { Web } from '#platform/web/server.ts'
import { printLetters } from '../commands/print-letters.ts'
import { paths } from '../paths.ts'
import { assertMayIssue, listClasses } from '../queries/class-list.ts'
import { grownUps, parentsOfClass } from '../queries/letter-list.ts'
import { LetterSheetsView } from '../views/letter-sheets-view.tsx'
import { LetterGroupsView, LettersOfView } from '../views/letters-view.tsx'

const params = z.object({ classId: z.uuid() })
const body = z.object({
  who: z.union([z.uuid().transform((one) => [one]), z.array(z.uuid()).max(1000)]).optional(),
})
const staff = (audit: string) => ({ audit, access: ['staff' as const] })
const printing = { ...staff('letters.printed'), limit: 30 }

/** Letters that sign in once, for people whom no mail reaches: printed by the posts that make pupils' cards. */
export async function lettersPage(app: Web, parts: Parts): Promise<void> {
  app.get(
    paths.letters.route,
    { schema: { querystring: z.object({}) }, config: staff('letters.viewed') },
    async (request, reply) => {
      const classes = await request.inTx(async (tx) => {
        await assertMayIssue(tx)
        return listClasses(tx)
      })
      return reply.view(<LetterGroupsView classes={classes} sends={parts.mail.sends} />)
    },
  )
  app.get(
    paths.lettersToStaff.route,
    { schema: { querystring: z.object({}) }, config: staff('letters.staff.viewed') },
    (request, reply) => showGroup(parts, request, reply, null, null),
  )
  app.post(paths.lettersToStaff.route, { schema: { body }, config: printing }, (request, reply) =>
    print(parts, request, reply, null, request.body.who ?? []),
  )
  app.get(paths.lettersOfClass.route, { schema: { params }, config: staff('letters.class.viewed') }, (request, reply) =>
    showGroup(parts, request, reply, request.params.classId, null),
  )
  app.post(paths.lettersOfClass.route, { schema: { params, body }, config: printing }, (request, reply) =>
    print(parts, request, reply, request.params.classId, request.body.who ?? []),
  )
}

async function readGroup(tx: Tx, classId: string | null) {
  await assertMayIssue(tx)
  const group =
    classId === null
      ? { name: 'Staff, governors and visitors', people: await grownUps(tx) }
      : await parentsOfClass(tx, classId)
  const { name: organisation, zone } = await readSettings(tx)
  return { ...group, organisation, zone }
}

async function showGroup(
  parts: Parts,
  request: FastifyRequest,
  reply: FastifyReply,
  classId: string | null,
  error: string | null,
): Promise<FastifyReply> {
  const { organisationId } = request.actor
  const { name, people, zone } = await request.inTx((tx) => readGroup(tx, classId))
  const ids = people.map((person) => person.personId)
  const [why, waiting] = await Promise.all([
    parts.identity.whyNoLetter(organisationId, ids),
    parts.identity.lettersWaiting(organisationId, ids),
  ])
  const rows = people.map((person) => ({
    ...person,
    why: why.get(person.personId) ?? null,
    waitsUntil: waiting.get(person.personId) ?? null,
  }))
  return reply.view(
    <LettersOfView
      name={name}
      action={hrefOf(classId)}
      people={rows}
      sends={parts.mail.sends}
      now={parts.clock.now()}
      zone={zone}
      error={error}
    />,
  )
}

const hrefOf = (classId: string | null): string =>
  classId === null ? paths.lettersToStaff.to() : paths.lettersOfClass.to(classId)

async function print(
  parts: Parts,
  request: FastifyRequest,
  reply: FastifyReply,
  classId: string | null,
  who: readonly string[],
): Promise<FastifyReply> {
  const { organisationId } = request.actor
  const why = await parts.identity.whyNoLetter(organisationId, who)
  const { name, organisation, zone, printed } = await request.inTx(async (tx) => {
    const { people, ...group } = await readGroup(tx, classId)
    const chosen = people.filter((person) => who.includes(person.personId) && !why.has(person.personId))
    return { ...group, printed: await printLetters(tx, parts.identity, chosen) }
  })
  if (printed.length === 0) return showGroup(parts, request, reply.code(400), classId, 'Choose at least one person')
  const address = `${parts.baseUrl}${paths.letter.to()}`
  return reply.view(
    <LetterSheetsView
      group={name}
      back={hrefOf(classId)}
      organisation={organisation}
      address={address}
      letters={printed.map(({ letter, ...person }) => ({
        ...person,
        code: letter.code,
        until: sayFullInstant(letter.expiresAt, zone),
        qr: drawn(`${address}?code=${letter.code}`),
      }))}
      today={parts.clock.now().toZonedDateTimeISO(zone).toPlainDate()}
    />,
  )
}

const drawn = (text: string): string => `data:image/svg+xml;base64,${Buffer.from(qrSvg(text)).toString('base64')}`
