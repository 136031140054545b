import { join } from 'node:path'
import { planAtStart } from '#areas/duties/index.ts'
import type { Mode } from '#config/config.ts'
import { readConfig } from '#config/read-config.ts'
import { Halt } from '#core/errors.ts'
import { openFiles } from '#platform/files/files.ts'
import { openIdentity } from '#platform/identity/identity.ts'
import { startIdentityUpkeep } from '#platform/identity/upkeep.ts'
import { startJobs } from '#platform/jobs/runner.ts'
import { createMailTransport } from '#platform/mail/mail-transport.ts'
import type { Parts } from '#platform/parts.ts'
import { outliveDatabase } from '#platform/process/outlived-database.ts'
import { outliveReaders } from '#platform/process/outlived-readers.ts'
import { onStopSignal } from '#platform/process/stop-signal.ts'
import { buildApp } from './app.tsx'
import { areas } from './areas.ts'
import { dailyTask, startDays } from './daily.ts'
import { linkMail } from './link-mail.ts'
import { policyFirst } from './policy-first.ts'
import type { Ground } from './program.ts'
import { openGround } from './program.ts'
import { sessionsOf } from './sessions.ts'
import { checkStamp, knownOrganisations } from './stamp.ts'
import { refreshTask } from './standings.ts'

const say = (line: string): void => void process.stdout.write(`${line}\n`)

/** Runs the program until it is asked to stop: web, jobs, or both. */
export async function main(mode: Mode): Promise<void> {
  const config = readConfig(process.env, mode)
  const running: { close: (() => Promise<void>)[] } = { close: [] }
  const stop = async () => {
    for (const close of running.close.splice(0).reverse()) await close()
  }
  outliveReaders()
  onStopSignal(stop)
  outliveDatabase((fault) => reportJobFault('a query outlived its database', fault))
  const ground = await openGround(config, { log: say, onDatabaseExit: (line) => void died(line, stop) })
  running.close.push(() => ground.stop())
  try {
    await run(ground, running.close)
  } catch (fault) {
    await stop()
    throw fault
  }
}

async function run(ground: Ground, close: (() => Promise<void>)[]): Promise<void> {
  const { config } = ground
  const parts = openParts(ground)
  close.push(() => parts.identity.close())
  close.push(async () => parts.mail.close())
  const known = await checkStamp(ground.db, config.mode)
  if (config.mode === 'sample') await ensureSample(ground, parts)
  if (config.run.jobs) {
    const tasks = policyFirst({
      ...Object.assign({}, ...areas.map((area) => area.tasks?.(parts) ?? {})),
      refresh_standings: refreshTask(parts),
      daily: dailyTask(parts),
    })
    const runner = await startJobs(ground.jobsUrl, tasks, { onFault: reportJobFault })
    close.push(() => runner.stop())
    const upkeep = startIdentityUpkeep(parts.db, parts.identity, {
      onFault: (fault) => reportJobFault('identity upkeep', fault),
    })
    close.push(() => upkeep.stop())
    await planAtStart(parts.db)
    await startDays(parts.db)
  }
  if (!config.run.web) return say('Kept does its background work. Stop with Ctrl-C.')
  const { app } = await buildApp({
    ...parts,
    jobsUrl: ground.jobsUrl,
    secureCookies: config.web.secureCookies,
    logLevel: config.log.level,
    sessionOf: sessionsOf(parts.identity, ground.db),
  })
  close.push(() => app.close())
  await listen(app, config.web)
  say(
    `Kept is ready at ${config.web.baseUrl}${config.mode === 'sample' ? ' - open it and choose whom to sign in as. Stop with Ctrl-C.' : ''}`,
  )
  if (config.mode === 'real' && known.length === 0) await saySetUp(parts)
}

/** Only whoever sees the terminal can set up an empty installation. */
async function saySetUp(parts: Parts): Promise<void> {
  const code = await parts.identity.createSetupToken()
  say(`It is empty: open ${parts.baseUrl}/set-up and give this one-time code (24 hours): ${code}`)
}

/** Makes the invented school in an empty database, and again where the making was stopped on the way. */
async function ensureSample(ground: Ground, parts: Parts): Promise<void> {
  const { clearSample, isFinished, markFinished } = await import('./sample/finished.ts')
  const [known] = await knownOrganisations(ground.db)
  if (known !== undefined) {
    if (await isFinished(ground.db, known.organisationId)) return
    say('The sample school was not finished: making it again.')
    await clearSample(ground.adminUrl)
  }
  const { loadSample } = await import('./sample/load-sample.ts')
  const { webUrl, jobsUrl, clock } = ground
  const made = await loadSample({ webUrl, jobsUrl, parts, now: clock.now(), log: say })
  await markFinished(ground.db, made.organisationId)
  if (made.receipt !== null)
    say(`An anonymous conversation waits at /at/larkbeck/tell/back under the receipt ${made.receipt}.`)
}

function openParts(ground: Ground): Parts {
  const { config, keys, db } = ground
  const mail = createMailTransport({ smtpUrl: config.secrets.smtpUrl, from: config.mail.from })
  const sample = config.mode === 'sample'
  const identity = openIdentity({
    webUrl: ground.webUrl,
    secret: keys.derive('identity', 1),
    baseUrl: config.web.baseUrl,
    secureCookies: config.web.secureCookies,
    sample,
    clock: ground.clock,
    sendMagicLink: linkMail({ db, mail, sample, onFault: (fault) => reportJobFault('link mail', fault) }),
  })
  return {
    db,
    identity,
    keys,
    clock: ground.clock,
    mail,
    files: openFiles({ folder: join(config.data.folder, 'files'), keys, ...config.files }),
    baseUrl: config.web.baseUrl,
    root: config.root,
    sample,
  }
}

async function listen(
  app: { listen(options: { host: string; port: number }): Promise<string> },
  web: { host: string; port: number },
): Promise<void> {
  try {
    await app.listen({ host: web.host, port: web.port })
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? cause.code : null
    if (code === 'EADDRINUSE')
      throw new Halt(`Port ${web.port} is in use: stop what uses it, or choose another with KEPT_PORT.`)
    if (code === 'EACCES' || code === 'EADDRNOTAVAIL')
      throw new Halt(`Kept cannot listen on ${web.host} port ${web.port}: choose others with KEPT_HOST and KEPT_PORT.`)
    throw cause
  }
}

async function died(line: string, stop: () => Promise<void>): Promise<void> {
  process.stderr.write(`${line}\n`)
  // Without its database nothing can be stopped in order for long: what was answered is safe already.
  await Promise.race([stop().catch(() => undefined), new Promise((resolve) => setTimeout(resolve, 3_000))])
  process.exit(1)
}

const reportJobFault = (task: string, fault: unknown): void => {
  process.stderr.write(
    `${JSON.stringify({ msg: 'a job failed', task, fault: fault instanceof Error ? fault.name : typeof fault })}\n`,
  )
}
