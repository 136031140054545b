import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { NotFound } from '#core/errors.ts'
import { FormReader, hasErrors } from '#core/form.ts'
import type { Edit } from '#pack/edit/edit.ts'
import { sentenceOf } from '#pack/sentences/sentence-of.ts'
import { Words } from '#pack/sentences/words.ts'
import { controlKinds } from '#pack/types/base.ts'
import { partsOf } from '#pack/types/parts.ts'
import type { Web } from '#platform/web/server.ts'
import { editDraft } from '../commands/edit-draft.ts'
import { short } from '../describe.ts'
import { keepersFor } from '../forms/keepers.ts'
import { newIdFor } from '../forms/new-part.ts'
import { sayRef } from '../forms/options.ts'
import { KINDS } from '../forms/words.ts'
import { basedOn } from '../part-form.ts'
import { paths } from '../paths.ts'
import { asKeeper, type Editing, keepers, readEditing } from '../read-editing.ts'
import { KeepersView } from '../views/keepers-view.tsx'
import { SplitView } from '../views/split-view.tsx'
import { showConflict } from './conflict.tsx'

const params = z.object({ draft: z.uuid() })
const at = z.string().regex(/^clauses\/[A-Za-z0-9][A-Za-z0-9._-]{0,39}$/)
const querystring = z.object({ at, q: z.string().max(100).catch('') })

/** A clause cut in two, and what keeps a clause chosen by its sentence. */
export function clausePages(app: Web): void {
  app.get(
    paths.split.route,
    { schema: { params, querystring }, config: keepers('policy.edit.split.viewed') },
    async (request, reply) => {
      const editing = await asKeeper(request, (tx) => readEditing(tx, request.params.draft))
      const clause = clauseAt(editing, request.query.at)
      const says = new Words(editing.pack, editing.pack.pack.language).text(clause.says)
      return reply.view(<SplitView {...splitProps(editing, clause.id)} first={says} second="" />)
    },
  )
  app.post(
    paths.split.route,
    { schema: { params, querystring, body: z.looseObject({}) }, config: keepers('policy.edit.split.sent') },
    async (request, reply) => {
      const editing = await asKeeper(request, (tx) => readEditing(tx, request.params.draft))
      const clause = clauseAt(editing, request.query.at)
      const reader = new FormReader(request.body)
      const first = reader.text('first', { max: 20_000, required: 'Write what stays in this clause' })
      const second = reader.text('second', { max: 20_000, required: 'Write what becomes a clause of its own' })
      const form = reader.done({ first, second })
      if (hasErrors(form))
        return reply
          .code(400)
          .view(<SplitView {...splitProps(editing, clause.id)} first={first} second={second} errors={form.errors} />)
      const id = newIdFor(
        {},
        editing.pack.clauses.map((one) => one.id),
        true,
      )
      const { note: _, ...rest } = clause
      const edit: Edit = {
        do: 'all',
        edits: [
          { do: 'set', place: `clauses/${clause.id}/says`, to: inBase(editing, clause.says, first) },
          {
            do: 'insert',
            list: 'clauses',
            after: clause.id,
            entry: JSON.parse(JSON.stringify({ ...rest, id, says: second })),
          },
        ],
      }
      return finish(request, reply, editing, { edit, place: `clauses/${clause.id}` })
    },
  )
  keepersPage(app)
}

function keepersPage(app: Web): void {
  app.get(
    paths.keepers.route,
    { schema: { params, querystring }, config: keepers('policy.edit.keepers.viewed') },
    async (request, reply) => {
      const editing = await asKeeper(request, (tx) => readEditing(tx, request.params.draft))
      return reply.view(
        <KeepersView {...keepersProps(editing, clauseAt(editing, request.query.at).id, request.query.q)} />,
      )
    },
  )
  const body = z.looseObject({
    keepers: z.union([z.string().transform((one) => [one]), z.array(z.string()).max(300)]).catch([]),
  })
  app.post(
    paths.keepers.route,
    { schema: { params, querystring, body }, config: keepers('policy.edit.keepers.sent') },
    async (request, reply) => {
      const editing = await asKeeper(request, (tx) => readEditing(tx, request.params.draft))
      const clause = clauseAt(editing, request.query.at)
      const to = request.body.keepers.map((ref) => ref.slice(0, 130))
      return finish(request, reply, editing, {
        edit: { do: 'set', place: `clauses/${clause.id}/kept_by`, to },
        place: `clauses/${clause.id}`,
      })
    },
  )
}

async function finish(
  request: FastifyRequest,
  reply: FastifyReply,
  { draft }: Editing,
  change: { edit: Edit; place: string },
) {
  const based = basedOn(request.body, draft.revision)
  const actor = request.person()
  const edited = await asKeeper(request, (tx) =>
    editDraft(tx, actor, { draftId: draft.id, basedOn: based, ...change, anyway: true }),
  )
  if (edited.is === 'conflict') return showConflict(request, reply, { draft: draft.id, edited, ...change, based })
  const back = paths.part.to(draft.id, change.place.split('/'))
  if (edited.is === 'faulty') return reply.flash(edited.faults[0]?.says ?? 'This cannot be kept.').redirect(back, 303)
  return reply.flash('Saved.').redirect(back, 303)
}

function clauseAt({ pack }: Editing, place: string) {
  const clause = pack.clauses.find(({ id }) => `clauses/${id}` === place)
  if (clause === undefined) throw new NotFound('policy.draft.part.missing')
  return clause
}

/** The other languages of a text stay as they are: somebody has to look at them, and the checker cannot. */
const inBase = ({ pack }: Editing, before: string | Record<string, string>, says: string) =>
  typeof before === 'string' ? says : { ...before, [pack.pack.language]: says }

const splitProps = ({ draft }: Editing, id: string) => ({
  id,
  back: paths.part.to(draft.id, ['clauses', id]),
  action: paths.split.to(draft.id, ['clauses', id]),
  basedOn: draft.revision,
})

function keepersProps(editing: Editing, id: string, q: string) {
  const { draft, pack } = editing
  const clause = clauseAt(editing, `clauses/${id}`)
  const held: readonly string[] = clause.kept_by
  const line = (ref: string) => ({
    value: ref,
    kind: KINDS[partsOf(ref)?.kind ?? ''] ?? '',
    says: sayRef(pack, ref),
    sentence: short(sentenceOf(pack, ref), 240),
  })
  return {
    id,
    says: new Words(pack, pack.pack.language).text(clause.says),
    back: paths.part.to(draft.id, ['clauses', id]),
    action: paths.keepers.to(draft.id, ['clauses', id]),
    basedOn: draft.revision,
    search: q,
    held: held.map(line),
    found: keepersFor(pack, controlKinds, q)
      .filter((ref) => !held.includes(ref))
      .map(line),
  }
}
