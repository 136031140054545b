import { z } from 'zod'
import { readCalendar } from '#areas/people/index.ts'
import type { PolicyInForce } from '#areas/policy/index.ts'
import type { PersonActor } from '#core/actor.ts'
import { schoolCalendar } from '#core/calendar/school-calendar.ts'
import { NotFound } from '#core/errors.ts'
import { casesOf, stillToAsk } from '#pack/engines/tables/cases.ts'
import type { Answer } from '#pack/engines/tables/look-up.ts'
import { wordsOf } from '#pack/engines/words.ts'
import { sentenceOf } from '#pack/sentences/sentence-of.ts'
import type { Pack } from '#pack/types/pack.ts'
import { partsOf } from '#pack/types/parts.ts'
import type { Tx } from '#platform/database/tx.ts'
import { nowIn } from '#platform/database/tx.ts'
import type { Web } from '#platform/web/server.ts'
import type { Asker } from '../asker.ts'
import { askedIn } from '../asker.ts'
import { gridsOf } from '../may-i/grids.ts'
import { permissionOf } from '../may-i/permission.ts'
import type { Question } from '../may-i/questions.ts'
import { choicesOf, givenFrom, questionsOf, sayCase } from '../may-i/questions.ts'
import { sayTimes, type Times } from '../may-i/say-times.ts'
import { decidingMark, timesIn, verdictOf } from '../may-i/verdict-of.ts'
import { clauseHref, paths } from '../paths.ts'
import type { AnswerProps, WholeAnswer } from '../views/answer-view.tsx'
import { AnswerView } from '../views/answer-view.tsx'
import { WholeView } from '../views/whole-view.tsx'

const params = z.object({ table: z.string().min(1).max(60) })
const querystring = z.record(z.string().max(60), z.unknown())

/** The answer to one question, and the whole table behind it. */
export async function answerPage(app: Web): Promise<void> {
  app.get(
    paths.answer.route,
    { schema: { params, querystring }, config: { audit: 'may_i.answered', access: 'signed_in' } },
    async (request, reply) => {
      const actor = request.person()
      const props = await request.inTx(async (tx) => {
        const { policy, asker } = await askedIn(tx, actor)
        const question = questionNamed(policy.pack, request.params.table)
        return answerProps(tx, policy, actor, asker, question, givenFrom(policy.pack, question.table, request.query))
      })
      return reply.view(<AnswerView {...props} />)
    },
  )

  app.get(
    paths.whole.route,
    { schema: { params, querystring: z.object({}) }, config: { audit: 'may_i.table.viewed', access: 'signed_in' } },
    async (request, reply) => {
      const actor = request.person()
      const { policy, asker } = await request.inTx((tx) => askedIn(tx, actor))
      const { id, table } = questionNamed(policy.pack, request.params.table)
      return reply.view(
        <WholeView
          id={id}
          title={wordsOf(table.says, asker.language)}
          version={policy.number}
          grids={gridsOf(policy.pack, { id, table }, asker.language)}
          clauses={[...new Set([...table.clauses, ...table.rows.flatMap((row) => row.clauses)])].sort()}
          staff={asker.staff}
        />,
      )
    },
  )
}

function questionNamed(pack: Pack, id: string): Question {
  const found = questionsOf(pack).find((one) => one.id === id)
  if (found === undefined) throw new NotFound('may_i.missing')
  return found
}

async function answerProps(
  tx: Tx,
  policy: PolicyInForce,
  actor: PersonActor,
  asker: Asker,
  { id, table }: Question,
  given: Record<string, string>,
): Promise<AnswerProps> {
  const { pack } = policy
  const { language } = asker
  const cases = casesOf(pack, table, given)
  const answer = stillToAsk(pack, table, given).length === 0 ? cases[0]?.answer : undefined
  const mark = answer === undefined ? null : decidingMark(answer)
  return {
    id,
    table: wordsOf(table.says, language),
    asked: sayCase(pack, table, given, language),
    choices: choicesOf(pack, table, asker, given),
    easy: language === 'en-easy',
    answer:
      answer === undefined
        ? null
        : {
            ...verdictOf(answer, language),
            times: await timesOf(tx, asker, answer),
            permission: mark === null ? null : await permissionOf(tx, policy, actor.personId, mark, language),
            otherwise: mark?.breach === undefined ? null : breachSays(pack, mark.breach, language),
            clauses: clausesOf(pack, answer, asker),
            why: asker.staff ? whySays(pack, id, answer, language) : null,
          },
    cases:
      answer !== undefined
        ? []
        : cases.slice(0, MOST_CASES).map((one) => ({
            says: sayCase(
              pack,
              table,
              { ...one.given, ...Object.fromEntries(Object.keys(given).map((key) => [key, null])) },
              language,
            ),
            href: paths.answer.to(
              id,
              Object.fromEntries(Object.entries(one.given).map(([key, value]) => [key, String(value)])),
            ),
            verdict: verdictOf(one.answer, language),
          })),
  }
}

const MOST_CASES = 60

async function timesOf(tx: Tx, { schoolId, language }: Asker, answer: Answer): Promise<Times | null> {
  const windows = timesIn(answer)
  if (windows?.length === 0) return null
  const calendar = schoolId === null ? schoolCalendar() : await readCalendar(tx, schoolId)
  return sayTimes(windows, { calendar, now: nowIn(tx), easy: language === 'en-easy' })
}

function clausesOf(pack: Pack, answer: Answer, { language, staff }: Asker): WholeAnswer['clauses'] {
  return answer.clauses.map((clause) => {
    const says = pack.clauses.find((one) => one.id === clause)?.says
    return { id: clause, href: clauseHref(clause, staff), says: says === undefined ? '' : wordsOf(says, language) }
  })
}

function breachSays(pack: Pack, ref: string, language: string): string | null {
  const parts = partsOf(ref)
  const value = parts?.kind === 'list' ? pack.lists[parts.id]?.values.find((one) => one.id === parts.part) : undefined
  return value === undefined ? null : wordsOf(value.says, language)
}

function whySays(pack: Pack, id: string, answer: Answer, language: string): string {
  if (answer.from === 'otherwise') return 'No row of the table covers this case; the table says what holds otherwise.'
  if (answer.from === 'not_stated') return 'No row of the table covers this case.'
  return answer.rows.map((row) => sentenceOf(pack, `table/${id}#${row.id}`, language)).join(' ')
}
