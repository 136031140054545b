import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { helpContacts } from '#areas/records/index.ts'
import type { Web } from '#platform/web/server.ts'
import { askedIn } from '../asker.ts'
import { contactGroups, withoutContacts } from '../contacts.ts'
import { papersOf } from '../documents.ts'
import { paths } from '../paths.ts'
import { postsOf } from '../posts.ts'
import { readHolders } from '../queries/holders.ts'
import { HelpView } from '../views/help-view.tsx'
import { LawView } from '../views/law-view.tsx'
import { WhoView } from '../views/who-view.tsx'

const querystring = z.object({})

/** Who does what, where help is, and the law that the policy names. */
export async function policyPages(app: Web): Promise<void> {
  app.get(
    paths.who.route,
    { schema: { querystring }, config: { audit: 'policy.posts.viewed', access: 'signed_in' } },
    async (request, reply) => {
      const { policy, asker, holders } = await read(request)
      const easy = asker.language === 'en-easy'
      const posts = postsOf(policy.pack, holders, asker.language)
      // A post that nobody holds says something to those who run the policy, and nothing to a family.
      const shown = asker.staff ? posts : posts.filter((post) => post.holders.length > 0)
      return reply.view(<WhoView posts={shown} staff={asker.staff} easy={easy} />)
    },
  )

  app.get(
    paths.help.route,
    { schema: { querystring }, config: { audit: 'policy.help.viewed', access: 'signed_in' } },
    async (request, reply) => {
      const { policy, asker, contacts } = await read(request)
      const papers = papersOf(
        policy.pack,
        asker.language,
        (document) =>
          document.helps.length > 0 && (asker.staff || document.helps.some((party) => asker.parties.includes(party))),
      )
      const groups = contactGroups(policy.pack, contacts, asker)
      return reply.view(
        <HelpView
          papers={withoutContacts(papers, groups)}
          contacts={groups}
          staff={asker.staff}
          easy={asker.language === 'en-easy'}
          tellHref="/tell"
        />,
      )
    },
  )

  app.get(
    paths.law.route,
    { schema: { querystring }, config: { audit: 'policy.law.viewed', access: 'signed_in' } },
    async (request, reply) => {
      const { policy, asker } = await read(request)
      const papers = papersOf(policy.pack, asker.language, (document) => document.kind === 'law')
      return reply.view(<LawView papers={papers} staff={asker.staff} version={policy.number} />)
    },
  )
}

const read = (request: FastifyRequest) => {
  const actor = request.person()
  return request.inTx(async (tx) => {
    const { policy, asker } = await askedIn(tx, actor)
    const contacts = await helpContacts(tx, policy, asker.schoolId)
    return { policy, asker, contacts, holders: await readHolders(tx) }
  })
}
