import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { listRevisions } from '#areas/drafting/index.ts'
import { readSettings } from '#areas/policy/index.ts'
import { namesOf } from '#areas/records/index.ts'
import { sayInstant } from '#core/calendar/say-date.ts'
import { BadInput } from '#core/errors.ts'
import { sayValue } from '#pack/compare/say-value.ts'
import { type Edit, edit as editType } from '#pack/edit/edit.ts'
import type { Conflict } from '#pack/edit/merge.ts'
import { readPlace } from '#pack/edit/place.ts'
import { upper, Words } from '#pack/sentences/words.ts'
import type { Pack } from '#pack/types/pack.ts'
import { nowIn } from '#platform/database/tx.ts'
import type { Web } from '#platform/web/server.ts'
import { editDraft } from '../commands/edit-draft.ts'
import { kindAt, short, titleAt } from '../describe.ts'
import { faultLinks } from '../fault-lines.ts'
import { pageOf } from '../forms/page-of.ts'
import { askOf } from '../forms/words.ts'
import { paths } from '../paths.ts'
import { asKeeper, keepers, readEditing } from '../read-editing.ts'
import { ConflictView } from '../views/conflict-view.tsx'

const params = z.object({ draft: z.uuid() })

export interface Met {
  readonly draft: string
  readonly edited: { readonly conflicts: readonly Conflict[]; readonly revision: number }
  readonly edit: Edit
  readonly place: string
  readonly based: number
}

/** Shows what somebody else changed meanwhile, beside one's own; either may stand. */
export async function showConflict(request: FastifyRequest, reply: FastifyReply, met: Met) {
  const { editing, changes } = await asKeeper(request, async (tx) => {
    const since = await listRevisions(tx, met.draft, { since: met.based })
    const names = await namesOf(
      tx,
      since.flatMap(({ madeBy }) => madeBy ?? []),
    )
    const { zone } = await readSettings(tx)
    return {
      editing: await readEditing(tx, met.draft),
      changes: since.map(({ madeBy, madeAt, says }) => ({
        who: names.get(madeBy ?? '') ?? 'Kept',
        when: sayInstant(madeAt, nowIn(tx), zone),
        says: short(says, 300),
      })),
    }
  })
  return reply
    .code(409)
    .view(
      <ConflictView
        action={paths.apply.to(met.draft)}
        keep={placeHref(met.draft, editing.pack, met.place)}
        revision={met.edited.revision}
        edit={JSON.stringify(met.edit)}
        place={met.place}
        changes={changes}
        meets={met.edited.conflicts.map((conflict) => sayConflict(editing.pack, conflict))}
      />,
    )
}

function sayConflict(pack: Pack, { place, yours, theirs, before }: Conflict) {
  const words = new Words(pack, pack.pack.language)
  const names = readPlace(place) ?? []
  const key = names.at(-1) ?? ''
  const say = (value: unknown) => (value === undefined ? 'Not there' : upper(sayValue(words, key, value)))
  const page = pageOf(pack, names)
  const about = `${kindAt(page)} ${page.length === names.length ? '' : `(${askOf(key).toLowerCase()})`}`.trim()
  return { about, before: say(before), theirs: say(theirs), yours: say(yours) }
}

/** The page of a part that is still there, or of everything. */
function placeHref(draft: string, pack: Pack, place: string): string {
  const page = pageOf(pack, readPlace(place) ?? [])
  return page.length === 0 || titleAt(pack, page) === '' ? paths.home.to(draft) : paths.part.to(draft, page)
}

const body = z.looseObject({
  edit: z.string().max(400_000),
  place: z.string().max(600),
  based: z.coerce.number().int().min(1),
})

/** Puts one's own change in place of the other's, once both were seen. */
export function applyPage(app: Web): void {
  app.post(
    paths.apply.route,
    { schema: { params, body }, config: keepers('policy.edit.apply.sent') },
    async (request, reply) => {
      const { draft } = request.params
      const edit = editIn(request.body.edit)
      const actor = request.person()
      const { place, based } = request.body
      const edited = await asKeeper(request, (tx) =>
        editDraft(tx, actor, { draftId: draft, basedOn: based, edit, place, anyway: true }),
      )
      if (edited.is === 'conflict') return showConflict(request, reply, { draft, edited, edit, place, based })
      const { pack } = await asKeeper(request, (tx) => readEditing(tx, draft))
      if (edited.is === 'faulty') {
        const [first] = faultLinks(draft, pack, edited.faults)
        return reply.flash(first?.says ?? 'This cannot be put in place.').redirect(placeHref(draft, pack, place), 303)
      }
      return reply.flash('Yours stands now.').redirect(placeHref(draft, pack, place), 303)
    },
  )
}

function editIn(text: string): Edit {
  try {
    return editType.parse(JSON.parse(text))
  } catch {
    throw new BadInput('policy.edit.unreadable')
  }
}
