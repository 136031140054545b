import type { FastifyReply } from 'fastify'
import { z } from 'zod'
import { draftPaths, programPacks } from '#areas/drafting/index.ts'
import { letIn, organisations, passwordRules, sayPasswordRules } from '#areas/sign-in/index.ts'
import { systemActor } from '#core/actor.ts'
import { NotFound, Refused } from '#core/errors.ts'
import type { Form } from '#core/form.ts'
import { emptyForm, hasErrors } from '#core/form.ts'
import { newId } from '#core/ids.ts'
import type { SignedIn } from '#platform/identity/opening.ts'
import type { Parts } from '#platform/parts.ts'
import type { Web } from '#platform/web/server.ts'
import { setUpOrganisation } from '../commands/set-up-organisation.ts'
import type { SetUp } from '../forms.ts'
import { readSetUp } from '../forms.ts'
import { paths } from '../paths.ts'
import type { PackOnOffer } from '../queries/packs.ts'
import { packsOnOffer } from '../queries/packs.ts'
import { SetUpView } from '../views/set-up-view.tsx'

const body = z.looseObject({ password: z.string().max(1000).catch('') })

/** The page of an empty installation, behind the one-time code; afterwards it is gone. */
export async function setUpPage(app: Web, parts: Parts): Promise<void> {
  app.get(
    paths.setUp.route,
    { schema: { querystring: z.object({}) }, config: { audit: 'set_up.viewed', access: 'visitor' } },
    async (_request, reply) => {
      await assertEmpty(parts)
      return showSetUp(reply, offerOf(parts), emptyForm({}))
    },
  )
  app.post(
    paths.setUp.route,
    { schema: { body }, config: { audit: 'set_up.sent', access: 'visitor', limit: 60 } },
    async (request, reply) => {
      await assertEmpty(parts)
      const offer = offerOf(parts)
      const form = await checkCode(
        parts,
        readSetUp(
          request.body,
          offer.packs,
          offer.drafts.map(({ value }) => value),
        ),
      )
      const chosen = offer.packs.find((pack) => pack.name === form.values.pack) ?? null
      if (hasErrors(form)) return showSetUp(reply.code(400), offer, form)
      const next =
        form.values.draft === null
          ? null
          : form.values.draft === 'document'
            ? draftPaths.document.to()
            : draftPaths.list.to()
      return letIn(parts, reply, await setUp(parts, form.values, chosen), { next, kept: null })
    },
  )
}

/** With several packs on offer the page says what Kept asks itself; a policy that asks for more is named beside the field. */
function showSetUp(reply: FastifyReply, { packs, drafts }: Offer, form: Pick<Form<unknown>, 'typed' | 'errors'>) {
  const [only] = packs.length === 1 ? packs : []
  const hint = sayPasswordRules(passwordRules(only?.pack ?? null))
  return reply.view(
    <SetUpView packs={packs} drafts={drafts} passwordHint={hint} typed={form.typed} errors={form.errors} />,
  )
}

interface Offer {
  readonly packs: readonly PackOnOffer[]
  readonly drafts: readonly { readonly value: string; readonly text: string; readonly hint: string }[]
}

/** What a school can start from: a policy that is in force at once, or a draft that it makes its own first. */
function offerOf(parts: Parts): Offer {
  const drafts = programPacks(parts.root).map((pack) => ({
    value: `pack/${pack.name}`,
    text: pack.title,
    hint: `${pack.about} ${pack.clauses} clauses.`,
  }))
  return {
    packs: packsOnOffer(parts.root),
    drafts: [
      ...drafts,
      { value: 'document', text: 'Our own document', hint: 'You bring it in on the next page' },
      { value: 'blank', text: 'A blank', hint: 'One clause and the least that a policy needs' },
    ],
  }
}

async function assertEmpty(parts: Parts): Promise<void> {
  if ((await organisations(parts.db)).length > 0) throw new NotFound('set_up.done')
}

/** A code is looked at only when it was typed: each wrong one counts. It is spent together with what it makes. */
async function checkCode(parts: Parts, form: Form<SetUp>): Promise<Form<SetUp>> {
  if (form.values.code === '' || (await parts.identity.checkSetupToken(form.values.code))) return form
  const says = 'This code does not work. It may be old: restart Kept, and copy the new one from the terminal.'
  return { ...form, errors: { code: says, ...form.errors } }
}

/** One transaction from the code to the password: a crash leaves all of it or nothing, and then the code still works. */
async function setUp(parts: Parts, input: SetUp, chosen: PackOnOffer | null): Promise<SignedIn> {
  const system = systemActor(newId(parts.clock), 'set-up')
  await parts.db.inTx(system, async (tx) => {
    if (!(await parts.identity.spendSetupToken(tx, input.code)))
      throw new Refused('set_up.code.used', 'Somebody used this code a moment ago. Open the page again.')
    const personId = await setUpOrganisation(tx, system, input, chosen?.pack ?? null, parts.root)
    const person = { organisationId: system.organisationId, personId, email: input.login }
    await parts.identity.makeFirstAccount(tx, person, input.password)
  })
  const answer = await parts.identity.signInWithPassword({ login: input.login, password: input.password })
  if (answer.kind !== 'signed-in') throw new Error('the first administrator cannot sign in')
  return answer.session
}
