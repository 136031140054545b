import { z } from 'zod'
import { readSettings } from '#areas/policy/index.ts'
import { sayFullDate, sayFullInstant } from '#core/calendar/say-date.ts'
import type { Parts } from '#platform/parts.ts'
import type { Web } from '#platform/web/server.ts'
import { noteChange } from '../commands/note-change.ts'
import { paths } from '../paths.ts'
import { inQuestion } from '../queries/in-question.ts'
import type { PastAsking } from '../queries/read-history.ts'
import { readHistory } from '../queries/read-history.ts'
import { readSignature } from '../queries/read-signature.ts'
import { saidStatements, sayCapacity, sayOutcome, sayWay, sinceRows } from '../said-words.ts'
import { markOf } from '../views/asking-words.ts'
import type { PersonCard } from '../views/person-view.tsx'
import { PersonView } from '../views/person-view.tsx'
import { SignatureView } from '../views/signature-view.tsx'

const params = z.object({ id: z.uuid() })
const changeBody = z.object({
  event: z.enum(['circumstances.changed', 'person.changed_parents']),
  kind: z
    .string()
    .regex(/^list\/[a-z][a-z0-9_]{0,59}#[a-z][a-z0-9_]{0,59}$/)
    .optional(),
})

/** The agreements of one person, and one signature with its text. */
export async function personPage(app: Web, parts: Parts): Promise<void> {
  app.get(
    paths.person.route,
    { schema: { params }, config: { audit: 'agreement.person.viewed', access: ['staff'] } },
    async (request, reply) => {
      const now = parts.clock.now()
      const { history, changes, zone } = await request.inTx(async (tx) => ({
        history: await readHistory(tx, request.params.id, now),
        changes: await inQuestion(tx, request.params.id),
        zone: (await readSettings(tx)).zone,
      }))
      return reply.view(
        <PersonView
          personId={request.params.id}
          changes={changes}
          name={history.name}
          about={history.about}
          askings={history.askings.map((asking) => cardOf(asking, now, zone))}
        />,
      )
    },
  )

  app.post(
    paths.changed.route,
    {
      schema: { params, body: changeBody },
      config: { audit: 'agreement.suspended', access: ['staff'] },
    },
    async (request, reply) => {
      const { id } = request.params
      const asked = await request.inTx(async (tx) => {
        await readHistory(tx, id, parts.clock.now())
        return noteChange(tx, request.person(), { aboutId: id, ...request.body })
      })
      return reply
        .flash(`Asked again: ${asked === 1 ? 'one agreement' : `${asked} agreements`}`)
        .redirect(paths.person.to(id), 303)
    },
  )

  app.get(
    paths.signature.route,
    { schema: { params }, config: { audit: 'agreement.signature.viewed', access: 'signed_in' } },
    async (request, reply) => {
      const actor = request.person()
      const proof = await request.inTx((tx) => readSignature(tx, actor, request.params.id))
      return reply.view(
        <SignatureView
          id={proof.id}
          back={actor.audience === 'staff' ? paths.person.to(proof.aboutId) : paths.mine.to()}
          audience={actor.audience === 'staff' ? 'staff' : 'public'}
          about={proof.about}
          outcome={sayOutcome(proof.outcome)}
          signer={`${proof.signer} (${sayCapacity(proof.capacity)})`}
          typedName={proof.typedName}
          when={sayFullInstant(proof.signedAt, proof.zone)}
          way={sayWay(proof.way)}
          seenBy={proof.recordedBy}
          reason={proof.reason}
          policy={`${proof.policy.title}, version ${proof.policy.number}, in force since ${sayFullDate(proof.policy.inForceOn)}`}
          since={sinceRows(proof)}
          text={proof.text}
          statements={saidStatements(proof)}
          genuine={proof.text.hash === proof.textHash}
        />,
      )
    },
  )
}

function cardOf(asking: PastAsking, now: Temporal.Instant, zone: string): PersonCard {
  const day = (at: Temporal.Instant) => sayFullDate(at.toZonedDateTimeISO(zone).toPlainDate())
  const reminders =
    asking.reminded === 0 ? '' : `, reminded ${asking.reminded === 1 ? 'once' : `${asking.reminded} times`}`
  const open = asking.state === 'open' || asking.state === 'partly' || asking.state === 'refused'
  const talk = open && asking.said.some((one) => one.outcome === 'refused')
  return {
    id: asking.id,
    title: asking.title,
    mark: markOf({ ...asking, talk }, now, zone),
    facts: `Asked on ${day(asking.askedAt)} under version ${asking.version}${reminders}`,
    open: (open || asking.state === 'withdrawn') && asking.onPaper,
    heardBack: asking.heardBack,
    moments: asking.said.map((one) => ({
      signatureId: one.id,
      signed: one.outcome === 'signed' && !asking.anonymous,
      when: sayFullInstant(one.at, zone),
      datetime: one.at.toString(),
      what: `${sayOutcome(one.outcome)}${one.items.length === 0 ? '' : ` in part (${one.items.join('; ')})`}. ${sayWay(one.way)}${one.reason === null ? '' : `: “${one.reason}”`}`,
      who: `${one.who} (${sayCapacity(one.capacity)})${one.seenBy === null ? '' : `, slip seen by ${one.seenBy}`}`,
    })),
  }
}
