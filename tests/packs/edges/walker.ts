import type { PersonActor } from '#core/actor.ts'
import type { InPart } from '#pack/engines/flow/run.ts'
import { packOf } from '#pack/engines/schools/pack-of.ts'
import type { Pack } from '#pack/types/pack.ts'
import { readPack } from '../read-pack.ts'
import type { Answers } from '../support/fill.ts'
import type { ScenarioSchool } from '../support/school.ts'
import { teamParts } from './beginnings.ts'
import type { CaseDesk } from './case-desk.ts'
import { someone } from './choices.ts'
import type { Journey, Leg } from './journey.ts'

/** The people who walk cases to their ends: two hold every post, so that a second can confirm what the first did. */
export interface Walkers {
  /** Opens a case and takes every step of a journey. */
  walk(journey: Journey): Promise<Walked>
}

/** How a case stands when it was walked. */
export interface Walked {
  /** The steps that still wait for the one who walked it. */
  readonly left: readonly string[]
  /** How its page is answered to those in it who are kept out of it. */
  readonly keptOut: readonly number[]
}

const FIRST = 'Priya Raman'
const SECOND = 'Sam Pritchard'
// So many people fit into the form that opens a case.
const ROWS = 2
const NAMES = 'Ada Bea Cal Dot Eli Fay Gus Hal Ivy Jan Kit Lou'.split(' ')

/** Peoples a school with walkers, and with somebody for each part that people have in a case. */
export async function walkersOf(
  deskOf: (person: PersonActor) => Promise<CaseDesk>,
  school: ScenarioSchool,
  name: string,
): Promise<Walkers> {
  const pack = packOf(readPack(name))
  const posts = Object.entries(pack.parties).flatMap(([id, { kind }]) => (kind === 'post' ? [id] : []))
  const walkers = await Promise.all([FIRST, SECOND].map((who) => school.staff(who, ...posts)))
  const keptOut = new Map<string, PersonActor>()
  for (const { id, of, kept_out } of partsOf(pack)) {
    if (teamParts(pack).includes(id)) continue
    const held = kept_out ? handlersOf(pack) : []
    const person = await somebody(school, nameOf(pack, someone(id)), of[0] ?? 'staff', held)
    if (kept_out) keptOut.set(id, person)
  }
  return {
    walk: async (journey) => {
      // Each case in a session of its own: nobody may look at so many pages in a minute.
      const [first, second] = await Promise.all(walkers.map(deskOf))
      if (first === undefined || second === undefined) throw new Error('two walk a case')
      const record = await first.opensCase({}, formOf(pack, journey))
      for (const one of journey.people.slice(ROWS)) await first.names(record, [nameOf(pack, one), one.part])
      for (const leg of journey.legs) await take(pack, { first, second }, record, leg)
      const desks = await Promise.all(journey.people.flatMap(({ part }) => keptOut.get(part) ?? []).map(deskOf))
      return {
        left: await first.mayTake(record),
        keptOut: await Promise.all(desks.map((desk) => desk.status(record))),
      }
    },
  }
}

// Whoever is kept out of a case would handle it otherwise: it is the naming that keeps them out.
const handlersOf = (pack: Pack): string[] =>
  [/party\/(\w+)/.exec(JSON.stringify(pack.records.incident?.handled_by ?? ''))?.[1]].filter(
    (post) => post !== undefined,
  )

const partsOf = (pack: Pack) => pack.records.incident?.parts ?? []

// Each part has a person of its own, as in the plan; a team is the two who walk.
function nameOf(pack: Pack, { person, part }: InPart): string {
  if (teamParts(pack).includes(part)) return person.startsWith('second') ? SECOND : FIRST
  return `${NAMES[partsOf(pack).findIndex(({ id }) => id === part)] ?? 'Max'} Sand`
}

function somebody(school: ScenarioSchool, name: string, kind: string, posts: readonly string[]): Promise<PersonActor> {
  if (kind === 'pupil') return school.pupil(name, 9)
  if (kind === 'parent') return school.parent(name)
  if (kind === 'governor') return school.governor(name, ...posts)
  return kind === 'visitor' ? school.visitor(name) : school.staff(name, ...posts)
}

type Desks = Readonly<Record<'first' | 'second', CaseDesk>>

async function take(pack: Pack, { first, second }: Desks, record: string, leg: Leg) {
  const { step, does, fields } = leg
  if ('move' in does) return first.moves(record, does.move.goto)
  if ('second' in does) return second.takes(record, step)
  if ('voice' in does) return second.takes(record, step, { voice: does.voice })
  if ('heard' in does) return first.takes(record, step, { heard: does.heard })
  if ('notNeeded' in does) return first.takes(record, step, { needed: 'no', not_needed: 'It is not' })
  const [one] = 'people' in does ? does.people : []
  if (one !== undefined) return first.names(record, [nameOf(pack, one), one.part])
  const people = leg.named.map((named) => [named.field, [nameOf(pack, named), named.part]])
  const answers = { ...(fields as Answers), ...Object.fromEntries(people) }
  return first.takes(record, step, 'answers' in does ? { ...answers, answer: does.answers } : answers)
}

function formOf(pack: Pack, { form, people }: Journey): Answers {
  const fields = pack.records.incident?.fields ?? []
  const chosen = fields.filter(({ type }) => type === 'boolean' || type.startsWith('list/'))
  const rows = people.slice(0, ROWS).flatMap((one, at) => [
    [`person-${at + 1}`, nameOf(pack, one)],
    [`part-${at + 1}`, one.part],
  ])
  return Object.fromEntries([...chosen.map(({ id }) => [id, form[id]]), ...rows])
}
