import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { readSettings } from '#areas/policy/index.ts'
import { PackFields } from '#areas/records/index.ts'
import type { PersonActor } from '#core/actor.ts'
import type { Form } from '#core/form.ts'
import { emptyForm, hasErrors } from '#core/form.ts'
import { say } from '#core/messages/say.ts'
import type { Tx } from '#platform/database/tx.ts'
import type { Web } from '#platform/web/server.ts'
import { answerSurvey } from '../commands/answer-survey.ts'
import { refuseAgreement } from '../commands/refuse-agreement.ts'
import { signAgreement } from '../commands/sign-agreement.ts'
import type { SignForm } from '../forms/read-sign.ts'
import { readSign } from '../forms/read-sign.ts'
import { listOf } from '../letters.ts'
import { readNaming, withFaults } from '../named-on-slip.ts'
import { paths } from '../paths.ts'
import { readAboutMe } from '../queries/read-about-me.ts'
import type { MyAsking } from '../queries/read-mine.ts'
import { readMine } from '../queries/read-mine.ts'
import { readPast } from '../queries/read-past.ts'
import { readPeople } from '../queries/read-people.ts'
import { MineView } from '../views/mine-view.tsx'
import { SignView } from '../views/sign-view.tsx'
import type { Opened } from './mine-props.ts'
import { aboutMeLine, audienceOf, cardsOf, lineOf, nextAfter, openAsking, pastLine, signProps } from './mine-props.ts'

const params = z.object({ id: z.uuid() })
const querystring = z.object({
  words: z.enum(['en', 'en-easy']).optional().catch(undefined),
  see: z.enum(['given']).optional().catch(undefined),
})
const body = z.looseObject({ words: z.enum(['en', 'en-easy']).optional().catch(undefined) })

/** What somebody signs for themselves and for their children, and what they have signed. */
export async function minePage(app: Web): Promise<void> {
  app.get(
    paths.mine.route,
    { schema: { querystring }, config: { audit: 'agreement.mine.viewed', access: 'signed_in' } },
    async (request, reply) => {
      const actor = request.person()
      if (request.query.see === 'given') return reply.view(await overview(request, actor, null, true))
      const mine = await request.inTx((tx) => readMine(tx, actor))
      const first = mine.find((one) => one.state === 'todo')
      if (first === undefined) return reply.view(await overview(request, actor, null))
      const opened = await open(request, actor, first.request.id, request.query.words)
      return reply.view(draw(opened, actor, emptyForm(EMPTY)))
    },
  )

  app.get(
    paths.sign.route,
    { schema: { params, querystring }, config: { audit: 'agreement.sign.viewed', access: 'signed_in' } },
    async (request, reply) => {
      const actor = request.person()
      const opened = await open(request, actor, request.params.id, request.query.words)
      if (opened.asking.state === 'signed' && !opened.asking.inPart)
        return reply.view(await overview(request, actor, null))
      return reply.view(draw(opened, actor, emptyForm(EMPTY)))
    },
  )

  await sending(app)
  await afterwards(app)
}

async function sending(app: Web): Promise<void> {
  app.post(
    paths.sign.route,
    { schema: { params, body }, config: { audit: 'agreement.sign.sent', access: 'signed_in' } },
    async (request, reply) => {
      const actor = request.person()
      const requestId = request.params.id
      const opened = await open(request, actor, requestId, request.body.words)
      const form = await request.inTx((tx) => readSlip(tx, request.body, opened))
      if (hasErrors(form)) return reply.code(400).view(draw(opened, actor, form))
      const { values } = form
      const language = opened.text.language
      const after = await request.inTx(async (tx) => {
        if (values.agree === 'talk') {
          const { told } = await refuseAgreement(tx, actor, {
            requestId,
            reason: values.reason,
            language,
            way: wayOf(request),
          })
          return { told: told.length > 0 }
        }
        const said = { ...values, requestId, language, way: wayOf(request) }
        if (opened.text.anonymous) await answerSurvey(tx, actor, said)
        else await signAgreement(tx, actor, said)
        return { told: false }
      })
      const next = nextAfter(opened.mine, opened.asking)
      const here = flashOf(opened, values.agree === 'talk', after.told)
      if (next !== null) return reply.flash(here).redirect(paths.sign.to(next.request.id), 303)
      if (values.agree === 'talk') return reply.flash(here).redirect(paths.mine.to(), 303)
      return reply.redirect(paths.signed.to(requestId), 303)
    },
  )
}

async function afterwards(app: Web): Promise<void> {
  app.get(
    paths.signed.route,
    { schema: { params }, config: { audit: 'agreement.signed.viewed', access: 'signed_in' } },
    async (request, reply) => {
      const actor = request.person()
      const { asking } = await open(request, actor, request.params.id, undefined)
      if (asking.state !== 'signed') return reply.redirect(paths.mine.to(), 303)
      const done = asking.anonymous
        ? say('en', 'survey.sent')
        : asking.self
          ? say('en', 'agreement.done.own')
          : say('en', 'agreement.done.for', { name: asking.name })
      return reply.view(await overview(request, actor, done))
    },
  )
}

// Who countersigns is named on the slip: a name that is nobody's is a fault of the form.
async function readSlip(tx: Tx, body: unknown, { text, fields, asking }: Opened): Promise<Form<SignForm>> {
  const form = readSign(body, text, fields)
  const names = asking.countersigns || hasErrors(form) || form.values.agree !== 'yes'
  return names ? form : withFaults(form, await readNaming(tx, asking.request, form.values.fields))
}

// A link or letter of the school brought them here, or a sign-in of their own.
const wayOf = ({ session }: FastifyRequest): 'link' | 'screen' =>
  session?.method === 'link' || session?.method === 'letter' ? 'link' : 'screen'

const EMPTY = { agree: null, typedName: '', reason: '', answers: {}, fields: {}, textHash: '' }

const open = (request: FastifyRequest, actor: PersonActor, id: string, words: string | undefined): Promise<Opened> =>
  request.inTx((tx) => openAsking(tx, actor, id, words))

const draw = (opened: Opened, actor: PersonActor, form: Form<SignForm>) => (
  <SignView
    {...signProps(opened, actor, form)}
    slip={<PackFields fields={opened.fields} typed={form.typed} errors={form.errors} />}
  />
)

async function overview(request: FastifyRequest, actor: PersonActor, done: string | null, given = false) {
  const found = await request.inTx(async (tx) => {
    const mine = await readMine(tx, actor)
    return {
      mine,
      aboutMe: await readAboutMe(tx, actor, new Set(mine.map((one) => one.request.id))),
      past: await readPast(tx, actor),
      own: (await readPeople(tx, [actor.personId])).get(actor.personId),
      zone: (await readSettings(tx)).zone,
    }
  })
  const { mine, zone } = found
  const live = new Set(mine.map((one) => one.signatureId))
  const next = mine.find((one) => one.state === 'todo')
  return (
    <MineView
      audience={audienceOf(actor, ownYear(mine))}
      people={cardsOf(mine, null)}
      done={done}
      given={given}
      mailed={found.own?.email != null}
      asked={[...mine.map((one) => lineOf(one, zone)), ...found.aboutMe.map((one) => aboutMeLine(one, zone))]}
      past={found.past.filter((one) => !live.has(one.id)).map((one) => pastLine(one, zone))}
      nextHref={next === undefined ? null : paths.sign.to(next.request.id)}
    />
  )
}

const ownYear = (mine: readonly MyAsking[]): number | null => mine.find((one) => one.self)?.year ?? null

function flashOf(opened: Opened, talk: boolean, told: boolean): string {
  const { asking, mailed, talksTo, text } = opened
  if (text.anonymous) return say('en', 'survey.sent')
  if (talk)
    return told && talksTo.length > 0
      ? say('en', 'agreement.talk.flash', { who: listOf(talksTo) })
      : say('en', 'agreement.talk.flash_somebody')
  if (asking.self) return say('en', 'agreement.done.own_flash')
  return say('en', mailed ? 'agreement.done.flash' : 'agreement.done.flash_here', { name: asking.name })
}
