import { z } from 'zod'
import type { OneEdit } from '#pack/edit/edit.ts'
import { together } from '#pack/edit/edit.ts'
import { placeText } from '#pack/edit/place.ts'
import type { Web } from '#platform/web/server.ts'
import { editDraft } from '../commands/edit-draft.ts'
import { short, titleAt } from '../describe.ts'
import { faultsWithin } from '../faults.ts'
import { basedOn } from '../part-form.ts'
import { FIRST } from '../part-props.ts'
import { paths } from '../paths.ts'
import { asKeeper, type Editing, keepers, readEditing } from '../read-editing.ts'
import { TextView } from '../views/text-view.tsx'
import { showConflict } from './conflict.tsx'

const params = z.object({ draft: z.uuid() })
const querystring = z.object({ section: z.string().max(60).optional() })
const body = z.looseObject({
  ids: z
    .union([
      z
        .string()
        .max(40)
        .transform((id) => [id]),
      z.array(z.string().max(40)).max(1_000),
    ])
    .catch([]),
  section: z.string().max(60).catch(''),
  /** The section on whose page they were ticked. */
  shown: z.string().max(60).optional(),
})

/** The text of the policy: its sections with their clauses, in order; several clauses are moved at once. */
export function textPage(app: Web): void {
  app.get(
    paths.text.route,
    { schema: { params, querystring }, config: keepers('policy.edit.text.viewed') },
    async (request, reply) => {
      const editing = await asKeeper(request, (tx) => readEditing(tx, request.params.draft))
      return reply.view(<TextView {...textProps(editing, request.query.section ?? null)} />)
    },
  )

  app.post(
    paths.text.route,
    { schema: { params, body }, config: keepers('policy.edit.text.sent') },
    async (request, reply) => {
      const { draft } = request.params
      const { ids, section, shown = null } = request.body
      const editing = await asKeeper(request, (tx) => readEditing(tx, draft))
      const errors: Record<string, string> = {}
      if (ids.length === 0) errors.clauses = 'Tick the clauses to move'
      if (!editing.pack.sections.some(({ id }) => id === section)) errors.section = 'Choose the section to move them to'
      if (Object.keys(errors).length > 0)
        return reply
          .code(400)
          .view(<TextView {...textProps(editing, shown)} errors={errors} ticked={ids} chosen={section} />)
      const edit = together(movesTo(editing, ids, section))
      if (edit === null)
        return reply.flash('They stand there already.').redirect(paths.text.to(draft, { section }), 303)
      const based = basedOn(request.body, editing.draft.revision)
      const actor = request.person()
      const edited = await asKeeper(request, (tx) =>
        editDraft(tx, actor, { draftId: draft, basedOn: based, edit, place: 'clauses', anyway: true }),
      )
      if (edited.is === 'conflict')
        return showConflict(request, reply, { draft, edited, edit, place: 'clauses', based })
      if (edited.is === 'faulty')
        return reply
          .code(400)
          .view(
            <TextView
              {...textProps(editing, shown)}
              errors={{ clauses: edited.faults[0]?.says ?? 'They cannot be moved' }}
              ticked={ids}
              chosen={section}
            />,
          )
      return reply
        .flash(ids.length === 1 ? 'One clause is moved.' : `${ids.length} clauses are moved.`)
        .redirect(paths.text.to(draft, { section }), 303)
    },
  )
}

/** The edits that put clauses at the end of a section, in the order in which they stand. */
function movesTo({ pack }: Editing, ids: readonly string[], section: string): OneEdit[] {
  const moving = pack.clauses.filter((clause) => ids.includes(clause.id) && clause.section !== section)
  let after = pack.clauses.findLast((clause) => clause.section === section)?.id ?? pack.clauses.at(-1)?.id ?? null
  return moving.flatMap(({ id }): OneEdit[] => {
    const place = placeText(['clauses', id])
    const edits: OneEdit[] = [{ do: 'set', place: `${place}/section`, to: section }]
    if (after !== id) edits.push({ do: 'move', place, after })
    after = id
    return edits
  })
}

/** In an address: the clauses that stand in no section. */
const NONE = 'none'

/** The sections in order, or the clauses of one of them. */
function textProps(editing: Editing, shown: string | null) {
  const { draft, pack } = editing
  const ids = pack.sections.map(({ id }) => id)
  const clausesOf = (section: string | null) =>
    pack.clauses.filter((clause) =>
      section === null ? !ids.includes(clause.section ?? '') : clause.section === section,
    )
  const open = shown === null ? undefined : ids.includes(shown) ? shown : null
  const sections = [...ids, null]
    .map((id, index) => ({
      id,
      title: id === null ? 'In no section' : titleAt(pack, ['sections', id]),
      href: paths.text.to(draft.id, { section: id ?? NONE }),
      clauses: clausesOf(id).length,
      wrong: clausesOf(id).reduce((sum, clause) => sum + wrongIn(editing, clause.id), 0),
      move: id === null ? null : moveOf(editing, 'sections', ids, index),
    }))
    .filter(({ id, clauses }) => id !== null || clauses > 0)
  return {
    draft: { title: draft.title, href: paths.draft.to(draft.id), edit: paths.home.to(draft.id) },
    text: paths.text.to(draft.id),
    addSection: paths.add.to(draft.id, ['sections'], { after: ids.at(-1) }),
    basedOn: draft.revision,
    sections,
    open: open === undefined ? null : openSection(editing, open, clausesOf(open)),
    last: editing.last,
  }
}

const wrongIn = (editing: Editing, clause: string): number =>
  faultsWithin(editing.faults, placeText(['clauses', clause])).length

/** One section with its clauses, each with its page and its place among the others. */
function openSection(editing: Editing, id: string | null, clauses: Editing['pack']['clauses']) {
  const { draft, pack } = editing
  const names = clauses.map((clause) => clause.id)
  return {
    id,
    title: id === null ? 'In no section' : titleAt(pack, ['sections', id]),
    shown: id ?? NONE,
    change: id === null ? null : paths.part.to(draft.id, ['sections', id]),
    add: paths.add.to(draft.id, ['clauses'], { after: names.at(-1), section: id ?? undefined }),
    clauses: clauses.map((clause, at) => ({
      id: clause.id,
      says: short(titleAt(pack, ['clauses', clause.id]).slice(clause.id.length + 2), 400),
      href: paths.part.to(draft.id, ['clauses', clause.id]),
      strength: clause.strength,
      kept: clause.kept_by.length,
      wrong: wrongIn(editing, clause.id),
      move: moveOf(editing, 'clauses', names, at),
    })),
  }
}

/** Where an entry goes with each of its buttons, among those that stand beside it. */
function moveOf({ draft, pack }: Editing, list: 'sections' | 'clauses', ids: readonly string[], index: number) {
  const own = ids[index] ?? ''
  const all = pack[list].map(({ id }) => id)
  const above = ids[index - 1]
  const before = above === undefined ? null : (all[all.indexOf(above) - 1] ?? FIRST)
  return { action: paths.move.to(draft.id, [list, own]), up: before, down: ids[index + 1] ?? null }
}
