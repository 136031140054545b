import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { findPeople, readSchools, sayKind } from '#areas/people/index.ts'
import { policyInForce, vacantPosts } from '#areas/policy/index.ts'
import { Refused } from '#core/errors.ts'
import type { Pack } from '#pack/types/pack.ts'
import type { Tx } from '#platform/database/tx.ts'
import type { Web } from '#platform/web/server.ts'
import { nameHolder, relieveHolder } from '../commands/name-holder.ts'
import { asKeeper, keepers } from '../keeper.ts'
import { paths } from '../paths.ts'
import { postLines } from '../posts/post-lines.ts'
import { readDraft } from '../queries/read-draft.ts'
import { readHolders } from '../queries/read-holders.ts'
import { PostsView, type PostsViewProps } from '../views/posts-view.tsx'

const params = z.object({ draft: z.uuid() })
const querystring = z.object({
  post: z.string().max(80).catch(''),
  words: z.string().max(200).trim().catch(''),
})
type Query = z.infer<typeof querystring>
const body = z.object({
  do: z.enum(['name', 'relieve']),
  post: z.string().max(80).catch(''),
  person: z.uuid().optional().catch(undefined),
  school: z.union([z.uuid(), z.literal('')]).catch(''),
  holder: z.uuid().optional().catch(undefined),
})
type Sent = z.infer<typeof body>

/** What the posts are of: a draft, or the version in force. */
interface Policy {
  readonly pack: Pack
  readonly caption: string
  readonly back: { readonly href: string; readonly text: string }
  readonly action: string
}

/** Who holds the posts of a draft, and of the version in force; named and relieved on the page. */
export function postsPages(app: Web): void {
  const config = { view: keepers('policy.posts.viewed'), send: keepers('policy.posts.sent') }
  app.get(paths.posts.route, { schema: { params, querystring }, config: config.view }, async (request, reply) =>
    show(request, reply, ofDraft(request.params.draft), request.query),
  )
  app.post(paths.posts.route, { schema: { params, body }, config: config.send }, async (request, reply) =>
    change(request, reply, ofDraft(request.params.draft), request.body),
  )
  app.get(paths.postsInForce.route, { schema: { querystring }, config: config.view }, async (request, reply) =>
    show(request, reply, ofVersion, request.query),
  )
  app.post(paths.postsInForce.route, { schema: { body }, config: config.send }, async (request, reply) =>
    change(request, reply, ofVersion, request.body),
  )
}

const ofDraft =
  (id: string) =>
  async (tx: Tx): Promise<Policy> => {
    const { title, pack } = await readDraft(tx, id)
    return { pack, caption: title, back: { href: paths.show.to(id), text: 'The draft' }, action: paths.posts.to(id) }
  }

async function ofVersion(tx: Tx): Promise<Policy> {
  const { title, number, pack } = await policyInForce(tx)
  const back = { href: '/policy/board', text: 'The promise board' }
  return { pack, caption: `${title}, version ${number}`, back, action: paths.postsInForce.to() }
}

async function change(request: FastifyRequest, reply: FastifyReply, policyOf: (tx: Tx) => Promise<Policy>, sent: Sent) {
  const actor = request.person()
  try {
    const action = await asKeeper(request, async (tx) => {
      const policy = await policyOf(tx)
      if (sent.do === 'relieve' && sent.holder !== undefined) await relieveHolder(tx, actor, sent.holder)
      else if (sent.do === 'name' && sent.person !== undefined)
        await nameHolder(tx, actor, {
          pack: policy.pack,
          post: sent.post,
          personId: sent.person,
          schoolId: sent.school === '' ? null : sent.school,
        })
      else throw new Refused('policy.post.nobody', 'Choose a person.')
      return policy.action
    })
    const anchor = /^[a-z][a-z0-9_]*$/.test(sent.post) ? `#post-${sent.post}` : ''
    return reply
      .flash(sent.do === 'name' ? 'Named, from today on.' : 'Relieved, from today on.')
      .redirect(action + anchor, 303)
  } catch (fault) {
    if (!(fault instanceof Refused)) throw fault
    return show(request, reply.code(409), policyOf, { post: '', words: '' }, fault.message)
  }
}

async function show(
  request: FastifyRequest,
  reply: FastifyReply,
  policyOf: (tx: Tx) => Promise<Policy>,
  { post, words }: Query,
  fault?: string,
) {
  const view = await asKeeper(request, async (tx): Promise<PostsViewProps> => {
    const { pack, caption, back, action } = await policyOf(tx)
    const found = post === '' ? null : await findPeople(tx, words)
    const search =
      found === null
        ? null
        : {
            post,
            words,
            found: found.map(({ id, name, kinds }) => ({ id, name, says: kinds.map(sayKind).join(', ') })),
          }
    return {
      title: 'Who holds each post',
      caption,
      back,
      action,
      posts: postLines(pack, await readHolders(tx), await vacantPosts(tx, pack)),
      schools: await readSchools(tx),
      search,
      fault,
    }
  })
  return reply.view(<PostsView {...view} />)
}
