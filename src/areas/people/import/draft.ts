import type { TableSpec } from './columns.ts'
import type { FaultList } from './faults.ts'
import { Ids } from './ids.ts'
import { covers, type Manifest } from './manifest.ts'
import type { Row } from './row.ts'
import { readTable } from './table.ts'
import type { Coverage, KnownIds, RosterFiles, RosterPerson, RosterPost } from './types.ts'

/** A person while they are being put together from several files. */
export interface PersonDraft extends Omit<RosterPerson, 'posts' | 'allPosts'> {
  readonly posts: RosterPost[]
  allPosts: boolean
  birthDate?: string | null
}

/** What the readers of the single files share. */
export class Draft {
  readonly files: RosterFiles
  readonly manifest: Manifest
  readonly faults: FaultList
  readonly orgs: Ids
  readonly schools = new Set<string>()
  readonly people: Ids
  readonly classes: Ids
  readonly persons = new Map<string, PersonDraft>()
  readonly unreadEnrollments = new Set<string>()
  somebodyUnread = false
  someEnrollmentUnread = false

  constructor(files: RosterFiles, manifest: Manifest, faults: FaultList, known: KnownIds) {
    this.files = files
    this.manifest = manifest
    this.faults = faults
    // A complete file speaks for itself; only otherwise may it refer to what came earlier.
    const before = (file: string, ids: ReadonlySet<string>): Ids =>
      new Ids(this.coverage(file) === 'bulk' ? new Set() : ids)
    this.orgs = before('orgs.csv', known.schools)
    this.people = before('users.csv', known.people)
    this.classes = before('classes.csv', known.classes)
    if (this.coverage('orgs.csv') !== 'bulk') for (const school of known.schools) this.schools.add(school)
  }

  coverage(file: string): Coverage {
    return covers(this.manifest, this.files, file)
  }

  /** The rows of a file; none when it was not sent or is called absent. */
  async *rows(spec: TableSpec): AsyncGenerator<Row> {
    const bytes = this.files.get(spec.file)
    if (bytes === undefined || this.coverage(spec.file) === 'absent') return
    for await (const row of readTable(spec, bytes, this.faults)) {
      if (row.mayHideRows) this.#missSome(row)
      yield row
    }
  }

  /** Whoever stands in rows that were swallowed is neither here nor gone. */
  #missSome(row: Row): void {
    this.somebodyUnread = true
    this.someEnrollmentUnread = true
    row.note(
      null,
      'A text here runs over several rows. A quotation mark may be missing, so nobody is ended by this import.',
    )
  }

  /** Checks a reference. True when it leads somewhere; a dangling one is a fault of the row. */
  refers(row: Row, column: string, to: Ids, what: string, sourcedId: string): 'here' | 'unread' | 'missing' {
    const found = to.find(sourcedId)
    if (found === 'missing') row.fault(column, `There is no ${what} with the id “${sourcedId}”.${to.hint(sourcedId)}`)
    return found
  }
}
