import type { RosterFiles } from '#areas/people/index.ts'

/** What an invented person is at the school. */
export type SampleKind = 'pupil' | 'parent' | 'staff' | 'governor' | 'visitor' | 'volunteer'

/** An invented person, with the school years (by the September in which they begin) in which they are there. */
export interface SamplePerson {
  readonly sourcedId: string
  readonly kind: SampleKind
  /** OneRoster's word: student, teacher, aide, administrator, parent, guardian, relative, ext:governor … */
  readonly role: string
  readonly givenName: string
  readonly familyName: string
  readonly knownAs: string | null
  readonly email: string | null
  readonly bornOn: string | null
  readonly from: number
  readonly until: number | null
}

/** A pupil: the year in which their cohort was in Nursery tells the year group of any school year. */
export interface SamplePupil extends SamplePerson {
  readonly kind: 'pupil'
  readonly cohort: number
  /** First or second tutor group of the year. */
  readonly set: 'A' | 'B'
}

/** What the school knows of a child and an adult that no roster says. */
export interface FamilyFact {
  readonly adult: string
  readonly child: string
  readonly relationship: string
  /** Whether the adult has parental responsibility or the authority to sign. */
  readonly maySign: boolean
  /** Adults with the same number live together; a child with two numbers has two homes. */
  readonly household: number
}

/** Who holds a post of the policy, and when. */
export interface SamplePost {
  readonly post: string
  readonly person: string
  readonly fromOn: string
  readonly untilOn: string | null
}

/** What a pack asks about visitors. */
export interface VisitorFact {
  readonly person: string
  readonly says: string
  readonly regulatedActivity: boolean
  readonly contractor: boolean
}

/** One term with the days in it on which the school is shut to pupils. */
export interface SampleTerm {
  readonly schoolYear: number
  readonly title: string
  readonly startsOn: string
  readonly endsOn: string
  readonly daysOff: readonly { readonly name: string; readonly start: string; readonly end: string }[]
}

/** The invented school, whole. */
export interface Sample {
  readonly organisation: { readonly slug: string; readonly name: string }
  readonly school: { readonly sourcedId: string; readonly name: string; readonly phases: readonly string[] }
  readonly sites: readonly string[]
  readonly schoolYears: readonly number[]
  readonly people: readonly SamplePerson[]
  readonly families: readonly FamilyFact[]
  readonly posts: readonly SamplePost[]
  readonly visitors: readonly VisitorFact[]
  readonly terms: readonly SampleTerm[]
  /** The set that the school's own system would export in the September of that year. */
  rosterFor(schoolYear: number): RosterFiles
  /** Who is there in a school year. */
  peopleIn(schoolYear: number): readonly SamplePerson[]
}
