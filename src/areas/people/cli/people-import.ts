import { parseArgs } from 'node:util'
import { sql } from 'kysely'
import { systemActor } from '#core/actor.ts'
import { countOf } from '#core/calendar/say-date.ts'
import { Refused } from '#core/errors.ts'
import type { Database } from '#platform/database/database.ts'
import { type Progress, type ProgressStep, stageSays } from '../commands/apply-import.ts'
import { importRoster } from '../commands/import-roster.ts'
import { openRoster } from '../import/open-roster.ts'
import type { ImportPlan } from '../import/plan-types.ts'
import { planJson, sayPlan } from './say-plan.ts'

/** What a command needs of the terminal. */
export interface Terminal {
  out(text: string): void
  err(text: string): void
  /** Whether standard error is a terminal, on which one line may be written again and again. */
  readonly live?: boolean
}

/** What is typed behind `kept`. */
export const PEOPLE_IMPORT_USAGE =
  'people import <folder or zip> --organisation <slug> [--dry-run] [--skip-faulty-rows] [--json]'

/**
 * `kept people import`: reads a roster, says what it would do and, unless it is a dry run, does it.
 * @returns the exit status: 0 done, 1 refused with one line on standard error, 2 wrong usage.
 */
export async function peopleImport(args: readonly string[], db: Database, terminal: Terminal): Promise<0 | 1 | 2> {
  const asked = readArgs(args)
  if (asked === null) {
    terminal.err(`Usage: npm run --silent kept -- ${PEOPLE_IMPORT_USAGE}\n`)
    return 2
  }
  try {
    const plan = await run(db, asked, asked.json ? () => {} : progressOn(terminal))
    terminal.out(
      asked.json ? `${JSON.stringify(planJson(plan, asked.dryRun), null, 2)}\n` : sayPlan(plan, asked.dryRun),
    )
    if (plan.blocked === null) return 0
    terminal.err(`${blockedLine(plan)}\n`)
    return 1
  } catch (fault) {
    if (!(fault instanceof Refused)) throw fault
    terminal.err(`${fault.message}\n`)
    return 1
  }
}

interface Asked {
  readonly path: string
  readonly slug: string
  readonly dryRun: boolean
  readonly skipFaultyRows: boolean
  readonly json: boolean
}

function readArgs(args: readonly string[]): Asked | null {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        organisation: { type: 'string' },
        'dry-run': { type: 'boolean', default: false },
        'skip-faulty-rows': { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
      },
    })
    const [path] = positionals
    if (path === undefined || positionals.length > 1 || values.organisation === undefined) return null
    const { organisation: slug, 'dry-run': dryRun, 'skip-faulty-rows': skipFaultyRows, json } = values
    return { path, slug, dryRun, skipFaultyRows, json }
  } catch (fault) {
    // parseArgs throws a TypeError for an option that it does not know.
    if (fault instanceof TypeError) return null
    throw fault
  }
}

async function run(
  db: Database,
  { path, slug, dryRun, skipFaultyRows }: Asked,
  progress: Progress,
): Promise<ImportPlan> {
  const files = await openRoster(path)
  const { rows } = await sql<{ organisation_id: string }>`select * from app.organisation_by_slug(${slug})`.execute(
    db.identity,
  )
  const [organisation] = rows
  if (organisation === undefined) throw new Refused('organisation.missing', `There is no organisation “${slug}”.`)
  const actor = systemActor(organisation.organisation_id, 'people import')
  return db.inTx(actor, (tx) => importRoster(tx, actor, files, { dryRun, skipFaultyRows, progress }))
}

function progressOn(terminal: Terminal): Progress {
  let last = ''
  return (step: ProgressStep) => {
    const line = stageSays(step)
    if (line === last) return
    last = line
    if (terminal.live) terminal.err(`\r\u001b[K${line}${step.done === step.of ? '\n' : ''}`)
    else terminal.err(`${line}\n`)
  }
}

const blockedLine = ({ blocked, faults }: ImportPlan): string => {
  if (blocked === 'set') return 'The files cannot be used as they are. Nothing was changed.'
  const rows = countOf(faults.filter(({ weight }) => weight === 'row').length, 'fault')
  return `Nothing was changed: ${rows} in rows. Correct them, or run it again with --skip-faulty-rows.`
}
