import { z } from 'zod'
import { NotFound } from '#core/errors.ts'
import { applyEdit } from '#pack/edit/apply.ts'
import { checkContent } from '#pack/edit/check-content.ts'
import type { Edit } from '#pack/edit/edit.ts'
import { kindOfHolder } from '#pack/edit/holders.ts'
import { placesNaming } from '#pack/edit/names-of.ts'
import { type Place, placeText, readPlace, valueAt } from '#pack/edit/place.ts'
import type { Pack } from '#pack/types/pack.ts'
import type { Web } from '#platform/web/server.ts'
import { editDraft } from '../commands/edit-draft.ts'
import { kindAt, short, titleAt } from '../describe.ts'
import { faultLinks } from '../fault-lines.ts'
import { newFaults } from '../faults.ts'
import { pageOf } from '../forms/page-of.ts'
import { basedOn } from '../part-form.ts'
import { FIRST, oneOf } from '../part-props.ts'
import { paths } from '../paths.ts'
import { asKeeper, keepers, readEditing } from '../read-editing.ts'
import { RemoveView } from '../views/remove-view.tsx'
import { showConflict } from './conflict.tsx'

const params = z.object({ draft: z.uuid() })
const querystring = z.object({ at: z.string().max(600) })

/** Moves an entry of a list with a button, and takes a part out once its consequences were seen. */
export function changePages(app: Web): void {
  app.post(
    paths.move.route,
    {
      schema: { params, querystring, body: z.looseObject({ after: z.string().max(80) }) },
      config: keepers('policy.edit.move.sent'),
    },
    async (request, reply) => {
      const { draft } = request.params
      const place = placeIn(request.query.at)
      const actor = request.person()
      const { pack, draft: now } = await asKeeper(request, (tx) => readEditing(tx, draft))
      const based = basedOn(request.body, now.revision)
      const after = request.body.after === FIRST ? null : request.body.after
      const edit: Edit = { do: 'move', place: request.query.at, after }
      const edited = await asKeeper(request, (tx) =>
        editDraft(tx, actor, { draftId: draft, basedOn: based, edit, place: request.query.at, anyway: true }),
      )
      if (edited.is === 'conflict')
        return showConflict(request, reply, { draft, edited, edit, place: request.query.at, based })
      if (edited.is === 'faulty') throw new NotFound('policy.draft.part.missing')
      const list = place.slice(0, -1)
      const page = pageOf(pack, list)
      const back = place.length === 2 ? textOf(draft, pack, place) : paths.part.to(draft, page)
      return reply.redirect(`${back}#part-${place.at(-1) ?? ''}`, 303)
    },
  )
  removePage(app)
}

/** A section moves among the sections, a clause within its own. */
const textOf = (draft: string, pack: Pack, [holder, id]: Place): string =>
  paths.text.to(draft, {
    section: holder === 'clauses' ? pack.clauses.find((clause) => clause.id === id)?.section : undefined,
  })

function removePage(app: Web): void {
  app.get(
    paths.remove.route,
    { schema: { params, querystring }, config: keepers('policy.edit.remove.viewed') },
    async (request, reply) => {
      const { draft, pack } = await asKeeper(request, (tx) => readEditing(tx, request.params.draft))
      return reply.view(<RemoveView {...removeProps(draft.id, draft.revision, pack, placeIn(request.query.at))} />)
    },
  )
  app.post(
    paths.remove.route,
    {
      schema: { params, querystring, body: z.looseObject({ reason: z.string().max(500).catch('') }) },
      config: keepers('policy.edit.remove.sent'),
    },
    async (request, reply) => {
      const { draft } = request.params
      const place = placeIn(request.query.at)
      const { pack, draft: now } = await asKeeper(request, (tx) => readEditing(tx, draft))
      const reason = request.body.reason.trim()
      if (reason === '' && place[0] === 'clauses' && place.length === 2)
        return reply
          .code(400)
          .view(
            <RemoveView
              {...removeProps(draft, now.revision, pack, place)}
              errors={{ reason: 'Say why this clause is taken out' }}
            />,
          )
      const based = basedOn(request.body, now.revision)
      const actor = request.person()
      const edit: Edit = { do: 'remove', place: request.query.at }
      const edited = await asKeeper(request, (tx) =>
        editDraft(tx, actor, { draftId: draft, basedOn: based, edit, place: request.query.at, anyway: true, reason }),
      )
      if (edited.is === 'conflict')
        return showConflict(request, reply, { draft, edited, edit, place: request.query.at, based })
      if (edited.is === 'faulty')
        return reply
          .code(400)
          .view(
            <RemoveView
              {...removeProps(draft, now.revision, pack, place)}
              errors={{ reason: edited.faults[0]?.says ?? 'It cannot be taken out' }}
            />,
          )
      return reply
        .flash('Taken out. It is in the history, and can be taken back.')
        .redirect(parentHref(draft, pack, place), 303)
    },
  )
}

function placeIn(text: string): Place {
  const place = readPlace(text)
  if (place === null || place.length < 2) throw new NotFound('policy.draft.part.missing')
  return place
}

function parentHref(draft: string, pack: Pack, place: Place): string {
  const [holder = ''] = place
  if (place.length > 2) return paths.part.to(draft, pageOf(pack, place.slice(0, -1)))
  return holder === 'clauses' || holder === 'sections' ? paths.text.to(draft) : paths.all.to(draft, { in: holder })
}

/** What is taken out, who names it, and what would be wrong afterwards. */
function removeProps(draft: string, revision: number, pack: Pack, place: Place) {
  if (valueAt(pack, place) === undefined) throw new NotFound('policy.draft.part.missing')
  const applied = applyEdit(pack, { do: 'remove', place: placeText(place) })
  const faults = applied.ok ? newFaults(checkContent(pack), checkContent(applied.content)) : applied.faults
  const kind = kindOfHolder(place[0] ?? '')
  const naming =
    place.length !== 2 ? [] : placesNaming(pack, kind === undefined ? (place[1] ?? '') : `${kind}/${place[1] ?? ''}`)
  const pages = new Map(naming.map((one) => pageOf(pack, one)).map((page) => [placeText(page), page]))
  pages.delete(placeText(place))
  return {
    what: short(titleAt(pack, place), 300),
    kind: oneOf(place.slice(0, -1)),
    back: paths.part.to(draft, place),
    action: paths.remove.to(draft, place),
    basedOn: revision,
    reason: place[0] === 'clauses' && place.length === 2,
    named: [...pages.values()].map((page) => ({
      says: `${kindAt(page)}: ${short(titleAt(pack, page), 120)}`,
      href: paths.part.to(draft, page),
    })),
    faults: faultLinks(draft, pack, faults),
    possible: applied.ok,
  }
}
