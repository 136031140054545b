import type { MailBook } from './mail.ts'
import { drawTongue, familyName, givenName, singleName } from './names.ts'
import type { Chance } from './random.ts'
import { chanceFor } from './random.ts'
import type { FamilyFact, SamplePerson, SamplePupil } from './types.ts'

/** The last year in which a pupil is at school: Year 13 is the fifteenth after the first in Nursery. */
const YEARS_AT_SCHOOL = 15

/** How a family is made up: who the adults are, whether they may sign, and in which home they live. */
interface Shape {
  readonly share: number
  readonly adults: readonly Adult[]
}

interface Adult {
  readonly relationship: string
  readonly role: 'parent' | 'guardian' | 'relative'
  readonly maySign: boolean
  readonly household: number
}

const adult = (relationship: string, role: Adult['role'], maySign: boolean, household: number): Adult => ({
  relationship,
  role,
  maySign,
  household,
})
const mother = adult('mother', 'parent', true, 1)
const father = adult('father', 'parent', true, 1)

const SHAPES: readonly Shape[] = [
  { share: 46, adults: [mother, father] },
  { share: 18, adults: [mother, adult('father', 'parent', true, 2)] },
  { share: 5, adults: [mother, adult('stepfather', 'relative', false, 1), adult('father', 'parent', true, 2)] },
  { share: 14, adults: [mother] },
  { share: 3, adults: [father] },
  { share: 4, adults: [mother, adult('father without parental responsibility', 'parent', false, 2)] },
  { share: 4, adults: [adult('foster carer', 'guardian', true, 1)] },
  { share: 4, adults: [adult('grandmother with a guardianship order', 'guardian', true, 1)] },
  { share: 2, adults: [mother, adult('mother', 'parent', true, 1)] },
]
const TICKETS = SHAPES.flatMap((shape) => Array.from({ length: shape.share }, () => shape))

interface Family {
  readonly number: number
  readonly tongue: number
  readonly name: string
  readonly shape: Shape
  readonly children: SamplePupil[]
}

/** The pupils of all cohorts that any of the school years sees, with their families. */
export interface Families {
  readonly pupils: readonly SamplePupil[]
  readonly adults: readonly SamplePerson[]
  readonly facts: readonly FamilyFact[]
}

/** What the families are drawn for. */
export interface FamilyOptions {
  readonly firstYear: number
  readonly lastYear: number
  /** Ids of people of the school who are parents there too: a teacher, a parent governor. */
  readonly insiders: readonly string[]
}

/** Draws the pupils cohort by cohort, some of them brothers and sisters of earlier ones, then their parents. */
export function makeFamilies(seed: number, options: FamilyOptions, mails: MailBook): Families {
  const { firstYear, lastYear } = options
  const chance = chanceFor(seed, 'families')
  const families: Family[] = []
  for (let cohort = firstYear - YEARS_AT_SCHOOL + 1; cohort <= lastYear; cohort += 1) {
    const size = chance.whole(25, 29)
    for (let seat = 0; seat < size; seat += 1) {
      const family = familyFor(chance, families, cohort)
      family.children.push(makePupil(chance, family, cohort, seat, mails))
    }
  }
  const stays = ({ children }: Family) =>
    children.some(({ from, until }) => from <= firstYear && (until ?? 0) >= lastYear)
  const open = families.filter((family) => family.shape.adults[0]?.role === 'parent' && stays(family))
  const insider = new Map(options.insiders.map((sourcedId, index) => [open[index], sourcedId]))
  const households = families.map((family) => makeAdults(chance, family, mails, insider.get(family)))
  return {
    pupils: families.flatMap(({ children }) => children),
    adults: households.flatMap(({ adults }) => adults),
    facts: households.flatMap(({ facts }) => facts),
  }
}

function familyFor(chance: Chance, families: Family[], cohort: number): Family {
  const recent = families.slice(-120).filter(({ children }) => {
    const youngest = children.at(-1)?.cohort ?? cohort
    return children.length < 4 && cohort - youngest >= 1 && cohort - youngest <= 5
  })
  if (recent.length > 0 && chance.happens(0.28)) return chance.pick(recent)
  const tongue = drawTongue(chance)
  // Every fortieth family starts a run through all shapes, so that each is there whatever the seed.
  const shape = SHAPES[families.length % 40] ?? chance.pick(TICKETS)
  const name = chance.happens(0.02) ? '' : familyName(chance, tongue)
  const family = { number: families.length + 1, tongue, name, shape, children: [] }
  families.push(family)
  return family
}

function makePupil(chance: Chance, family: Family, cohort: number, seat: number, mails: MailBook): SamplePupil {
  const given = family.name === '' ? singleName(chance) : givenName(chance, family.tongue)
  // Special schools fill up over the years: many pupils come at Reception or Year 7, and some move on early.
  const joins = cohort + chance.pick([0, 0, 0, 0, 1, 1, 2, 4, 8])
  const early = chance.happens(0.12) ? joins + chance.whole(1, 9) : null
  const end = cohort + YEARS_AT_SCHOOL - 1
  const born = Temporal.PlainDate.from({ year: cohort - 4, month: 9, day: 1 }).add({ days: chance.whole(0, 364) })
  return {
    sourcedId: `p-${cohort}-${String(seat + 1).padStart(2, '0')}`,
    kind: 'pupil',
    role: 'student',
    givenName: given,
    familyName: family.name,
    knownAs: /^[A-Z][a-z]{8,}$/.test(given) && chance.happens(0.5) ? given.slice(0, 3) : null,
    // Only secondary pupils have a mailbox: the roster leaves it out until Year 7.
    email: mails.address(given, family.name, 'larkbeck.example'),
    bornOn: born.toString(),
    from: joins,
    until: early !== null && early < end ? early : end,
    cohort,
    set: seat % 2 === 0 ? 'A' : 'B',
  }
}

function makeAdults(
  chance: Chance,
  family: Family,
  mails: MailBook,
  insider: string | undefined,
): { adults: SamplePerson[]; facts: FamilyFact[] } {
  const adults: SamplePerson[] = []
  const facts: FamilyFact[] = []
  for (const [index, { relationship, role, maySign, household }] of family.shape.adults.entries()) {
    const sourcedId = index === 0 && insider !== undefined ? insider : `f-${family.number}-${index + 1}`
    if (sourcedId !== insider) adults.push(makeAdult(chance, family, { role, household, sourcedId }, mails))
    for (const child of family.children)
      facts.push({ adult: sourcedId, child: child.sourcedId, relationship, maySign, household })
  }
  return { adults, facts }
}

function makeAdult(
  chance: Chance,
  family: Family,
  { role, household, sourcedId }: Pick<Adult, 'role' | 'household'> & { sourcedId: string },
  mails: MailBook,
): SamplePerson {
  // Parents who live apart often go by different names; so do foster carers.
  const ownName = household === 2 || role !== 'parent' ? chance.happens(0.6) : chance.happens(0.1)
  const tongue = ownName && chance.happens(0.5) ? drawTongue(chance) : family.tongue
  const last = ownName ? familyName(chance, tongue) : family.name
  const given = last === '' ? singleName(chance) : givenName(chance, tongue)
  return {
    sourcedId,
    kind: 'parent',
    role,
    givenName: given,
    familyName: last,
    knownAs: null,
    // Not everybody can be reached by mail: those parents get letters.
    email: chance.happens(0.94) ? mails.address(given, last, 'post.example') : null,
    bornOn: null,
    from: Math.min(...family.children.map(({ from }) => from)),
    until: Math.max(...family.children.map(({ until }) => until ?? 0)),
  }
}
