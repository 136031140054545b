import type { Audience } from '#core/actor.ts'
import type { Clock } from '#core/clock.ts'
import type { Database } from './database/database.ts'
import type { Files } from './files/files.ts'
import type { Identity } from './identity/identity.ts'
import type { JobTask } from './jobs/runner.ts'
import type { MailTransport } from './mail/mail-transport.ts'
import type { Web } from './web/server.ts'

/** What the program gives to every area: technical parts, opened once. */
export interface Parts {
  readonly db: Database
  readonly clock: Clock
  readonly identity: Identity
  readonly keys: { derive(purpose: string): Buffer }
  /** The way out for mail; without a mail server everything stays on the outbox page. */
  readonly mail: MailTransport
  /** Encrypted files: of reporters, of evidence. */
  readonly files: Files
  /** Where people reach the program, without a slash at the end. */
  readonly baseUrl: string
  /** The folder with packs, migrations and built assets. */
  readonly root: string
  /** The invented sample school: one-click sign-in and the design page exist only here. */
  readonly sample: boolean
}

/** One subject of the program, as `app.ts` mounts it. */
export interface Area {
  readonly name: string
  /** Registers the area's pages. */
  routes(app: Web, parts: Parts): Promise<void>
  /** The area's background tasks by name. */
  tasks?(parts: Parts): Readonly<Record<string, JobTask>>
  /** What the menu offers, and to whom; `count` is asked for each page. */
  readonly menu?: readonly MenuItem[]
}

/** A link of the menu. */
export interface MenuItem {
  readonly href: string
  readonly label: string
  readonly for: readonly Audience[]
  /** Only for those whose posts have such circles under the policy in force, when said. */
  readonly needs?: (offices: ReadonlySet<string>) => boolean
  readonly order: number
  /** Needed a few times a year: it goes to the foot of the page, so that the menu keeps to one line. */
  readonly seldom?: true
}
