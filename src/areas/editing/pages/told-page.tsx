import { z } from 'zod'
import { type OneEdit, together } from '#pack/edit/edit.ts'
import { sayEvent } from '#pack/sentences/moments.ts'
import { upper, Words } from '#pack/sentences/words.ts'
import type { Notify, Recipients } from '#pack/types/notify.ts'
import { membersOf } from '#pack/types/parts.ts'
import type { Web } from '#platform/web/server.ts'
import { editDraft } from '../commands/edit-draft.ts'
import { allIn } from '../forms/control.ts'
import { basedOn, sentFields } from '../part-form.ts'
import { paths } from '../paths.ts'
import { asKeeper, contentAt, type Editing, keepers, readEditing } from '../read-editing.ts'
import { ToldView } from '../views/told-view.tsx'
import { showConflict } from './conflict.tsx'

const params = z.object({ draft: z.uuid() })

/** Who is told of what, as one grid: a row for each rule, a column for each party. */
export function toldPage(app: Web): void {
  app.get(
    paths.told.route,
    { schema: { params }, config: keepers('policy.edit.told.viewed') },
    async (request, reply) => {
      const editing = await asKeeper(request, (tx) => readEditing(tx, request.params.draft))
      return reply.view(<ToldView {...toldProps(editing)} />)
    },
  )

  app.post(
    paths.told.route,
    { schema: { params, body: z.looseObject({}) }, config: keepers('policy.edit.told.sent') },
    async (request, reply) => {
      const { draft } = request.params
      const editing = await asKeeper(request, (tx) => readEditing(tx, draft))
      const sent = sentFields(request.body)
      const shown = allIn(sent, 'shown')
      const ticked = new Map(shown.map((id) => [id, allIn(sent, id)]))
      const errors = Object.fromEntries(
        [...ticked].flatMap(([id, all]) =>
          all.length === 0 ? [[id, 'Tick somebody who is told, or take the rule out']] : [],
        ),
      )
      if (Object.keys(errors).length > 0)
        return reply.code(400).view(<ToldView {...toldProps(editing, ticked)} errors={errors} />)
      const based = basedOn(request.body, editing.draft.revision)
      const base = await contentAt(request, editing, based)
      const edits = Object.entries(base.notify).flatMap(([id, rule]) =>
        editOf(id, rule, ticked.get(id) ?? toldBy(rule.to)),
      )
      const edit = together(edits)
      if (edit === null) return reply.flash('Nothing was changed.').redirect(paths.told.to(draft), 303)
      const actor = request.person()
      const edited = await asKeeper(request, (tx) =>
        editDraft(tx, actor, { draftId: draft, basedOn: based, edit, place: 'notify', anyway: true }),
      )
      if (edited.is === 'conflict') return showConflict(request, reply, { draft, edited, edit, place: 'notify', based })
      if (edited.is === 'faulty')
        return reply
          .code(400)
          .view(
            <ToldView
              {...toldProps(editing, ticked)}
              errors={{ main: edited.faults[0]?.says ?? 'This cannot be kept' }}
            />,
          )
      return reply.flash('Saved.').redirect(paths.told.to(draft), 303)
    },
  )
}

const toldBy = (to: Recipients): readonly string[] =>
  typeof to === 'string' || 'any_of' in to || 'all_of' in to
    ? membersOf(to)
    : 'in_order' in to
      ? to.in_order
      : to.reporter_chooses

/** The same way of telling (one is enough, each, as the reporter chooses) with other people. */
function editOf(id: string, rule: Notify, all: readonly string[]): OneEdit[] {
  const before = toldBy(rule.to)
  if (before.length === all.length && before.every((one) => all.includes(one))) return []
  const ordered = [...before.filter((one) => all.includes(one)), ...all.filter((one) => !before.includes(one))]
  const [only] = ordered
  const key = typeof rule.to === 'string' ? 'all_of' : (Object.keys(rule.to)[0] ?? 'all_of')
  return [
    { do: 'set', place: `notify/${id}/to`, to: ordered.length === 1 && only !== undefined ? only : { [key]: ordered } },
  ]
}

function toldProps(editing: Editing, ticked?: ReadonlyMap<string, readonly string[]>) {
  const { draft, pack } = editing
  const words = new Words(pack, pack.pack.language)
  const rules = Object.entries(pack.notify)
  const used = [...new Set(rules.flatMap(([, rule]) => toldBy(rule.to)))]
  return {
    draft: { title: draft.title, href: paths.draft.to(draft.id), edit: paths.home.to(draft.id) },
    action: paths.told.to(draft.id),
    add: paths.add.to(draft.id, ['notify']),
    basedOn: draft.revision,
    columns: used.map((value) => ({ value, text: upper(words.one(value)) })),
    rows: rules.map(([id, rule]) => ({
      id,
      says: words.whole(rule.says),
      when: `When ${sayEvent(words, rule.on)}`,
      how: HOW[typeof rule.to === 'string' ? 'one' : (Object.keys(rule.to)[0] ?? 'one')] ?? '',
      href: paths.part.to(draft.id, ['notify', id]),
      ticked: ticked?.get(id) ?? toldBy(rule.to),
    })),
    last: editing.last,
  }
}

const HOW: Readonly<Record<string, string>> = {
  any_of: 'one of them is enough',
  all_of: 'each of them',
  in_order: 'one after the other, until somebody takes it',
  reporter_chooses: 'whom the reporter chooses',
}
