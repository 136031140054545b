import { sql } from 'kysely'
import { oldestWait } from '#platform/jobs/runner.ts'
import { knownOrganisations } from '../stamp.ts'
import type { Command } from './command.ts'
import { print, printJson } from './command.ts'
import { withGround } from './with-ground.ts'

/** `kept migrate`: brings the database up to this program and stops. */
export const migrateCommand: Command = {
  name: 'migrate',
  usage: 'migrate',
  says: 'brings the database up to this program',
  options: {},
  run: ({ flags }, config) =>
    withGround(config(), async () => {
      if (flags.has('json')) printJson({ migrated: true })
      else print('The database is up to this program.')
      return 0
    }),
}

/** `kept doctor`: what stands, what does not, and what to do about it. */
export const doctorCommand: Command = {
  name: 'doctor',
  usage: 'doctor [--json]',
  says: 'looks after the installation: database, jobs, key',
  options: {},
  run: ({ flags }, config) =>
    withGround(config(), async (ground) => {
      const { rows } = await sql<{ version: string }>`select current_setting('server_version') as version`.execute(
        ground.db.identity,
      )
      const waits = await oldestWait(ground.jobsUrl)
      const organisations = await knownOrganisations(ground.db)
      const found = {
        database: rows[0]?.version ?? '',
        embedded: ground.config.database.embedded,
        oldestJobSeconds: Math.round(waits),
        key: ground.keys.fingerprint(),
        organisations: organisations.map(({ slug, sample }) => ({ slug, sample })),
      }
      if (flags.has('json')) printJson(found)
      else {
        print(`PostgreSQL ${found.database}, ${found.embedded ? 'embedded' : 'given'}; key ${found.key}.`)
        print(
          waits < 300
            ? 'No job waits.'
            : `The oldest job has waited ${found.oldestJobSeconds} seconds: is a worker running?`,
        )
        print(`Organisations: ${organisations.map((one) => one.slug).join(', ') || 'none yet'}.`)
      }
      return waits < 300 ? 0 : 1
    }),
}
