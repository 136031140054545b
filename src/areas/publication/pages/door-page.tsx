import { z } from 'zod'
import { mayKeepPolicy } from '#areas/drafting/index.ts'
import { readSettings } from '#areas/policy/index.ts'
import { Forbidden } from '#core/errors.ts'
import { FormReader, hasErrors } from '#core/form.ts'
import type { Tx } from '#platform/database/tx.ts'
import type { Parts } from '#platform/parts.ts'
import type { Web } from '#platform/web/server.ts'
import { setPolicyPage } from '../commands/set-policy-page.ts'
import { paths, publicBase } from '../paths.ts'
import { schoolPages } from '../queries/policy-pages.ts'
import { DoorView } from '../views/door-view.tsx'

const body = z.looseObject({})
const access = ['staff', 'governor'] as const

/** The switch with which those who keep the policy open a school's page to everybody, or shut it. */
export async function doorPage(app: Web, parts: Parts): Promise<void> {
  app.get(
    paths.door.route,
    { schema: { querystring: z.object({}) }, config: { audit: 'policy.public.switch_viewed', access } },
    async (request, reply) =>
      reply.view(<DoorView schools={await request.inTx((tx) => readDoors(tx, parts))} errors={{}} />),
  )

  app.post(
    paths.door.route,
    { schema: { body }, config: { audit: 'policy.public.switched', access } },
    async (request, reply) => {
      const actor = request.person()
      const { form, doors } = await request.inTx(async (tx) => {
        const found = await readDoors(tx, parts)
        const reader = new FormReader(request.body)
        const wishes = found.map((door) => ({
          schoolId: door.schoolId,
          open:
            reader.choice(`page-${door.schoolId}`, ['open', 'shut'], `Say who may read the policy of ${door.name}`) ===
            'open',
        }))
        const read = reader.done(wishes)
        if (!hasErrors(read)) for (const wish of wishes) await setPolicyPage(tx, actor, wish)
        return { form: read, doors: found }
      })
      if (hasErrors(form)) return reply.code(400).view(<DoorView schools={doors} errors={form.errors} />)
      return reply.flash('Saved. Nothing else of the system is public.').redirect(paths.door.to(), 303)
    },
  )
}

async function readDoors(tx: Tx, parts: Parts) {
  if (!(await mayKeepPolicy(tx))) throw new Forbidden('policy_page.not_mine')
  const schools = await schoolPages(tx)
  const { slug } = await readSettings(tx)
  return schools.map((school) => ({
    schoolId: school.schoolId,
    name: school.name,
    open: school.open,
    address:
      schools.length > 1 && school.address === null
        ? null
        : `${parts.baseUrl}${publicBase(slug, schools.length > 1 ? school.address : null)}`,
  }))
}
