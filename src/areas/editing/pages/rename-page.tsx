import { z } from 'zod'
import { policyInForceOrNone } from '#areas/policy/index.ts'
import { NotFound } from '#core/errors.ts'
import type { Edit } from '#pack/edit/edit.ts'
import { kindOfHolder } from '#pack/edit/holders.ts'
import { placesNaming } from '#pack/edit/names-of.ts'
import { type Place, placeText, readPlace, valueAt } from '#pack/edit/place.ts'
import type { Pack } from '#pack/types/pack.ts'
import type { Tx } from '#platform/database/tx.ts'
import type { Web } from '#platform/web/server.ts'
import { canBeRenamed } from '../can-be-renamed.ts'
import { editDraft } from '../commands/edit-draft.ts'
import { kindAt, short, titleAt } from '../describe.ts'
import { pageOf } from '../forms/page-of.ts'
import { basedOn } from '../part-form.ts'
import { oneOf } from '../part-props.ts'
import { paths } from '../paths.ts'
import { asKeeper, type Editing, keepers, readEditing } from '../read-editing.ts'
import { RenameView } from '../views/rename-view.tsx'
import { showConflict } from './conflict.tsx'

const params = z.object({ draft: z.uuid() })
const querystring = z.object({ at: z.string().max(600) })
const body = z.looseObject({ to: z.string().max(80).trim().catch('') })

/** Gives a part another id; whatever refers to it follows. */
export function renamePage(app: Web): void {
  app.get(
    paths.rename.route,
    { schema: { params, querystring }, config: keepers('policy.edit.rename.viewed') },
    async (request, reply) => {
      const found = await asKeeper(request, (tx) => readRename(tx, request.params.draft, request.query.at))
      return reply.view(<RenameView {...renameProps(found)} to={found.place[1] ?? ''} />)
    },
  )
  app.post(
    paths.rename.route,
    { schema: { params, querystring, body }, config: keepers('policy.edit.rename.sent') },
    async (request, reply) => {
      const { draft } = request.params
      const { at } = request.query
      const { to } = request.body
      const found = await asKeeper(request, (tx) => readRename(tx, draft, at))
      const again = (says: string) =>
        reply.code(400).view(<RenameView {...renameProps(found)} to={to} errors={{ to: says }} />)
      if (to === '') return again('Enter the new name')
      if (to === found.place[1]) return again('This is its name already')
      const edit: Edit = { do: 'rename', place: at, to }
      const based = basedOn(request.body, found.editing.draft.revision)
      const actor = request.person()
      const edited = await asKeeper(request, (tx) =>
        editDraft(tx, actor, { draftId: draft, basedOn: based, edit, place: at, anyway: true }),
      )
      if (edited.is === 'conflict') return showConflict(request, reply, { draft, edited, edit, place: at, based })
      if (edited.is === 'faulty') return again(edited.faults[0]?.says ?? 'It cannot be called this')
      return reply
        .flash('It has its new name, and whatever named it has followed.')
        .redirect(paths.part.to(draft, [found.place[0] ?? '', to]), 303)
    },
  )
}

interface Found {
  readonly editing: Editing
  readonly inForce: Pack | null
  readonly place: Place
}

async function readRename(tx: Tx, draft: string, at: string): Promise<Found> {
  const editing = await readEditing(tx, draft)
  const place = readPlace(at)
  if (place === null || !canBeRenamed(place) || valueAt(editing.pack, place) === undefined)
    throw new NotFound('policy.draft.part.missing')
  return { editing, place, inForce: (await policyInForceOrNone(tx))?.pack ?? null }
}

function renameProps({ editing, place, inForce }: Found) {
  const { draft, pack } = editing
  const [holder = '', id = ''] = place
  const kind = kindOfHolder(holder)
  const pages = new Map(
    placesNaming(pack, kind === undefined ? id : `${kind}/${id}`)
      .map((one) => pageOf(pack, one))
      .map((page) => [placeText(page), page]),
  )
  pages.delete(placeText(place))
  return {
    what: short(titleAt(pack, place), 300),
    kind: oneOf([holder]),
    id,
    number: holder === 'clauses',
    back: paths.part.to(draft.id, place),
    action: paths.rename.to(draft.id, place),
    basedOn: draft.revision,
    inForce: inForce !== null && valueAt(inForce, place) !== undefined,
    named: [...pages.values()].map((page) => `${kindAt(page)}: ${short(titleAt(pack, page), 120)}`),
  }
}
