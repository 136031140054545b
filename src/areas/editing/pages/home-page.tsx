import { z } from 'zod'
import { NotFound } from '#core/errors.ts'
import { isMap, namesIn, placeText, valueAt } from '#pack/edit/place.ts'
import type { Pack } from '#pack/types/pack.ts'
import type { Web } from '#platform/web/server.ts'
import { HOLDER_TITLES, kindAt, sentenceAt, short, titleAt } from '../describe.ts'
import { faultLinks } from '../fault-lines.ts'
import { faultsWithin } from '../faults.ts'
import { entriesOf } from '../part-props.ts'
import { paths } from '../paths.ts'
import { asKeeper, type Editing, keepers, readEditing } from '../read-editing.ts'
import { partsWith } from '../search.ts'
import { AllView } from '../views/all-view.tsx'
import { HomeView } from '../views/home-view.tsx'

const params = z.object({ draft: z.uuid() })
const search = z.string().max(100).catch('')

/** Everything that a draft holds, by kind, with search over all of it. */
export function homePages(app: Web): void {
  app.get(
    paths.home.route,
    { schema: { params, querystring: z.object({ q: search }) }, config: keepers('policy.edit.viewed') },
    async (request, reply) => {
      const editing = await asKeeper(request, (tx) => readEditing(tx, request.params.draft))
      const { draft, pack, faults, last } = editing
      const { q } = request.query
      return reply.view(
        <HomeView
          draft={{ title: draft.title, href: paths.draft.to(draft.id) }}
          search={q}
          action={paths.home.to(draft.id)}
          found={partsWith(pack, q).map((page) => ({
            kind: kindAt(page),
            says: short(titleAt(pack, page), 160),
            href: paths.part.to(draft.id, page),
          }))}
          groups={GROUPS.map(({ title, holders }) => ({
            title,
            rows: holders.map((holder) => rowOf(editing, holder)),
          }))}
          faults={faultLinks(draft.id, pack, faults)}
          last={last}
          yaml={paths.yaml.to(draft.id)}
        />,
      )
    },
  )

  app.get(
    paths.all.route,
    {
      schema: { params, querystring: z.object({ in: z.string().max(40), q: search }) },
      config: keepers('policy.edit.all.viewed'),
    },
    async (request, reply) => {
      const editing = await asKeeper(request, (tx) => readEditing(tx, request.params.draft))
      return reply.view(<AllView {...allProps(editing, request.query.in, request.query.q)} />)
    },
  )
}

const GROUPS: readonly { readonly title: string; readonly holders: readonly string[] }[] = [
  { title: 'What the policy says', holders: ['clauses', 'readings', 'documents', 'pack', 'terms'] },
  { title: 'What people sign and follow', holders: ['assents', 'conduct', 'tables', 'guards', 'grants'] },
  {
    title: 'What is done',
    holders: ['flows', 'records', 'duties', 'notify', 'decisions', 'actions', 'exceptions', 'reports'],
  },
  {
    title: 'Who, and with what',
    holders: ['parties', 'measures', 'settings', 'lists', 'facts', 'signals', 'places', 'overlays', 'planned'],
  },
]

const SINGLE: ReadonlySet<string> = new Set(['pack', 'terms', 'levels'])

function rowOf({ draft, pack, faults }: Editing, holder: string) {
  const wrong =
    faultsWithin(faults, holder).length + (holder === 'clauses' ? faultsWithin(faults, 'sections').length : 0)
  const href = SINGLE.has(holder)
    ? paths.part.to(draft.id, [holder])
    : holder === 'clauses'
      ? paths.text.to(draft.id)
      : holder === 'notify'
        ? paths.told.to(draft.id)
        : paths.all.to(draft.id, { in: holder })
  const title = holder === 'clauses' ? 'Sections and clauses' : (HOLDER_TITLES[holder] ?? holder)
  return { title, href, count: SINGLE.has(holder) ? null : countOf(pack, holder), wrong }
}

function countOf(pack: Pack, holder: string): number {
  const things = valueAt(pack, [holder])
  return Array.isArray(things) ? things.length : Object.keys(isMap(things) ? things : {}).length
}

/** Everything of one kind, each by its sentence. */
function allProps(editing: Editing, holder: string, q: string) {
  const { draft, pack } = editing
  const things = valueAt(pack, [holder])
  if (things === undefined || SINGLE.has(holder)) throw new NotFound('policy.draft.part.missing')
  const wanted = q
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '')
  const names = Array.isArray(things) ? namesIn(things) : Object.keys(isMap(things) ? things : {})
  const entries = names
    .map((name) => {
      const place = [holder, name]
      return {
        says: short(titleAt(pack, place), 160),
        sentence: short(sentenceAt(pack, place), 300),
        href: paths.part.to(draft.id, place),
        wrong: faultsWithin(editing.faults, placeText(place)).length,
      }
    })
    .filter((entry) => wanted.every((word) => `${entry.says} ${entry.sentence}`.toLowerCase().includes(word)))
    .toSorted((a, b) => alphabet.compare(a.says, b.says))
  return {
    title: HOLDER_TITLES[holder] ?? holder,
    crumbs: [
      { text: draft.title, href: paths.draft.to(draft.id) },
      { text: 'Edit', href: paths.home.to(draft.id) },
    ],
    search: q,
    holder,
    action: paths.all.to(draft.id),
    entries,
    add: { href: paths.add.to(draft.id, [holder]), text: entriesOf(editing, [holder], {}, false).addText },
    last: editing.last,
  }
}

const alphabet = new Intl.Collator('en-GB')
