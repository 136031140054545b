import { z } from 'zod'
import { lookUp } from '#pack/engines/tables/look-up.ts'
import { wordsOf } from '#pack/engines/words.ts'
import type { Pack } from '#pack/types/pack.ts'
import type { Web } from '#platform/web/server.ts'
import type { Asker } from '../asker.ts'
import { askedIn } from '../asker.ts'
import { choicesOf, questionsOf, sayCase } from '../may-i/questions.ts'
import { searchCases } from '../may-i/search.ts'
import { verdictOf } from '../may-i/verdict-of.ts'
import { paths } from '../paths.ts'
import { AskView } from '../views/ask-view.tsx'

const querystring = z.object({ words: z.string().max(200).catch('') })

/** May I? – search by plain words, or choose the question. */
export async function askPage(app: Web): Promise<void> {
  app.get(
    paths.ask.route,
    { schema: { querystring }, config: { audit: 'may_i.viewed', access: 'signed_in' } },
    async (request, reply) => {
      const words = request.query.words.trim()
      const actor = request.person()
      const { policy, asker } = await request.inTx((tx) => askedIn(tx, actor))
      const { pack } = policy
      return reply.view(
        <AskView
          words={words}
          found={words === '' ? null : foundBy(pack, asker, words)}
          questions={questionsOf(pack).map(({ id, table }) => ({
            id,
            says: wordsOf(table.says, asker.language),
            choices: choicesOf(pack, table, asker, null),
          }))}
          easy={asker.language === 'en-easy'}
        />,
      )
    },
  )
}

const foundBy = (pack: Pack, asker: Asker, words: string) =>
  searchCases(pack, asker, words).map(({ question, given }) => ({
    href: paths.answer.to(question.id, given),
    says: sayCase(pack, question.table, given, asker.language) || wordsOf(question.table.says, asker.language),
    table: wordsOf(question.table.says, asker.language),
    verdict: verdictOf(lookUp(question.table, given), asker.language),
  }))
