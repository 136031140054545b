import { z } from 'zod'
import { FormReader, hasErrors } from '#core/form.ts'
import type { Web } from '#platform/web/server.ts'
import type { ListChange } from './keep-list.ts'
import { changeList, saveList } from './keep-list.ts'
import type { NamedList } from './saved-lists.ts'
import { savedLists } from './saved-lists.ts'
import { SavedView } from './saved-view.tsx'

/** A list whose present state can be given a name, and where it stands. */
export interface NamedHome {
  readonly list: NamedList
  readonly title: string
  readonly href: (query: string) => string
  readonly saved: string
}

const query = z
  .string()
  .regex(/^(\?[\w%=&.*+-]{0,1900})?$/)
  .catch('')
  .default('')
const params = z.object({ id: z.uuid() })
const changes = ['rename', 'share', 'keep_to_oneself', 'begin_with', 'begin_plainly', 'remove'] as const
const body = z.object({ does: z.enum(changes), name: z.string().max(200).default('') })
const access = ['staff', 'governor'] as const

/** The page on which a list gets a name, and on which those that have one are looked after. */
export function savedPages(app: Web, home: NamedHome): void {
  app.get(
    home.saved,
    { schema: { querystring: z.object({ at: query }) }, config: { audit: `${home.list}.saved.viewed`, access } },
    async (request, reply) => {
      const lists = await request.inTx((tx) => savedLists(tx, home.list))
      return reply.view(<SavedView home={home} lists={lists} at={request.query.at} typed="" errors={{}} />)
    },
  )
  app.post(
    home.saved,
    { schema: { body: z.looseObject({ at: query }) }, config: { audit: `${home.list}.saved.sent`, access } },
    async (request, reply) => {
      const { at } = request.body
      const reader = new FormReader(request.body)
      const name = reader.text('name', { required: 'Give the list a name', max: 60 })
      const form = reader.done({ name })
      const actor = request.person()
      if (hasErrors(form)) {
        const lists = await request.inTx((tx) => savedLists(tx, home.list))
        return reply.code(400).view(<SavedView home={home} lists={lists} at={at} typed={name} errors={form.errors} />)
      }
      const shared = request.body.shared === 'yes'
      await request.inTx((tx) => saveList(tx, actor, { list: home.list, name, query: at, shared }))
      return reply.flash(`Saved as ${name}`).redirect(home.href(at), 303)
    },
  )
  app.post(
    `${home.saved}/:id`,
    { schema: { params, body }, config: { audit: `${home.list}.saved.changed`, access } },
    async (request, reply) => {
      const { does, name } = request.body
      const actor = request.person()
      const typed = name.trim().slice(0, 60)
      if (does === 'rename' && typed === '')
        return reply.flash('The list keeps its name: none was written').redirect(home.saved, 303)
      const change: ListChange = does === 'rename' ? { does, name: typed } : { does }
      await request.inTx((tx) => changeList(tx, actor, { list: home.list, id: request.params.id, ...change }))
      return reply.flash(SAYS[does]).redirect(home.saved, 303)
    },
  )
}

const SAYS: Readonly<Record<(typeof changes)[number], string>> = {
  rename: 'Renamed',
  share: 'Shared with those who handle the same',
  keep_to_oneself: 'Nobody else sees it any more',
  begin_with: 'From now on this list opens first',
  begin_plainly: 'From now on the whole list opens first',
  remove: 'Taken away',
}
