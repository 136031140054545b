import type { MailBook } from './mail.ts'
import { drawTongue, familyName, givenName } from './names.ts'
import { chanceFor } from './random.ts'
import type { SamplePerson, SamplePost, VisitorFact } from './types.ts'

/** The adults who work at the school or for it. */
export interface Adults {
  readonly people: readonly SamplePerson[]
  readonly teachers: readonly SamplePerson[]
  readonly assistants: readonly SamplePerson[]
  readonly posts: readonly SamplePost[]
  readonly visitors: readonly VisitorFact[]
}

/** Posts of the office and the leadership: the reference pages know some of these people by name. */
const LEADERS: readonly (readonly [post: string, role: string, name?: string])[] = [
  ['head', 'principal', 'Margaret Oyelaran'],
  ['deputy_head', 'administrator', 'Gethin Bowen'],
  ['deputy_head', 'administrator', 'Farhana Talukdar'],
  ['dsl', 'administrator', 'Priya Raman'],
  ['online_safety_lead', 'teacher', 'Sam Pritchard'],
  ['network_manager', 'administrator', 'Ben Adeyemi'],
  ['business_manager', 'administrator'],
  ['siro', 'administrator'],
  ['information_asset_owner', 'administrator'],
  ['school_office', 'administrator'],
  ['school_office', 'administrator'],
  ['ict_support', 'administrator'],
  ['ict_support', 'administrator'],
]
const TEACHERS = 32
const ASSISTANTS = 30
const GOVERNORS = 9
const VISITORS: readonly (readonly [says: string, regulated: boolean, contractor: boolean, role: string])[] = [
  ['Speech and language therapist', true, false, 'ext:visitor'],
  ['Occupational therapist', true, false, 'ext:visitor'],
  ['Music tutor', true, false, 'ext:visitor'],
  ['Supply teacher', true, false, 'ext:visitor'],
  ['Network contractor', false, true, 'ext:visitor'],
  ['Minibus mechanic', false, true, 'ext:visitor'],
  ['Reading volunteer', true, false, 'ext:volunteer'],
  ['Garden volunteer', false, false, 'ext:volunteer'],
]

/** Draws staff, governors and regular visitors, and gives out the posts. Some staff come and go with the years. */
export function makeAdults(seed: number, firstYear: number, mails: MailBook): Adults {
  const chance = chanceFor(seed, 'staff')
  const make = (
    sourcedId: string,
    kind: SamplePerson['kind'],
    role: string,
    term: Term,
    name?: string,
  ): SamplePerson => {
    const tongue = drawTongue(chance)
    const [given, family] = name?.split(' ') ?? [givenName(chance, tongue), familyName(chance, tongue)]
    const [first, last] = [given ?? '', family ?? '']
    const domain = kind === 'staff' || kind === 'governor' ? 'larkbeck.example' : 'post.example'
    const email = mails.address(first, last, domain)
    return { sourcedId, kind, role, givenName: first, familyName: last, knownAs: null, email, bornOn: null, ...term }
  }
  const always: Term = { from: firstYear, until: null }
  const leaders = LEADERS.map(([, role, name], index) => make(`s-lead-${index + 1}`, 'staff', role, always, name))
  const seats = (count: number, prefix: string, role: string): SamplePerson[] =>
    range(count).flatMap((seat) => {
      const leaves = seat % 9 === 4 ? firstYear + (seat % 2) : null
      const first = make(`${prefix}-${seat}`, 'staff', role, { from: firstYear, until: leaves })
      if (leaves === null) return [first]
      return [first, make(`${prefix}-${seat}b`, 'staff', role, { from: leaves + 1, until: null })]
    })
  const teachers = seats(TEACHERS, 's-teach', 'teacher')
  const assistants = seats(ASSISTANTS, 's-assist', 'aide')
  const governors = range(GOVERNORS).map((seat) => make(`g-${seat}`, 'governor', 'ext:governor', always))
  const visitors = VISITORS.map(([, , , role], index) =>
    make(`v-${index + 1}`, role === 'ext:volunteer' ? 'volunteer' : 'visitor', role, always),
  )
  return {
    people: [...leaders, ...teachers, ...assistants, ...governors, ...visitors],
    teachers,
    assistants,
    posts: givePosts(firstYear, leaders, teachers, governors),
    visitors: VISITORS.map(([says, regulatedActivity, contractor], index) => ({
      person: `v-${index + 1}`,
      says,
      regulatedActivity,
      contractor,
    })),
  }
}

type Term = Pick<SamplePerson, 'from' | 'until'>

const range = (count: number): number[] => Array.from({ length: count }, (_, index) => index + 1)

function givePosts(
  firstYear: number,
  leaders: readonly SamplePerson[],
  teachers: readonly SamplePerson[],
  governors: readonly SamplePerson[],
): SamplePost[] {
  const start = `${firstYear}-09-01`
  const held = (
    post: string,
    person: SamplePerson | undefined,
    fromOn = start,
    untilOn: string | null = null,
  ): SamplePost[] => (person === undefined ? [] : [{ post, person: person.sourcedId, fromOn, untilOn }])
  const now = LEADERS.flatMap(([post], index) =>
    // The online safety lead changed hands after the first year, so that old records have an earlier holder.
    post === 'online_safety_lead' ? held(post, leaders[index], `${firstYear + 1}-09-01`) : held(post, leaders[index]),
  )
  return [
    ...now,
    ...held('online_safety_lead', teachers[0], start, `${firstYear + 1}-08-31`),
    ...held('chair_of_governors', governors[0]),
    ...held('vice_chair_of_governors', governors[1]),
    ...held('link_governor', governors[2]),
  ]
}
