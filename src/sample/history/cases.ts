import { settleConcernByCase } from '#areas/concerns/index.ts'
import type { NewPerson } from '#areas/records/index.ts'
import { moveRecord, openRecord, readCase, takeStep } from '#areas/records/index.ts'
import { dayOf } from '#core/calendar/school-calendar.ts'
import type { OpenStep } from '#pack/engines/flow/open.ts'
import type { Chance } from '../random.ts'
import type { SamplePerson } from '../types.ts'
import { keepEvidence } from './case-evidence.ts'
import { fieldsFor } from './case-fields.ts'
import { peopleOfStory } from './case-people.ts'
import type { CaseStory } from './case-story.ts'
import { nextMoment, storyMoment } from './case-times.ts'
import { answerAfterCase } from './closing-answers.ts'
import { drawFrom } from './draw-from.ts'
import { toldFor } from './told-texts.ts'
import type { World } from './world.ts'
import { act, actorOf, chanceOf, holderOf } from './world.ts'

/** A case on its way. */
interface Walk {
  readonly world: World
  readonly story: CaseStory
  readonly chance: Chance
  readonly recordId: string
  readonly people: readonly NewPerson[]
  readonly keptOut: ReadonlySet<string>
  readonly done: Set<string>
}

/** Plans a case: it is opened at its moment and goes on by itself, a step at a time, until its end or until today. */
export function planCase(world: World, story: CaseStory): void {
  const moment = storyMoment(world, story.when)
  if (moment === null) return
  world.agenda.plan(moment, async () => {
    const walk = await open(world, story, moment)
    world.agenda.plan(moment.add({ seconds: walk.chance.whole(200, 3000) }), () => takeNext(walk))
  })
}

async function open(world: World, story: CaseStory, moment: Temporal.Instant): Promise<Walk> {
  const chance = chanceOf(`case ${story.id}`)
  const day = dayOf(world.calendar, moment)
  const happened = moment.subtract({ minutes: story.happened ?? chance.whole(20, 240) })
  const people = peopleOfStory(world, story, story.people, day)
  const keptOut = new Set(people.flatMap((one) => (one.part === 'named_staff' && one.personId ? [one.personId] : [])))
  const opener = who(world, [story.opener ?? 'online_safety_lead', 'head', 'chair_of_governors'], keptOut, day)
  const concernId = world.concernOf.get(story.id)
  const { id } = await act(world, actorOf(world, opener), async (tx, actor) => {
    const opened = await openRecord(tx, actor, {
      kind: 'incident',
      schoolId: world.schoolId,
      title: story.title,
      category: story.kind,
      occurredAt: happened,
      fields: {
        happened_at: inWords(world, happened),
        names_known: people.some((one) => one.personId !== null),
        room: story.room,
        device_used: story.device,
        device_owner: story.owner,
        kind: story.kind,
        technology: [...story.technology],
        details: story.details,
        ...(story.byAccident === undefined ? {} : { by_accident: story.byAccident }),
        ...(story.teacher === undefined ? {} : { for_class_teacher: story.teacher }),
        ...(story.noticed === undefined
          ? {}
          : { noticed_at: inWords(world, moment.subtract({ minutes: story.noticed })) }),
        ...Object.fromEntries(
          Object.entries(story.more ?? {}).map(([id, value]) => [id, typeof value === 'string' ? value : [...value]]),
        ),
      },
      people,
    })
    if (concernId !== undefined) await settleConcernByCase(tx, actor, { concernId, recordId: opened.id })
    return opened
  })
  world.cases.set(story.id, id)
  return { world, story, chance, recordId: id, people, keptOut, done: new Set() }
}

const inWords = (world: World, at: Temporal.Instant): string =>
  at.toZonedDateTimeISO(world.calendar.zone).toPlainDateTime().toString({ smallestUnit: 'minute' })

function goOn(walk: Walk, from: Temporal.Instant): void {
  const moment = nextMoment(walk.world, from, walk.chance)
  walk.world.agenda.plan(moment, () => takeNext(walk))
}

async function takeNext(walk: Walk): Promise<void> {
  const { world, story } = walk
  const moment = world.clock.now()
  const day = dayOf(world.calendar, moment)
  const handler = actorOf(world, who(world, ['dsl', 'head', 'chair_of_governors'], walk.keptOut, day))
  const one = await act(world, handler, (tx) => readCase(tx, walk.recordId))
  if (one.state !== 'open') return answerAfterCase(world, story.id, walk.keptOut)
  const step = one.open.find((candidate) => !candidate.early)
  if (step === undefined || (step.stepId === story.stopsAt && !walk.done.has('stopped'))) return
  const moves = story.moves
  if (moves?.before === step.stepId && !walk.done.has('moved')) {
    walk.done.add('moved')
    await act(world, handler, (tx, actor) =>
      moveRecord(tx, actor, { recordId: walk.recordId, to: moves.to, reason: moves.reason }),
    )
    return goOn(walk, moment)
  }
  await take(walk, step, moment)
  walk.done.add(step.stepId)
  if (step.stepId === 'best' && story.follows !== undefined && !walk.done.has('followed')) {
    walk.done.add('followed')
    await drawFrom(world, handler, walk.recordId, step.key, story.follows)
  }
  if (step.stepId === 'evidence' && story.evidence === true) await keepEvidence(world, walk.recordId, day)
  if (story.corrects?.after === step.stepId) await correct(walk, one, moment)
  goOn(walk, moment)
}

async function take(walk: Walk, step: OpenStep, moment: Temporal.Instant): Promise<void> {
  const { world, story, chance } = walk
  const day = dayOf(world.calendar, moment)
  const actor = actorOf(world, who(world, partiesOf(step, story), walk.keptOut, day))
  const part = walk.people.find((one) => one.personId === step.branch)?.part ?? partAdded(walk, step, day)
  const skipped = step.optional ? story.skip?.[step.stepId] : undefined
  const added = peopleOfStory(world, story, story.adds?.[step.stepId] ?? [], day)
  const answers = step.kind === 'ask' ? answersOf(story, step, part) : []
  const note = story.notes?.[step.stepId]
  const people = added.map((one) => ({ person: one.personId ?? '', part: one.part }))
  const taken = await act(world, actor, (tx) =>
    takeStep(tx, actor, {
      recordId: walk.recordId,
      step: step.key,
      does: skipped !== undefined ? { notNeeded: true } : step.kind === 'ask' ? { answers } : { done: true },
      ...(skipped === undefined
        ? { fields: fieldsFor(world, story, step, answers, moment, chance) }
        : { reason: skipped }),
      ...(people.length === 0 ? {} : { people }),
      ...(skipped === undefined ? { told: toldFor(story, step, answers, moment, chance) } : {}),
      ...(note === undefined ? {} : { note }),
    }),
  )
  if (!taken.ok)
    throw new TypeError(
      `${story.id}: ${step.stepId}: ${taken.code} ${taken.says} ${JSON.stringify(taken.fields ?? {})}`,
    )
}

function answersOf(story: CaseStory, step: OpenStep, part: string | null): readonly string[] {
  const told = (part === null ? undefined : story.answers[`${step.stepId}/${part}`]) ?? story.answers[step.stepId]
  if (told !== undefined) return typeof told === 'string' ? [told] : told
  if (step.stepId === 'child_q') return [part === 'victim' ? 'victim' : 'instigator']
  if (step.stepId === 'support') return ['class_teacher']
  throw new TypeError(`${story.id} does not say what was answered to ${step.stepId}`)
}

function partAdded(walk: Walk, step: OpenStep, day: Temporal.PlainDate): string | null {
  if (step.branch === null) return null
  const added = Object.values(walk.story.adds ?? {}).flatMap((own) => peopleOfStory(walk.world, walk.story, own, day))
  return added.find((one) => one.personId === step.branch)?.part ?? null
}

async function correct(
  walk: Walk,
  before: Awaited<ReturnType<typeof readCase>>,
  moment: Temporal.Instant,
): Promise<void> {
  const { world, story } = walk
  const { corrects } = story
  if (corrects === undefined) return
  const day = dayOf(world.calendar, moment)
  const actor = actorOf(world, who(world, ['online_safety_lead', 'head'], walk.keptOut, day))
  const event = before.run.events.findLast((one) => 'stepId' in one && one.stepId === corrects.step)
  if (event === undefined || !('step' in event)) throw new TypeError(`${story.id} has no ${corrects.step} to put right`)
  const taken = await act(world, actor, (tx) =>
    takeStep(tx, actor, {
      recordId: walk.recordId,
      step: event.step,
      does: { answers: [corrects.answer] },
      reason: corrects.reason,
      ...(event.fields === undefined ? {} : { fields: event.fields }),
      told: (event.told ?? []).map(({ contact, party, about }) => ({ party, about, before: contact })),
    }),
  )
  if (!taken.ok) throw new TypeError(`${story.id}: ${corrects.step}: ${taken.says}`)
}

/** The posts that a step asks for; the case's own handler first when they are one of them. */
function partiesOf(step: OpenStep, story: CaseStory): string[] {
  const asked =
    step.by === null
      ? ['online_safety_lead', 'dsl', 'head']
      : typeof step.by === 'string'
        ? [step.by]
        : 'any_of' in step.by
          ? step.by.any_of
          : step.by.all_of
  const posts = asked.map((one) => one.replace(/^party\//, '')).filter((post) => !OTHERS.has(post))
  const own = story.opener ?? 'online_safety_lead'
  const first = posts.includes(own) ? [own, ...posts] : posts
  // In a case about the head, the chair of governors acts as the head.
  return first.includes('head') ? [...first, 'chair_of_governors'] : first
}

// Not posts: relations and groups, whose members hold a post of the circle as well.
const OTHERS: ReadonlySet<string> = new Set(['class_teachers', 'senior_leaders', 'staff', 'handler'])

/** The first holder of these posts who is not named in the case. */
function who(
  world: World,
  posts: readonly string[],
  keptOut: ReadonlySet<string>,
  day: Temporal.PlainDate,
): SamplePerson {
  const found = posts
    .map((post) => holderOf(world, post, day))
    .find((person) => !keptOut.has(world.people.get(person.sourcedId) ?? ''))
  if (found === undefined) throw new TypeError(`nobody of ${posts.join(', ')} may take this step`)
  return found
}
