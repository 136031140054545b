import { setTimeout as wait } from 'node:timers/promises'
import type { Database } from '../database/database.ts'
import { drainIdentityEvents } from './drain-identity-events.ts'
import type { Identity } from './identity.ts'

/** The rounds that a worker makes: events into the ledgers, and what is over out of the tables. */
export interface IdentityUpkeep {
  stop(): Promise<void>
}

export interface UpkeepOptions {
  readonly onFault: (fault: unknown) => void
  readonly everyMs?: number
}

const EVERY_MS = 10_000
const AT_ONCE = 500
const TIDY_EVERY_ROUNDS = 360

/** Starts the rounds; several workers may make them at once. What a crash interrupts waits in the database. */
export function startIdentityUpkeep(db: Database, identity: Identity, options: UpkeepOptions): IdentityUpkeep {
  const stopping = new AbortController()
  const rounds = makeRounds(db, identity, options, stopping.signal)
  return {
    stop: async () => {
      stopping.abort()
      await rounds
    },
  }
}

async function makeRounds(
  db: Database,
  identity: Identity,
  options: UpkeepOptions,
  stopping: AbortSignal,
): Promise<void> {
  for (let round = 0; !stopping.aborted; round += 1) {
    try {
      while (!stopping.aborted && (await drainIdentityEvents(db, AT_ONCE)) === AT_ONCE);
      if (round % TIDY_EVERY_ROUNDS === 0) await identity.tidy()
    } catch (fault) {
      options.onFault(fault)
    }
    await wait(options.everyMs ?? EVERY_MS, undefined, { signal: stopping, ref: false }).catch(() => undefined)
  }
}
