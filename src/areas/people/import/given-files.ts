import type { RosterFiles } from './types.ts'

/** Test helper: a small OneRoster set as text, to be changed by one test at a time. */
export type Texts = Record<string, string>

const text = (lines: readonly string[]): string => `${lines.join('\r\n')}\r\n`

/** A healthy 1.2 set: one school, one pupil with a parent, one teacher, one tutor group. */
export const set12 = (): Texts => ({
  'manifest.csv': text([
    'propertyName,value',
    'manifest.version,1.0',
    'oneroster.version,1.2',
    'file.orgs,bulk',
    'file.users,bulk',
    'file.roles,bulk',
    'file.classes,bulk',
    'file.enrollments,bulk',
    'file.demographics,bulk',
    'file.results,absent',
  ]),
  'orgs.csv': text([
    'sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId',
    'o1,,,Larkbeck School,school,,',
  ]),
  'users.csv': text([
    'sourcedId,status,dateLastModified,enabledUser,username,userIds,givenName,familyName,middleName,identifier,email,sms,phone,agentSourcedIds,grades,password,userMasterIdentifier,preferredGivenName',
    'p1,,,true,tobi,,Tobi,Adeyemi,,,,,,f1,07,hunter2,,',
    'f1,,,true,yetunde,,Yẹtúndé,Adeyemi,,,yetunde@post.example,,,,,,,',
    't1,,,true,sam,,Sam,Pritchard,,,Sam.Pritchard@larkbeck.example,,,,,,,',
  ]),
  'roles.csv': text([
    'sourcedId,status,dateLastModified,userSourcedId,roleType,role,beginDate,endDate,orgSourcedId,userProfileSourcedId',
    'r1,,,p1,primary,student,,,o1,',
    'r2,,,f1,primary,parent,,,o1,',
    'r3,,,t1,primary,teacher,,,o1,',
  ]),
  'classes.csv': text([
    'sourcedId,status,dateLastModified,title,grades,courseSourcedId,classCode,classType,location,schoolSourcedId,termSourcedIds,subjects,subjectCodes,periods',
    'c1,,,7A,07,,,homeroom,,o1,,,,',
  ]),
  'enrollments.csv': text([
    'sourcedId,status,dateLastModified,classSourcedId,schoolSourcedId,userSourcedId,role,primary,beginDate,endDate',
    'e1,,,c1,o1,p1,student,,,',
    'e2,,,c1,o1,t1,teacher,true,,',
  ]),
  'demographics.csv': text(['sourcedId,status,dateLastModified,birthDate,sex', 'p1,,,2015-02-03,']),
})

/** A healthy 1.1 set with the same people: the role and the school stand in the user's own row. */
export const set11 = (): Texts => {
  const { 'roles.csv': _, ...rest } = set12()
  return {
    ...rest,
    'manifest.csv': text([
      'propertyName,value',
      'oneroster.version,1.1',
      'file.orgs,bulk',
      'file.users,bulk',
      'file.classes,bulk',
      'file.enrollments,bulk',
      'file.demographics,bulk',
    ]),
    'users.csv': text([
      'sourcedId,status,dateLastModified,enabledUser,orgSourcedIds,role,username,userIds,givenName,familyName,middleName,identifier,email,sms,phone,agentSourcedIds,grades,password',
      'p1,,,true,o1,student,tobi,,Tobi,Adeyemi,,,,,,f1,07,',
      'f1,,,true,o1,guardian,yetunde,,Yẹtúndé,Adeyemi,,,yetunde@post.example,,,,,',
      't1,,,true,o1,teacher,sam,,Sam,Pritchard,,,sam.pritchard@larkbeck.example,,,,,',
    ]),
    'demographics.csv': text(['userSourcedId,status,dateLastModified,birthdate,sex', 'p1,,,2015-02-03,male']),
  }
}

/** The set as files of bytes. */
export const filesOf = (texts: Texts): RosterFiles =>
  new Map(Object.entries(texts).map(([name, content]) => [name, new TextEncoder().encode(content)]))

/** A set with one text replaced in one file; the test fails when the text is not there. */
export function changed(texts: Texts, file: string, from: string, to: string): Texts {
  const before = texts[file] ?? ''
  if (!before.includes(from)) throw new Error(`${file} does not hold “${from}”`)
  return { ...texts, [file]: before.replace(from, to) }
}
