import { z } from 'zod'
import { planAtStart } from '#areas/duties/index.ts'
import { letIn, organisations, PASSWORD_RULES } from '#areas/sign-in/index.ts'
import { systemActor } from '#core/actor.ts'
import { NotFound } from '#core/errors.ts'
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
      return reply.view(<SetUpView packs={packsOnOffer(parts.root)} {...emptyForm({})} />)
    },
  )
  app.post(
    paths.setUp.route,
    { schema: { body }, config: { audit: 'set_up.sent', access: 'visitor', limit: 60 } },
    async (request, reply) => {
      await assertEmpty(parts)
      const packs = packsOnOffer(parts.root)
      const form = await checkCode(parts, readSetUp(request.body, packs))
      const chosen = packs.find((pack) => pack.name === form.values.pack)
      if (hasErrors(form) || chosen === undefined)
        return reply.code(400).view(<SetUpView packs={packs} typed={form.typed} errors={form.errors} />)
      return letIn(parts, reply, await setUp(parts, form.values, chosen), { next: null, kept: null })
    },
  )
}

async function assertEmpty(parts: Parts): Promise<void> {
  if ((await organisations(parts.db)).length > 0) throw new NotFound('set_up.done')
}

/** A code is looked at only when it was typed: each wrong one counts. With other faults on the page it is not spent. */
async function checkCode(parts: Parts, form: Form<SetUp>): Promise<Form<SetUp>> {
  if (form.values.code === '') return form
  const good = await parts.identity.checkSetupToken(form.values.code, { use: !hasErrors(form) })
  if (good) return form
  const says = 'This code does not work. It may be old: restart Kept, and copy the new one from the terminal.'
  return { ...form, errors: { code: says, ...form.errors } }
}

async function setUp(parts: Parts, input: SetUp, chosen: PackOnOffer): Promise<SignedIn> {
  const system = systemActor(newId(parts.clock), 'set-up')
  const personId = await parts.db.inTx(system, (tx) => setUpOrganisation(tx, system, input, chosen.pack))
  await planAtStart(parts.db)
  const place = { organisationId: system.organisationId, personId }
  const userId = await parts.identity.ensureUser({ ...place, email: input.login })
  await parts.identity.setPassword(userId, input.password, PASSWORD_RULES)
  const answer = await parts.identity.signInWithPassword({ login: input.login, password: input.password })
  if (answer.kind !== 'signed-in') throw new Error('the first administrator cannot sign in')
  return answer.session
}
