import type { VNode } from 'preact'
import { z } from 'zod'
import type { Case } from '#areas/records/index.ts'
import type { PersonActor } from '#core/actor.ts'
import { emptyForm, type Form, hasErrors, type Typed } from '#core/form.ts'
import type { Tx } from '#platform/database/tx.ts'
import type { Web } from '#platform/web/server.ts'
import { paths } from '../paths.ts'

/** Something that is added to a case on a page of its own. */
interface WritingPage<Found extends { readonly one: Case }, Input> {
  readonly route: string
  /** The end of the audit names: `support` makes `incident.support.viewed` and `incident.support.sent`. */
  readonly audit: string
  /** What the page needs; refuses whoever may not write it down. */
  readonly read: (tx: Tx, actor: PersonActor, id: string) => Promise<Found>
  readonly draw: (found: Found, form: Form<unknown>) => VNode
  /** What stands in its boxes before anybody has typed. */
  readonly starts?: (found: Found) => Typed
  /** What was sent; null values beside its faults. */
  readonly form: (body: unknown, found: Found) => Form<Input | null>
  /** Writes it down; a sentence beside a field when it cannot be written so. */
  readonly act: (
    tx: Tx,
    actor: PersonActor,
    found: Found,
    input: Input,
  ) => Promise<Readonly<Record<string, string>> | null>
}

const params = z.object({ id: z.uuid() })
const access = ['staff', 'governor'] as const

/** Serves a page on which something is added to a case, and goes back to the case when it is written down. */
export function writingPage<Found extends { readonly one: Case }, Input>(
  app: Web,
  page: WritingPage<Found, Input>,
): void {
  app.get(
    page.route,
    { schema: { params }, config: { audit: `incident.${page.audit}.viewed`, access } },
    async (request, reply) => {
      const found = await request.inTx((tx) => page.read(tx, request.person(), request.params.id))
      return reply.view(page.draw(found, emptyForm(null, page.starts?.(found))))
    },
  )
  app.post(
    page.route,
    { schema: { params, body: z.looseObject({}) }, config: { audit: `incident.${page.audit}.sent`, access } },
    async (request, reply) => {
      const actor = request.person()
      const found = await request.inTx((tx) => page.read(tx, actor, request.params.id))
      const form = page.form(request.body, found)
      const input = form.values
      if (hasErrors(form) || input === null) return reply.code(400).view(page.draw(found, form))
      const refused = await request.inTx((tx) => page.act(tx, actor, found, input))
      if (refused !== null) return reply.code(409).view(page.draw(found, { ...form, errors: refused }))
      return reply.flash('It is written down').redirect(paths.show.to(found.one.id), 303)
    },
  )
}
