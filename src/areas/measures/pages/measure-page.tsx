import { z } from 'zod'
import { liftedNow } from '#areas/actions/index.ts'
import { policyInForce, readSettings, textOf } from '#areas/policy/index.ts'
import { namesOf } from '#areas/records/index.ts'
import { Forbidden } from '#core/errors.ts'
import type { Form } from '#core/form.ts'
import { emptyForm, hasErrors } from '#core/form.ts'
import { sentenceOf } from '#pack/sentences/sentence-of.ts'
import type { Tx } from '#platform/database/tx.ts'
import { nowIn } from '#platform/database/tx.ts'
import type { Web } from '#platform/web/server.ts'
import { checkMeasure } from '../commands/check-measure.ts'
import { readCheck } from '../forms.ts'
import type { KnownMeasure } from '../known.ts'
import { lineOf } from '../lines.ts'
import { mayCheck } from '../may-check.ts'
import { paths } from '../paths.ts'
import { historyOf } from '../queries/read-checks.ts'
import { readMeasure } from '../queries/read-measures.ts'
import { proofsOf, sayAcross, sayCheckers, sayName } from '../say.ts'
import { MeasureView } from '../views/measure-view.tsx'

const params = z.object({ id: z.string().regex(/^[a-z][a-z0-9_]{0,79}$/) })
const access = ['staff', 'governor'] as const

/** One measure: what the policy sets, how it stands, what was seen before, and the form to say what one sees now. */
export function measurePage(app: Web): void {
  app.get(
    paths.show.route,
    { schema: { params }, config: { audit: 'measure.viewed', access } },
    async (request, reply) => {
      const found = await request.inTx((tx) => readPage(tx, request.params.id, request.person().personId))
      return reply.view(draw(found, emptyForm(null)))
    },
  )

  app.post(
    paths.show.route,
    { schema: { params, body: z.looseObject({}) }, config: { audit: 'measure.checked', access } },
    async (request, reply) => {
      const { id } = request.params
      const found = await request.inTx((tx) => readPage(tx, id, request.person().personId))
      if (found.asks.schools.length === 0) throw new Forbidden('measure.not_mine')
      const form = readCheck(request.body, found.asks)
      if (hasErrors(form)) return reply.code(400).view(draw(found, form))
      await request.inTx((tx) => checkMeasure(tx, request.person(), { measure: id, ...form.values }))
      return reply.flash('Noted. Thank you').redirect(paths.show.to(id), 303)
    },
  )
}

type PageFacts = Awaited<ReturnType<typeof readPage>>

async function readPage(tx: Tx, id: string, personId: string) {
  const policy = await policyInForce(tx)
  const known = await readMeasure(tx, policy, id)
  const { zone } = await readSettings(tx)
  const now = nowIn(tx)
  const history = await historyOf(tx, id)
  const mine = await mySchools(tx, policy.pack, known, personId)
  return {
    known,
    line: lineOf(policy.pack, known, now, zone),
    sentence: sentenceOf(policy.pack, `measure/${id}`, 'en'),
    checkers: sayCheckers(policy.pack, known.measure.checked?.by),
    asks: { schools: mine.schools, proofs: proofsOf(known.measure), values: Object.keys(known.measure.value) },
    standsIn: mine.standsIn,
    posts: new Map(Object.entries(policy.pack.parties).map(([party, { says }]) => [party, textOf(says)] as const)),
    lifted: (await liftedNow(tx)).get(`measure/${id}`) ?? null,
    history,
    names: await namesOf(
      tx,
      history.map((check) => check.by),
    ),
    now,
    zone,
  }
}

async function mySchools(
  tx: Tx,
  pack: Parameters<typeof mayCheck>[1],
  { at, measure }: KnownMeasure,
  personId: string,
) {
  const schools: { id: string; name: string }[] = []
  let standsIn = false
  for (const { schoolId, school } of at) {
    const as = await mayCheck(tx, pack, measure, { personId, schoolId })
    if (as === null) continue
    schools.push({ id: schoolId, name: school })
    standsIn ||= as.standsIn
  }
  return { schools, standsIn }
}

const draw = (found: PageFacts, form: Form<unknown>) => (
  <MeasureView
    line={found.line}
    sentence={found.sentence}
    checkers={found.checkers}
    values={Object.keys(found.known.measure.value).map((name) => ({
      name,
      says: sayName(name),
      set: sayAcross(found.known, name),
    }))}
    schools={found.known.at}
    history={found.history.map((check) => ({
      ...check,
      who: found.names.get(check.by) ?? 'Somebody',
      as: found.posts.get(check.party) ?? check.party,
      school: found.known.at.find((one) => one.schoolId === check.schoolId)?.school ?? null,
    }))}
    asks={found.asks}
    standsIn={found.standsIn}
    lifted={found.lifted}
    typed={form.typed}
    errors={form.errors}
    now={found.now}
    zone={found.zone}
  />
)
