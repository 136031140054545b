import { audienceContext } from '#areas/people/index.ts'
import { inParty } from '#pack/engines/audience/in-party.ts'
import type { PersonFacts, PersonKind } from '#pack/engines/audience/person.ts'
import type { Pack } from '#pack/types/pack.ts'
import type { Scalar } from '#pack/types/value.ts'

/** For whom the policy is said in short: pupils by age band, and everybody else by what they are at the school. */
export const READERS = ['young', 'middle', 'older', 'parent', 'staff', 'governor', 'visitor'] as const
export type Reader = (typeof READERS)[number]

interface ReaderFacts {
  readonly kinds: readonly PersonKind[]
  readonly facts: Readonly<Record<string, Scalar>>
  /** Whose form of the telling page fits. */
  readonly teller: string
  /** The phases of a school that has such readers; none means every school. */
  readonly phases: readonly string[]
}

// A pupil of a band stands for all of it: year 1 for the youngest, year 5 for the middle, year 9 for the older.
const FACTS: Readonly<Record<Reader, ReaderFacts>> = {
  young: { kinds: ['pupil'], facts: { year: 1, phase: 'primary' }, teller: 'young', phases: ['nursery', 'primary'] },
  middle: { kinds: ['pupil'], facts: { year: 5, phase: 'primary' }, teller: 'middle', phases: ['primary'] },
  older: {
    kinds: ['pupil'],
    facts: { year: 9, phase: 'secondary' },
    teller: 'older',
    phases: ['secondary', 'sixth_form'],
  },
  parent: { kinds: ['parent'], facts: {}, teller: 'parent', phases: [] },
  staff: { kinds: ['staff'], facts: {}, teller: 'staff', phases: [] },
  governor: { kinds: ['governor'], facts: {}, teller: 'someone', phases: [] },
  visitor: { kinds: ['visitor', 'volunteer'], facts: {}, teller: 'someone', phases: [] },
}

/** Whether a reader is a pupil. */
export const isPupil = (reader: Reader): boolean => FACTS[reader].kinds[0] === 'pupil'

/** The words for a reader: easy ones for children of primary age. */
export const languageOf = (reader: Reader): string => (reader === 'young' || reader === 'middle' ? 'en-easy' : 'en')

/** Whose form of the telling page a reader gets. */
export const tellerOf = (reader: Reader): string => FACTS[reader].teller

/** The readers that schools with these phases have; all of them where the phases are not known. */
export const readersOf = (phases: readonly string[]): Reader[] =>
  READERS.filter((reader) => {
    const own = FACTS[reader].phases
    return phases.length === 0 || own.length === 0 || own.some((phase) => phases.includes(phase))
  })

/** The audiences of a pack to which a reader belongs: `yes` for all of them, `unknown` where a fact of the person decides. */
export function audiencesOf(pack: Pack, reader: Reader): ReadonlyMap<string, 'yes' | 'unknown'> {
  const { kinds, facts } = FACTS[reader]
  const context = audienceContext(pack)
  const found = new Map<string, 'yes' | 'unknown'>()
  for (const [id, party] of Object.entries(pack.parties)) {
    if (party.kind !== 'audience') continue
    const verdicts = kinds.map(
      (kind) => inParty(pack, `party/${id}`, someone(kind, facts), Temporal.PlainDate.from(DAY), context).verdict,
    )
    const verdict = verdicts.includes('yes') ? 'yes' : verdicts.includes('unknown') ? 'unknown' : 'no'
    if (verdict !== 'no') found.set(`party/${id}`, verdict)
  }
  return found
}

// Nobody in particular belongs on any day, so any day will do.
const DAY = '2026-01-01'

const someone = (kind: PersonKind, facts: ReaderFacts['facts']): PersonFacts => ({
  id: '00000000-0000-7000-8000-000000000000',
  kinds: [{ kind, from: DAY, until: null }],
  facts,
  posts: [],
})
