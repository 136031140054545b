import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { policyVersion } from '#areas/policy/index.ts'
import { PackFields } from '#areas/records/index.ts'
import type { PersonActor } from '#core/actor.ts'
import { NotFound, Refused } from '#core/errors.ts'
import type { Form } from '#core/form.ts'
import { emptyForm, hasErrors } from '#core/form.ts'
import { say } from '#core/messages/say.ts'
import type { Tx } from '#platform/database/tx.ts'
import type { Parts } from '#platform/parts.ts'
import type { Web } from '#platform/web/server.ts'
import { assentOf } from '../agreement-text.ts'
import { answerSurvey } from '../commands/answer-survey.ts'
import { signInPerson, wayOfPresence } from '../commands/sign-in-person.ts'
import { readSign } from '../forms/read-sign.ts'
import { readNaming, withFaults } from '../named-on-slip.ts'
import { paths } from '../paths.ts'
import type { MyAsking } from '../queries/read-mine.ts'
import { readPeople } from '../queries/read-people.ts'
import { assertStaff } from '../staff.ts'
import { HereDoneView, HereView } from '../views/here-view.tsx'
import type { Opened } from './mine-props.ts'
import { openAsking } from './mine-props.ts'

const params = z.object({ id: z.uuid(), signer: z.uuid() })

/** Signing on a device of the school that a member of staff hands over: in class on signing day, or at the front desk. */
export async function herePage(app: Web, parts: Parts): Promise<void> {
  app.get(
    paths.here.route,
    { schema: { params }, config: { audit: 'agreement.here.viewed', access: ['staff'] } },
    async (request, reply) => {
      const found = await open(parts, request, request.params)
      if (found.opened.asking.state === 'signed') return reply.view(done(found))
      return reply.view(draw(found, emptyForm(null)))
    },
  )

  app.post(
    paths.here.route,
    { schema: { params, body: z.looseObject({}) }, config: { audit: 'agreement.here.sent', access: ['staff'] } },
    async (request, reply) => {
      const { id, signer } = request.params
      const found = await open(parts, request, request.params)
      const { opened } = found
      const signed = readSign(request.body, opened.text, opened.fields)
      const names = hasErrors(signed) || opened.asking.countersigns
      const form = names
        ? signed
        : withFaults(signed, await request.inTx((tx) => readNaming(tx, opened.asking.request, signed.values.fields)))
      if (hasErrors(form) || form.values.agree !== 'yes')
        return reply.code(400).view(draw(found, { ...form, errors: saidHere(form.errors) }))
      const said = { ...form.values, requestId: id, signerId: signer, language: opened.text.language }
      await request.inTx(async (tx) => {
        if (opened.text.anonymous) await answerSurvey(tx, request.person(), said)
        else await signInPerson(tx, request.person(), said)
      })
      // More is asked of the same person: it follows at once, before the tablet goes back.
      return reply.redirect(paths.here.to(found.next ?? id, signer), 303)
    },
  )
}

const saidHere = (errors: Readonly<Record<string, string>>): Record<string, string> =>
  'agree' in errors || Object.keys(errors).length === 0
    ? { ...errors, agree: say('en', 'agreement.here.error') }
    : { ...errors }

interface Found {
  readonly opened: Opened
  readonly witness: string
  readonly signerId: string
  /** What else may be signed here by the same person, if anything. */
  readonly next: string | null
}

/** Opens an asking as the one who signs sees it: the text in their words, and never what another parent answered. */
async function open(parts: Parts, request: FastifyRequest, { id, signer }: z.infer<typeof params>): Promise<Found> {
  const actor = request.person()
  if (signer === actor.personId) throw new NotFound('agreement.missing')
  const witness = await request.inTx(async (tx) => {
    await assertStaff(tx, actor)
    const people = await readPeople(tx, [actor.personId, signer])
    if (!people.has(signer)) throw new NotFound('agreement.missing')
    return people.get(actor.personId)?.name ?? ''
  })
  const organisationId = actor.organisationId
  const asked: PersonActor = { kind: 'person', organisationId, personId: signer, audience: 'visitor' }
  const opened = await parts.db.inTx(asked, async (tx) => {
    const found = await openAsking(tx, asked, id, undefined)
    if (!(await hereIsAWay(tx, found.asking))) throw new Refused('agreement.present.none', NO_WAY)
    return { ...found, next: await nextHere(tx, found) }
  })
  return { opened, witness, signerId: signer, next: opened.next }
}

const NO_WAY = say('en', 'agreement.refused.no_presence')

async function hereIsAWay(tx: Tx, asking: MyAsking): Promise<boolean> {
  const { pack } = await policyVersion(tx, asking.request.policyVersionId, asking.request.schoolId)
  const assent = assentOf(pack, asking.request.assent)
  const capacity = !asking.self ? 'parent' : assent.about === 'each_pupil' ? 'pupil' : 'self'
  return assent.ways.includes(wayOfPresence(capacity))
}

async function nextHere(tx: Tx, { mine, asking }: Opened): Promise<string | null> {
  for (const one of mine)
    if (one !== asking && one.self && one.state === 'todo' && (await hereIsAWay(tx, one))) return one.request.id
  return null
}

const draw = ({ opened, witness, signerId }: Found, form: Form<unknown>) => (
  <HereView
    text={opened.text}
    action={paths.here.to(opened.asking.request.id, signerId)}
    signerName={opened.signerName}
    witness={witness}
    slip={<PackFields fields={opened.fields} typed={form.typed} errors={form.errors} />}
    typed={form.typed}
    errors={form.errors}
  />
)

const done = ({ opened }: Found) => (
  <HereDoneView
    title={say('en', 'agreement.here.done', { name: opened.signerName })}
    says={say('en', 'agreement.here.done_says')}
    backHref={paths.person.to(opened.asking.aboutId)}
  />
)
