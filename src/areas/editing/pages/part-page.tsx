import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { NotFound } from '#core/errors.ts'
import { applyEdit } from '#pack/edit/apply.ts'
import { checkContent } from '#pack/edit/check-content.ts'
import type { Edit } from '#pack/edit/edit.ts'
import { placeText, readPlace } from '#pack/edit/place.ts'
import type { Web } from '#platform/web/server.ts'
import { editDraft } from '../commands/edit-draft.ts'
import { formErrors } from '../fault-lines.ts'
import { faultsWithin, newFaults } from '../faults.ts'
import { basedOn, editOf, filledWith, formAt, formFor, type PartForm, sentFields } from '../part-form.ts'
import { conditionsIn, FIRST, partProps, type Typing } from '../part-props.ts'
import { paths } from '../paths.ts'
import { asKeeper, contentAt, type Editing, keepers, readEditing } from '../read-editing.ts'
import { PartView } from '../views/part-view.tsx'
import { showConflict } from './conflict.tsx'

const params = z.object({ draft: z.uuid() })
const querystring = z.object({
  at: z.string().max(600),
  kind: z.coerce.number().int().min(0).max(30).optional().catch(undefined),
  after: z.string().max(80).optional(),
})
type Query = z.infer<typeof querystring>
type Sends = FastifyRequest<{ Params: { draft: string }; Querystring: Query }>

/** The page of one part, and the page on which a part is added: the same form, read from its type. */
export function partPages(app: Web): void {
  for (const route of ['part', 'add'] as const) {
    app.get(
      paths[route].route,
      { schema: { params, querystring }, config: keepers(`policy.edit.${route}.viewed`) },
      async (request, reply) => {
        const editing = await asKeeper(request, (tx) => readEditing(tx, request.params.draft))
        const form = formOf(editing.pack, route, request.query)
        return show(reply, editing, form, {
          sent: filledWith(form),
          errors: {},
          basedOn: editing.draft.revision,
          after: request.query.after ?? null,
        })
      },
    )
    app.post(
      paths[route].route,
      {
        schema: { params, querystring, body: z.looseObject({}) },
        config: keepers(`policy.edit.${route}.sent`),
      },
      async (request, reply) => send(request, reply, route),
    )
  }
}

const formOf = (pack: Editing['pack'], route: 'part' | 'add', { at, kind }: Query): PartForm => {
  const place = readPlace(at)
  if (place === null || place.length === 0) throw new NotFound('policy.draft.part.missing')
  return route === 'add' ? formFor(pack, place, kind) : formAt(pack, place, kind)
}

const show = (reply: FastifyReply, editing: Editing, form: PartForm, typing: Typing) =>
  reply.view(<PartView {...partProps(editing, form, typing)} />)

async function send(request: Sends, reply: FastifyReply, route: 'part' | 'add') {
  const { draft } = request.params
  const sent = sentFields(request.body)
  const wish = String(Reflect.get(Object(request.body), 'do') ?? 'save')
  const editing = await asKeeper(request, (tx) => readEditing(tx, draft))
  const based = basedOn(request.body, editing.draft.revision)
  const base = await contentAt(request, editing, based)
  const form = formOf(base, route, request.query)
  const after = request.query.after === FIRST ? null : (request.query.after ?? null)
  const { edit, at } = editOf(base, form, sent, after)
  const typing = { sent, basedOn: based, after: request.query.after ?? null }
  const page = placeText(at)
  const errorsFor = (faults: Parameters<typeof formErrors>[2]) =>
    formErrors(base, { control: form.control, sent, page }, faults)
  if (wish === 'check') {
    const faults = faultsOf(base, edit, page)
    const words = conditionsIn(base, form, sent)
    const checked = faults.length > 0 ? null : ['The checker finds nothing wrong with it.', ...words]
    return show(reply, editing, form, { ...typing, errors: errorsFor(faults), checked })
  }
  if (edit === null) return reply.flash('Nothing was changed.').redirect(paths.part.to(draft, form.place), 303)
  const actor = request.person()
  const edited = await asKeeper(request, (tx) =>
    editDraft(tx, actor, { draftId: draft, basedOn: based, edit, place: page, anyway: wish === 'anyway' }),
  )
  if (edited.is === 'conflict') return showConflict(request, reply, { draft, edited, edit, place: page, based })
  if (edited.is === 'faulty') {
    const errors = errorsFor(edited.faults)
    return show(reply.code(400), editing, form, { ...typing, errors, mayKeep: !edited.form })
  }
  return reply.flash('Saved.').redirect(paths.part.to(draft, at), 303)
}

/** What the checker would find if it were saved: what is new, and what is there already at this part. */
function faultsOf(content: Editing['pack'], edit: Edit | null, page: string) {
  const before = checkContent(content)
  if (edit === null) return faultsWithin(before, page)
  const applied = applyEdit(content, edit)
  if (!applied.ok) return applied.faults
  const after = checkContent(applied.content)
  const fresh = newFaults(before, after)
  return [...fresh, ...faultsWithin(after, page).filter((fault) => !fresh.includes(fault))]
}
