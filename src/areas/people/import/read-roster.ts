import { Draft, type PersonDraft } from './draft.ts'
import { FaultList } from './faults.ts'
import { readManifest } from './manifest.ts'
import { readClasses, readEnrollments, readSessions } from './read-classes.ts'
import { readOrgs } from './read-orgs.ts'
import { readRoles } from './read-roles.ts'
import { readDemographics, readUsers } from './read-users.ts'
import type { KnownIds, RosterFiles, RosterPerson, RosterReading } from './types.ts'

const NOTHING: KnownIds = { people: new Set(), classes: new Set(), schools: new Set() }

/**
 * Reads a OneRoster 1.1 or 1.2 set into a typed roster and every fault in it. Rows at fault are left out of the
 * roster and listed; `known` is what a delta may refer to. It pauses between blocks, so that a server stays awake.
 */
export async function readRoster(files: RosterFiles, known: KnownIds = NOTHING): Promise<RosterReading> {
  const faults = new FaultList()
  const manifest = await readManifest(files, faults)
  if (manifest === null) return { roster: null, faults: faults.list() }
  const draft = new Draft(files, manifest, faults, known)
  const schools = await readOrgs(draft)
  const sessions = await readSessions(draft)
  await readUsers(draft)
  if (manifest.version === '1.2') await readRoles(draft)
  await readDemographics(draft)
  checkAgents(draft)
  const classes = await readClasses(draft, sessions)
  const enrollments = await readEnrollments(draft)
  checkSet(draft)
  if (faults.stopped) return { roster: null, faults: faults.list() }
  const roster = {
    version: manifest.version,
    system: manifest.system,
    covers: {
      people: draft.coverage('users.csv'),
      classes: draft.coverage('classes.csv'),
      enrollments: draft.coverage('enrollments.csv'),
    },
    schools,
    people: [...draft.persons.values()].map(finished),
    classes,
    enrollments,
    sessions,
    unread: {
      people: draft.people.unread,
      classes: draft.classes.unread,
      enrollments: draft.unreadEnrollments,
      somebody: draft.somebodyUnread,
      someEnrollment: draft.someEnrollmentUnread,
    },
  }
  return { roster, faults: faults.list() }
}

function finished(draft: PersonDraft): RosterPerson {
  const { birthDate, ...person } = draft
  if (birthDate === undefined || person.fields === null) return person
  return { ...person, fields: { ...person.fields, birthDate } }
}

/** Agents can stand below the person who names them, so they are checked when everybody has been read. */
function checkAgents(draft: Draft): void {
  for (const [sourcedId, person] of draft.persons) {
    const missing = (person.agents ?? []).find((agent) => draft.people.find(agent) === 'missing')
    if (missing === undefined) continue
    const says = `There is no person with the id “${missing}”.${draft.people.hint(missing)}`
    draft.faults.add('row', 'users.csv', person.row, 'agentSourcedIds', says)
    draft.persons.delete(sourcedId)
    draft.people.unread.add(sourcedId)
  }
}

/** A set that would end everybody, or that names nobody's role, is a broken export and not a statement. */
function checkSet(draft: Draft): void {
  const { faults, manifest } = draft
  const users = draft.coverage('users.csv')
  if (users === 'bulk' && draft.persons.size === 0 && draft.people.unread.size === 0)
    faults.stop('users.csv', 'The file lists nobody. A complete list of nobody would end everyone, so it is not read.')
  if (manifest.version === '1.2' && users === 'bulk' && draft.coverage('roles.csv') === 'absent')
    faults.stop('roles.csv', 'The file is missing. In OneRoster 1.2 it says who is a pupil, a parent or a teacher.')
  const read = ['orgs.csv', 'users.csv', 'roles.csv', 'classes.csv', 'enrollments.csv']
  if (read.every((file) => draft.coverage(file) === 'absent'))
    faults.stop(
      'users.csv',
      'None of the files of a OneRoster set is here: users.csv, orgs.csv, classes.csv and so on.',
    )
}
