import { readSettings, textOf } from '#areas/policy/index.ts'
import { actingAs, type Case, readCaseIn } from '#areas/records/index.ts'
import type { PersonActor } from '#core/actor.ts'
import { Forbidden, Refused } from '#core/errors.ts'
import { type Form, FormReader } from '#core/form.ts'
import { followUps } from '#pack/types/step.ts'
import type { Tx } from '#platform/database/tx.ts'
import type { Web } from '#platform/web/server.ts'
import { incidentHome } from '../home.ts'
import { writingPage } from '../pages/writing-page.ts'
import { paths } from '../paths.ts'
import { addFollowUp, type FollowUpInput } from './add-follow-up.ts'
import { type FollowUpStep, followUpSteps } from './follow-up-steps.ts'
import { FollowUpView } from './follow-up-view.tsx'

const KINDS = { duty: 'A duty for somebody', policy_change: 'A change of the policy' } as const

/** Writing down what follows from a case for the school: a duty, or a change of the policy. */
export const followUpPage = (app: Web): void =>
  writingPage(app, { route: paths.followUp.route, audit: 'follow_up', read: readPage, draw, form: read, act })

interface Input {
  readonly step: string
  readonly follows: FollowUpInput
}

async function act(tx: Tx, actor: PersonActor, { one }: Found, input: Input) {
  try {
    await addFollowUp(tx, actor, { one, ...input })
    return null
  } catch (error) {
    // Nothing has been written before these are thrown.
    if (error instanceof Refused && SAID.has(error.code)) return { says: error.message }
    throw error
  }
}

const SAID: ReadonlySet<string> = new Set(['duty.names', 'duty.past', 'incident.follow_up.names'])

async function readPage(tx: Tx, actor: PersonActor, id: string) {
  const one = await readCaseIn(tx, incidentHome, id)
  const mine = await actingAs(tx, one.policy, actor.personId, one)
  const steps = mayFollowUp(one, mine)
  if (steps.length === 0 || one.state !== 'open') throw new Forbidden('incident.follow_up')
  return { one, steps, zone: (await readSettings(tx)).zone }
}

/** The steps of a case at which somebody may write down what follows. */
export const mayFollowUp = (one: Case, mine: readonly string[]): readonly FollowUpStep[] =>
  followUpSteps(one).filter((step) => mine.includes('handler') || step.by.some((party) => mine.includes(party)))

type Found = Awaited<ReturnType<typeof readPage>>

function read(body: unknown, { one, steps, zone }: Found): Form<Input | null> {
  const reader = new FormReader(body)
  const step = reader.choice(
    'step',
    steps.map(({ key }) => key),
    'Say from which step it follows',
  )
  const allowed = steps.find(({ key }) => key === step)?.kinds ?? followUps
  const kind = reader.choice('kind', allowed, 'Say what it is')
  const says = reader.text('says', { max: 300, required: 'Say what is to be done or changed' })
  if (step === null || kind === null) return reader.done(null)
  if (kind === 'duty') {
    const post = reader.choice(
      'post',
      postsOf(one).map(({ value }) => value),
      'Say who has the duty',
    )
    const day = reader.date('due', 'the day by which it is done')
    if (post === null || day === null) return reader.done(null)
    const dueAt = day.toZonedDateTime({ timeZone: zone, plainTime: '17:00' }).toInstant()
    return reader.done({ step, follows: { kind, says, post, dueAt } })
  }
  const clause = reader.text('clause', { max: 40 })
  if (clause !== '' && !one.policy.pack.clauses.some(({ id }) => id === clause))
    reader.fault('clause', 'The policy has no such clause')
  const why = reader.text('why', { required: 'Say why the policy should change' })
  return reader.done({ step, follows: { kind, says, why, clause: clause === '' ? null : clause } })
}

const postsOf = (one: Case) =>
  Object.entries(one.policy.pack.parties)
    .filter(([, party]) => party.kind === 'post')
    .map(([value, party]) => ({ value, text: textOf(party.says) }))

const draw = ({ one, steps }: Found, form: Form<unknown>) => (
  <FollowUpView
    id={one.id}
    reference={one.reference}
    steps={steps.map(({ key, title }) => ({ value: key, text: title }))}
    kinds={followUps
      .filter((kind) => steps.some(({ kinds }) => kinds.includes(kind)))
      .map((kind) => ({ kind, text: KINDS[kind] }))}
    posts={[{ value: '', text: 'Choose a post' }, ...postsOf(one)]}
    clauses={one.policy.pack.clauses.map(({ id }) => id)}
    typed={form.typed}
    errors={form.errors}
  />
)
