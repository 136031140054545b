import { z } from 'zod'
import { NotFound } from '#core/errors.ts'
import { editsBetween } from '#pack/edit/between.ts'
import { together } from '#pack/edit/edit.ts'
import { readPlace } from '#pack/edit/place.ts'
import type { Pack } from '#pack/types/pack.ts'
import type { Web } from '#platform/web/server.ts'
import { editDraft } from '../commands/edit-draft.ts'
import { titleAt } from '../describe.ts'
import { faultLinks } from '../fault-lines.ts'
import type { Sent } from '../forms/control.ts'
import { gridFields, gridOf, rowsFrom } from '../forms/grid.ts'
import { basedOn, sentFields } from '../part-form.ts'
import { crumbsOf } from '../part-props.ts'
import { paths } from '../paths.ts'
import { asKeeper, contentAt, type Editing, keepers, readEditing } from '../read-editing.ts'
import { GridView } from '../views/grid-view.tsx'
import { showConflict } from './conflict.tsx'

const params = z.object({ draft: z.uuid() })
const querystring = z.object({ at: z.string().max(200) })

/** A decision table as a grid: all cells in one form. */
export function gridPage(app: Web): void {
  app.get(
    paths.grid.route,
    { schema: { params, querystring }, config: keepers('policy.edit.grid.viewed') },
    async (request, reply) => {
      const editing = await asKeeper(request, (tx) => readEditing(tx, request.params.draft))
      return reply.view(<GridView {...gridProps(editing, request.query.at)} />)
    },
  )

  app.post(
    paths.grid.route,
    { schema: { params, querystring, body: z.looseObject({}) }, config: keepers('policy.edit.grid.sent') },
    async (request, reply) => {
      const { draft } = request.params
      const { at } = request.query
      const editing = await asKeeper(request, (tx) => readEditing(tx, draft))
      const sent = sentFields(request.body)
      const based = basedOn(request.body, editing.draft.revision)
      const base = await contentAt(request, editing, based)
      const { table } = tableAt(base, at)
      const rows = rowsFrom(table, gridOf(base, table), sent)
      const edit = together(editsBetween(table.rows, rows, [...(readPlace(at) ?? []), 'rows']))
      if (edit === null)
        return reply.flash('Nothing was changed.').redirect(paths.grid.to(draft, readPlace(at) ?? []), 303)
      const actor = request.person()
      const anyway = Reflect.get(Object(request.body), 'do') === 'anyway'
      const edited = await asKeeper(request, (tx) =>
        editDraft(tx, actor, { draftId: draft, basedOn: based, edit, place: at, anyway }),
      )
      if (edited.is === 'conflict') return showConflict(request, reply, { draft, edited, edit, place: at, based })
      if (edited.is === 'faulty') {
        const says = faultLinks(draft, editing.pack, edited.faults).map((fault) => fault.says)
        return reply
          .code(400)
          .view(
            <GridView
              {...gridProps(editing, at, sent)}
              errors={{ grid: [...new Set(says)].slice(0, 5).join(' ') }}
              mayKeep={!edited.form}
            />,
          )
      }
      return reply.flash('Saved.').redirect(paths.grid.to(draft, readPlace(at) ?? []), 303)
    },
  )
}

function tableAt(pack: Pack, at: string) {
  const [holder, id = '', more] = readPlace(at) ?? []
  const table = pack.tables[id]
  if (holder !== 'tables' || table === undefined || more !== undefined) throw new NotFound('policy.draft.part.missing')
  return { id, table }
}

function gridProps(editing: Editing, at: string, sent?: Sent) {
  const { id, table } = tableAt(editing.pack, at)
  const grid = gridOf(editing.pack, table)
  const place = ['tables', id]
  return {
    title: titleAt(editing.pack, place),
    crumbs: [...crumbsOf(editing, place, true), { text: 'As a grid' }],
    action: paths.grid.to(editing.draft.id, place),
    rowHref: Object.fromEntries(
      table.rows.map((row) => [row.id, paths.part.to(editing.draft.id, [...place, 'rows', row.id])]),
    ),
    part: paths.part.to(editing.draft.id, place),
    basedOn: editing.draft.revision,
    grid,
    sent: sent ?? gridFields(table, grid),
    last: editing.last,
  }
}
