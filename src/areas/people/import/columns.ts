import type { RosterVersion } from './types.ts'

/** The columns of one file in the order of the specification; a star marks what may not be empty. */
export interface TableSpec {
  readonly file: string
  readonly columns: readonly string[]
  readonly required: ReadonlySet<string>
}

const spec = (file: string, columns: string): TableSpec => {
  const names = columns.split(' ')
  return {
    file,
    columns: names.map((name) => name.replace('*', '')),
    required: new Set(names.filter((name) => name.endsWith('*')).map((name) => name.slice(0, -1))),
  }
}

const base = 'sourcedId* status dateLastModified'

const orgs = spec('orgs.csv', `${base} name* type* identifier parentSourcedId`)
const sessions = spec('academicSessions.csv', `${base} title* type* startDate* endDate* parentSourcedId schoolYear*`)
const classes = spec(
  'classes.csv',
  `${base} title* grades courseSourcedId classCode classType* location schoolSourcedId* termSourcedIds subjects subjectCodes periods`,
)
const enrollments = spec(
  'enrollments.csv',
  `${base} classSourcedId* schoolSourcedId* userSourcedId* role* primary beginDate endDate`,
)
const roles = spec(
  'roles.csv',
  `${base} userSourcedId* roleType* role* beginDate endDate orgSourcedId* userProfileSourcedId`,
)
const names = 'userIds givenName* familyName* middleName identifier email sms phone agentSourcedIds grades password'
const users11 = spec('users.csv', `${base} enabledUser* orgSourcedIds* role* username* ${names}`)
const users12 = spec(
  'users.csv',
  `${base} enabledUser* username* ${names} userMasterIdentifier preferredGivenName preferredMiddleName preferredFamilyName primaryOrgSourcedId pronouns`,
)
const demographics = spec('demographics.csv', `${base} birthDate sex`)

const shared = { orgs, sessions, classes, enrollments, demographics }

/** The files that Kept reads, by version. Other files of a set (results, line items, resources) are not opened. */
export const tables = {
  '1.1': { ...shared, users: users11, roles: null },
  '1.2': { ...shared, users: users12, roles },
} as const satisfies Record<RosterVersion, object>

/** Names that a column also goes by: version 1.1 was published with both. */
export const ALIASES: ReadonlyMap<string, string> = new Map([['demographics.csv usersourcedid', 'sourcedid']])

/** Spellings that are right in one of the versions, so that nothing is said about them. */
export const SPELLINGS: ReadonlySet<string> = new Set(['birthdate', 'birthDate'])

/** Columns that hold a secret: they are never read. */
export const SECRET_COLUMNS: ReadonlySet<string> = new Set(['password'])
