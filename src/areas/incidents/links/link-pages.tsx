import { z } from 'zod'
import type { Case } from '#areas/records/index.ts'
import { listRecords, readCaseIn, reasonPage } from '#areas/records/index.ts'
import type { PersonActor } from '#core/actor.ts'
import { Forbidden, NotFound } from '#core/errors.ts'
import type { Form } from '#core/form.ts'
import { emptyForm, FormReader, hasErrors } from '#core/form.ts'
import type { Tx } from '#platform/database/tx.ts'
import type { Web } from '#platform/web/server.ts'
import { incidentHome } from '../home.ts'
import { paths } from '../paths.ts'
import { findCase, handlesCase, linkCases, unlinkCases } from './link-cases.ts'
import { LinkView } from './link-view.tsx'
import { linkedCases } from './linked-cases.ts'

const params = z.object({ id: z.uuid() })
const access = ['staff', 'governor'] as const
const OFFERED = 200

/** Linking a case to another one, and taking the link away again. */
export async function linkPages(app: Web): Promise<void> {
  app.get(
    paths.links.route,
    { schema: { params }, config: { audit: 'incident.link.viewed', access } },
    async (request, reply) => {
      const found = await request.inTx((tx) => readPage(tx, request.person(), request.params.id))
      return reply.view(draw(found, emptyForm(null)))
    },
  )
  app.post(
    paths.links.route,
    { schema: { params, body: z.looseObject({}) }, config: { audit: 'incident.link.sent', access } },
    async (request, reply) => {
      const actor = request.person()
      const found = await request.inTx((tx) => readPage(tx, actor, request.params.id))
      const form = await request.inTx((tx) => readLink(tx, request.body, found.one))
      if (hasErrors(form)) return reply.code(400).view(draw(found, form))
      await request.inTx((tx) => linkCases(tx, actor, { one: found.one, ...form.values }))
      return reply.flash('The two cases are linked').redirect(paths.show.to(found.one.id), 303)
    },
  )
  unlinkPage(app)
}

function unlinkPage(app: Web): void {
  reasonPage(app, incidentHome, {
    route: paths.unlink.route,
    audit: 'unlink',
    read: async (tx, actor, asked) => {
      const one = await readHandled(tx, actor, asked.id)
      const link = (await linkedCases(tx, one.id)).find((candidate) => candidate.id === asked.link)
      if (link === undefined) throw new NotFound('incident.link.missing')
      return { one, link }
    },
    words: ({ link }) => ({
      title: `Take away the link to ${link.reference}`,
      lede: `It says: ${link.reason}`,
      question: 'Why do they not belong together?',
      button: 'Take it away',
    }),
    required: 'Say why they do not belong together',
    act: async (tx, actor, { one, link }, reason) => {
      await unlinkCases(tx, actor, { one, linkId: link.id, reason })
      return null
    },
    done: 'The link is taken away. That it was there stays known.',
  })
}

async function readHandled(tx: Tx, actor: PersonActor, id: string): Promise<Case> {
  const one = await readCaseIn(tx, incidentHome, id)
  if (!(await handlesCase(tx, actor, one))) throw new Forbidden('incident.link')
  return one
}

async function readPage(tx: Tx, actor: PersonActor, id: string) {
  const one = await readHandled(tx, actor, id)
  const rows = await listRecords(tx, {
    kind: 'incident',
    view: 'all',
    category: null,
    words: '',
    from: null,
    page: 1,
    size: OFFERED,
  })
  const offered = rows.filter((row) => row.id !== id).map((row) => `${row.reference} ${row.title ?? ''}`.trim())
  return { one, offered }
}

async function readLink(tx: Tx, body: unknown, one: Case): Promise<Form<{ otherId: string; reason: string }>> {
  const reader = new FormReader(body)
  const typed = reader.text('other', { max: 300, required: 'Say which case' })
  const reason = reader.text('reason', { max: 4000, required: 'Say why they belong together' })
  const other = typed === '' ? null : await findCase(tx, typed)
  if (typed !== '' && other === null) reader.fault('other', 'There is no case of this number that you may see')
  if (other?.id === one.id) reader.fault('other', 'This is the number of the case itself')
  return reader.done({ otherId: other?.id ?? '', reason })
}

const draw = ({ one, offered }: Awaited<ReturnType<typeof readPage>>, form: Form<unknown>) => (
  <LinkView id={one.id} reference={one.reference} offered={offered} typed={form.typed} errors={form.errors} />
)
