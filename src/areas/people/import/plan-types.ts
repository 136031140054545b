import type { ClassRole, PersonKind, RosterFault, YearGroup } from './types.ts'

/** What the organisation holds now, as the planner needs it: ids of ours, and the roster's ids where there are any. */
export interface CurrentPeople {
  readonly schools: readonly CurrentSchool[]
  readonly people: readonly CurrentPerson[]
  readonly families: readonly CurrentFamily[]
  readonly classes: readonly CurrentClass[]
  readonly classMembers: readonly CurrentClassMember[]
}

export interface CurrentSchool {
  readonly id: string
  readonly sourcedId: string | null
  readonly name: string
}

/** A person and what they belong to at present; people who left are here too, because they may come back. */
export interface CurrentPerson extends PersonFacts {
  readonly id: string
  readonly sourcedId: string | null
  readonly ended: boolean
  readonly memberships: readonly CurrentMembership[]
  /** Posts under the policy that the person holds now; leaving ends them. */
  readonly posts: readonly string[]
}

/** The facts that a change is told about. */
export interface PersonFacts {
  readonly givenName: string
  readonly familyName: string
  readonly knownAs: string | null
  readonly email: string | null
  readonly bornOn: string | null
}

export interface CurrentMembership {
  readonly id: string
  readonly school: string
  readonly kind: PersonKind
  readonly yearGroup: YearGroup | null
}

/** A link that has not ended, between an adult and a child, by our ids. */
export interface CurrentFamily {
  readonly id: string
  readonly adult: string
  readonly child: string
}

export interface CurrentClass {
  readonly id: string
  readonly sourcedId: string | null
  readonly school: string
  readonly name: string
  readonly ended: boolean
}

export interface CurrentClassMember {
  readonly id: string
  readonly class: string
  readonly person: string
  readonly part: ClassRole
}

export interface ImportOptions {
  /** The day on which joiners begin and leavers end. */
  readonly today: string
  /** Leave the rows at fault out and take the rest; without it one such row stops everything. */
  readonly skipFaultyRows?: boolean
}

/** Everything that an import would do; nothing has been done. Roster ids name what comes, our ids what is here. */
export interface ImportPlan {
  readonly today: string
  /** Why nothing may be applied: the set is unusable, or rows are at fault and nobody said to skip them. */
  readonly blocked: 'set' | 'rows' | null
  readonly faults: readonly RosterFault[]
  readonly warnings: readonly string[]
  readonly schools: Planned<PlannedSchool, SchoolChange, never>
  readonly joiners: readonly Joiner[]
  readonly leavers: readonly Leaver[]
  readonly changes: readonly PersonChange[]
  readonly families: { readonly add: readonly PlannedFamily[]; readonly end: readonly CurrentFamily[] }
  readonly classes: Planned<PlannedClass, ClassChange, CurrentClass>
  readonly classMembers: { readonly add: readonly PlannedMember[]; readonly end: readonly CurrentClassMember[] }
}

export interface Planned<Add, Change, End> {
  readonly add: readonly Add[]
  readonly change: readonly Change[]
  readonly end: readonly End[]
}

export interface PlannedSchool {
  readonly sourcedId: string
  readonly name: string
}

/** A school of ours that is renamed, or found in a roster for the first time and given its id. */
export interface SchoolChange {
  readonly id: string
  readonly sourcedId: string
  readonly from: string
  readonly to: string
}

/** One belonging to come; the school is ours where it exists, or the roster's where it is new. */
export interface PlannedMembership {
  readonly school: SchoolRef
  readonly kind: PersonKind
  readonly yearGroup: YearGroup | null
}

export type SchoolRef = { readonly id: string } | { readonly sourcedId: string }

export interface Joiner extends PersonFacts {
  readonly sourcedId: string
  readonly memberships: readonly PlannedMembership[]
}

export interface Leaver {
  readonly id: string
  readonly name: string
  readonly kinds: readonly PersonKind[]
  /** Posts of the policy that will stand empty. */
  readonly posts: readonly string[]
}

export interface PersonChange {
  readonly id: string
  readonly name: string
  /** The person had left and is here again. */
  readonly returns: boolean
  readonly fields: readonly FieldChange[]
  readonly memberships: Planned<PlannedMembership, YearChange, CurrentMembership>
}

export interface FieldChange {
  readonly field: keyof PersonFacts | 'sourcedId'
  readonly from: string | null
  readonly to: string | null
}

export interface YearChange {
  readonly id: string
  readonly from: YearGroup | null
  readonly to: YearGroup | null
}

/** An adult and a child by their roster ids; only a parent or guardian may sign until somebody says otherwise. */
export interface PlannedFamily {
  readonly adult: string
  readonly child: string
  readonly relationship: string
  readonly maySign: boolean
}

export interface PlannedClass {
  readonly sourcedId: string
  readonly name: string
  readonly school: SchoolRef
  readonly tutorGroup: boolean
  readonly schoolYear: number
}

export interface ClassChange {
  readonly id: string
  readonly from: string
  readonly to: string
  readonly returns: boolean
}

export interface PlannedMember {
  readonly class: string
  readonly person: string
  readonly part: ClassRole
}
