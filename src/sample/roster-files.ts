import type { RosterFiles } from '#areas/people/index.ts'
import type { SampleClass } from './classes.ts'
import { csvFile } from './csv.ts'
import type { SamplePerson, SampleTerm } from './types.ts'

type Cells = Readonly<Record<string, string | number | null>>

/** A school of the set; a trust's set has several. */
export interface RosterOrg {
  readonly sourcedId: string
  readonly name: string
  readonly type: 'school' | 'district'
  readonly parent: string | null
}

/** What a set says of a person beyond who they are. */
export interface RosterUser extends SamplePerson {
  readonly org: string
  readonly yearGroup: number | null
  readonly agents: readonly string[]
  /** A member of staff or a governor with a child at the school. */
  readonly alsoParent?: boolean
}

export interface RosterGroup extends SampleClass {
  readonly org: string
}

/** What goes into one OneRoster 1.2 set. */
export interface RosterContent {
  readonly schoolYear: number
  readonly orgs: readonly RosterOrg[]
  readonly users: readonly RosterUser[]
  readonly classes: readonly RosterGroup[]
  readonly terms: readonly SampleTerm[]
}

const BASE = ['sourcedId', 'status', 'dateLastModified']
const COLUMNS = {
  orgs: [...BASE, 'name', 'type', 'identifier', 'parentSourcedId'],
  academicSessions: [...BASE, 'title', 'type', 'startDate', 'endDate', 'parentSourcedId', 'schoolYear'],
  courses: [
    ...BASE,
    'schoolYearSourcedId',
    'title',
    'courseCode',
    'grades',
    'orgSourcedId',
    'subjects',
    'subjectCodes',
  ],
  classes:
    'sourcedId,status,dateLastModified,title,grades,courseSourcedId,classCode,classType,location,schoolSourcedId,termSourcedIds,subjects,subjectCodes,periods'.split(
      ',',
    ),
  users:
    'sourcedId,status,dateLastModified,enabledUser,username,userIds,givenName,familyName,middleName,identifier,email,sms,phone,agentSourcedIds,grades,password,userMasterIdentifier,preferredGivenName,preferredMiddleName,preferredFamilyName,primaryOrgSourcedId,pronouns'.split(
      ',',
    ),
  roles: [...BASE, 'userSourcedId', 'roleType', 'role', 'beginDate', 'endDate', 'orgSourcedId', 'userProfileSourcedId'],
  enrollments: [
    ...BASE,
    'classSourcedId',
    'schoolSourcedId',
    'userSourcedId',
    'role',
    'primary',
    'beginDate',
    'endDate',
  ],
  demographics: [...BASE, 'birthDate', 'sex'],
} as const

const ABSENT =
  'categories,classResources,courseResources,lineItemLearningObjectiveIds,lineItemScoreScales,lineItems,resources,resultLearningObjectiveIds,resultScoreScales,results,scoreScales,userProfiles,userResources'.split(
    ',',
  )

/** Writes a complete OneRoster 1.2 set as a school's own system would export it. */
export function rosterFiles(content: RosterContent): RosterFiles {
  const { orgs, users } = content
  const rows: Record<keyof typeof COLUMNS, Iterable<Cells>> = {
    orgs: orgs.map(({ sourcedId, name, type, parent }) => ({ sourcedId, name, type, parentSourcedId: parent })),
    academicSessions: sessionRows(content),
    courses: courseRows(content),
    classes: classRows(content),
    users: users.map(userRow),
    roles: users.flatMap(roleRows),
    enrollments: enrollmentRows(content),
    demographics: users.flatMap(({ sourcedId, bornOn }) => (bornOn === null ? [] : [{ sourcedId, birthDate: bornOn }])),
  }
  const files = new Map<string, Uint8Array>([['manifest.csv', manifest(Object.keys(COLUMNS))]])
  for (const name of names(COLUMNS)) files.set(`${name}.csv`, csvFile(COLUMNS[name], rows[name]))
  return files
}

const names = <T extends object>(of: T): (keyof T & string)[] => Object.keys(of) as (keyof T & string)[]

function manifest(present: readonly string[]): Uint8Array {
  const properties = [
    ['manifest.version', '1.0'],
    ['oneroster.version', '1.2'],
    ...present.map((name) => [`file.${name}`, 'bulk']),
    ...ABSENT.map((name) => [`file.${name}`, 'absent']),
    ['source.systemName', 'Kept sample generator'],
  ]
  return csvFile(
    ['propertyName', 'value'],
    properties.map(([propertyName = '', value = '']) => ({ propertyName, value })),
  )
}

function userRow(user: RosterUser): Cells {
  // A dash is how such files say that a person has one name.
  return {
    sourcedId: user.sourcedId,
    enabledUser: 'true',
    username: user.email ?? user.sourcedId,
    givenName: user.givenName || '-',
    familyName: user.familyName || '-',
    email: user.email,
    agentSourcedIds: user.agents.join(','),
    grades: user.yearGroup === null ? null : gradeOf(user.yearGroup),
    preferredGivenName: user.knownAs,
    primaryOrgSourcedId: user.org,
  }
}

function roleRows({ sourcedId, role, org, alsoParent }: RosterUser): Cells[] {
  const row = { userSourcedId: sourcedId, orgSourcedId: org }
  const first = { ...row, sourcedId: `r-${sourcedId}`, roleType: 'primary', role }
  return alsoParent
    ? [first, { ...row, sourcedId: `r-${sourcedId}-2`, roleType: 'secondary', role: 'parent' }]
    : [first]
}

const gradeOf = (year: number): string => (year < 0 ? 'N2' : year === 0 ? 'R' : String(year).padStart(2, '0'))

function sessionRows({ schoolYear, terms }: RosterContent): Cells[] {
  const parentSourcedId = `y-${schoolYear}`
  const year = { sourcedId: parentSourcedId, title: `${schoolYear}/${schoolYear - 1999}`, type: 'schoolYear' }
  return [
    { ...year, startDate: `${schoolYear}-09-01`, endDate: `${schoolYear + 1}-08-31`, schoolYear: schoolYear + 1 },
    ...terms.map(({ title, startsOn, endsOn }, index) => ({
      sourcedId: `t-${schoolYear}-${index + 1}`,
      title,
      type: 'term',
      startDate: startsOn,
      endDate: endsOn,
      parentSourcedId,
      schoolYear: schoolYear + 1,
    })),
  ]
}

const courseRows = ({ schoolYear, classes }: RosterContent): Cells[] =>
  classes.map(({ sourcedId, title, org }) => ({
    sourcedId: `k-${sourcedId}`,
    schoolYearSourcedId: `y-${schoolYear}`,
    title,
    orgSourcedId: org,
  }))

const classRows = ({ schoolYear, classes }: RosterContent): Cells[] =>
  classes.map(({ sourcedId, title, type, grades, site, org }) => ({
    sourcedId,
    title,
    grades: grades.map(gradeOf).join(','),
    courseSourcedId: `k-${sourcedId}`,
    classType: type,
    location: site,
    schoolSourcedId: org,
    termSourcedIds: `y-${schoolYear}`,
  }))

function* enrollmentRows({ classes }: RosterContent): Generator<Cells> {
  for (const { sourcedId: classSourcedId, org, pupils, teachers } of classes) {
    const base = { classSourcedId, schoolSourcedId: org }
    for (const { sourcedId } of pupils)
      yield { ...base, sourcedId: `e-${classSourcedId}-${sourcedId}`, userSourcedId: sourcedId, role: 'student' }
    for (const [index, { sourcedId }] of teachers.entries())
      yield {
        ...base,
        sourcedId: `e-${classSourcedId}-${sourcedId}`,
        userSourcedId: sourcedId,
        role: 'teacher',
        primary: String(index === 0),
      }
  }
}
