/** The files of one roster set by name (`users.csv`), as bytes: nothing is decoded before it is checked. */
export type RosterFiles = ReadonlyMap<string, Uint8Array>

/** How much a fault matters: a note stops nothing, a row can be left out, a file stops everything. */
export type FaultWeight = 'note' | 'row' | 'file'

/** Something wrong, or worth knowing, in a roster file. The row counts as a spreadsheet counts: the header is row 1. */
export interface RosterFault {
  readonly file: string
  readonly row: number | null
  readonly column?: string
  readonly says: string
  readonly weight: FaultWeight
}

/** What a roster calls a person, told in the words of the school. */
export type PersonKind = 'pupil' | 'parent' | 'staff' | 'governor' | 'volunteer' | 'visitor'

/** Whether a file lists everybody (bulk), only what changed (delta), or was not sent. */
export type Coverage = 'bulk' | 'delta' | 'absent'

/** Nursery is -1 (the younger nursery year -2), Reception 0, then the number of the year. */
export type YearGroup = number

/**
 * The facts about a person that Kept takes from a roster; telephone numbers, user names, pupil numbers and passwords
 * are in the files too and are not kept. A field that the roster has no column for is absent (leave it
 * alone); an empty cell is null (there is none).
 */
export interface PersonFields {
  readonly givenName: string
  readonly familyName: string
  readonly knownAs?: string | null
  readonly email?: string | null
  readonly yearGroup?: YearGroup | null
  readonly birthDate?: string | null
}

/** One role of a person at one school; `school` is null for a role in the whole organisation, such as a trust's office. */
export interface RosterPost {
  readonly school: string | null
  readonly kind: PersonKind
  /** The roster's own word: teacher, aide, guardian … */
  readonly role: string
  readonly startsOn: string | null
  readonly endsOn: string | null
  readonly ended: boolean
}

/** A person as one roster states them. */
export interface RosterPerson {
  readonly sourcedId: string
  readonly row: number
  readonly ended: boolean
  /** Null when only a role of theirs is stated, as a delta may. */
  readonly fields: PersonFields | null
  readonly posts: readonly RosterPost[]
  /** Whether the posts are all that the person holds, or only those that changed or could be read. */
  readonly allPosts: boolean
  /** The people whom the row names as this person's agents: a pupil's parents, or a parent's children. */
  readonly agents?: readonly string[]
}

export interface RosterSchool {
  readonly sourcedId: string
  readonly row: number
  readonly ended: boolean
  readonly name: string
}

export interface RosterClass {
  readonly sourcedId: string
  readonly row: number
  readonly ended: boolean
  readonly title: string
  /** A homeroom class of OneRoster is a tutor group in a UK school. */
  readonly tutorGroup: boolean
  readonly school: string
  /** The calendar year in which the class's school year begins; null when the set does not say. */
  readonly schoolYear: number | null
}

/** Somebody in a class: taught there, teaching there, or helping. */
export interface RosterEnrollment {
  readonly row: number
  readonly ended: boolean
  readonly class: string
  readonly person: string
  readonly role: ClassRole
  readonly endsOn: string | null
}

/** Whoever helps in a class is a teacher of it here: both look after the same pupils. */
export type ClassRole = 'pupil' | 'teacher'

export interface RosterSession {
  readonly sourcedId: string
  readonly title: string
  readonly type: string
  readonly startsOn: string
  readonly endsOn: string
  /** The calendar year in which the school year begins; OneRoster names the one in which it ends. */
  readonly schoolYear: number
}

/** What could not be read and so says nothing, neither that somebody is here nor that somebody has gone. */
export interface Unread {
  readonly people: ReadonlySet<string>
  readonly classes: ReadonlySet<string>
  /** `class⇥person` of enrolment rows that were left out. */
  readonly enrollments: ReadonlySet<string>
  /** True when a row was too broken to say whom it is about: then nobody may be ended. */
  readonly somebody: boolean
  readonly someEnrollment: boolean
}

/** A whole roster, typed, without the rows that are at fault. */
export interface Roster {
  readonly version: RosterVersion
  readonly system: string | null
  readonly covers: { readonly people: Coverage; readonly classes: Coverage; readonly enrollments: Coverage }
  readonly schools: readonly RosterSchool[]
  readonly people: readonly RosterPerson[]
  readonly classes: readonly RosterClass[]
  readonly enrollments: readonly RosterEnrollment[]
  readonly sessions: readonly RosterSession[]
  readonly unread: Unread
}

export type RosterVersion = '1.1' | '1.2'

/** What reading a set of files gave: no roster when the set as a whole cannot be used. */
export interface RosterReading {
  readonly roster: Roster | null
  readonly faults: readonly RosterFault[]
}

/** The ids that the organisation already has: what a delta, or a set without some file, may refer to. */
export interface KnownIds {
  readonly people: ReadonlySet<string>
  readonly classes: ReadonlySet<string>
  readonly schools: ReadonlySet<string>
}
