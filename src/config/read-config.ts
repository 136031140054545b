import { existsSync, realpathSync } from 'node:fs'
import { dirname, join, resolve, sep } from 'node:path'
import { Halt } from '#core/errors.ts'
import type { Config, Mode } from './config.ts'
import { Secrets } from './config.ts'
import type { Env } from './settings.ts'
import { SettingReader } from './settings.ts'

const LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const

/** Reads every setting once; throws one Halt that lists all faults. The only reader of the environment. */
export function readConfig(env: Env, mode: Mode): Config {
  const read = new SettingReader(env)
  const root = projectRoot()
  const secrets = readSecrets(read)
  const role = read.choice('KEPT_ROLE', ['web', 'worker', 'both'], 'both')
  const config: Config = {
    mode,
    root,
    web: readWeb(read, mode),
    data: readData(read, root),
    database: { embedded: secrets.databaseUrl === null },
    mail: readMail(read, secrets.smtpUrl !== null),
    files: readFiles(read),
    run: { web: role !== 'worker', jobs: role !== 'web' },
    log: { level: read.choice('KEPT_LOG', LEVELS, mode === 'sample' ? 'warn' : 'info') },
    secrets,
  }
  if (role !== 'both' && config.database.embedded) {
    read.fault(`KEPT_ROLE=${role} needs KEPT_DATABASE_URL: the embedded database belongs to one process`)
  }
  if (read.faults.length > 0) throw new Halt(`Settings to mend: ${read.faults.join('; ')}.`)
  return deepFreeze(config)
}

function readWeb(read: SettingReader, mode: Mode): Config['web'] {
  const host = read.text('KEPT_HOST') ?? '127.0.0.1'
  const port = read.whole('KEPT_PORT', 3000, 0, 65_535)
  const given = read.url('KEPT_BASE_URL', ['http:', 'https:'])
  const loopback = isLoopback(host)
  if (mode === 'sample' && !loopback) {
    read.fault('KEPT_HOST must be 127.0.0.1, ::1 or localhost for the sample school: anybody could sign in to it')
  }
  if (mode === 'real' && !loopback && given === null) {
    read.fault('KEPT_BASE_URL must say the https:// address at which people reach Kept, because KEPT_HOST is not local')
  }
  if (mode === 'real' && given?.protocol === 'http:' && !isLoopback(given.hostname)) {
    read.fault('KEPT_BASE_URL must start with https://: people sign in through it')
  }
  const base = given ?? new URL(`http://${host.includes(':') ? `[${host}]` : host}:${port}`)
  return {
    host,
    port,
    baseUrl: base.href.replace(/\/+$/, ''),
    secureCookies: base.protocol === 'https:',
  }
}

function readData(read: SettingReader, root: string): Config['data'] {
  const folder = resolve(root, read.text('KEPT_DATA') ?? '.kept')
  const keyFile = resolve(root, read.text('KEPT_KEY_FILE') ?? `${folder}.key`)
  if (`${keyFile}${sep}`.startsWith(`${folder}${sep}`)) {
    read.fault('KEPT_KEY_FILE must not be inside KEPT_DATA: a copy of the data would carry its own key')
  }
  return { folder, keyFile }
}

function readSecrets(read: SettingReader): Secrets {
  const database = read.url('KEPT_DATABASE_URL', ['postgres:', 'postgresql:'])
  const smtp = read.url('KEPT_SMTP_URL', ['smtp:', 'smtps:'])
  return new Secrets({ databaseUrl: database?.href ?? null, smtpUrl: smtp?.href ?? null })
}

function readFiles(read: SettingReader): Config['files'] {
  const clamd = read.text('KEPT_CLAMD')
  if (clamd !== null && !/^(unix:\/\S+|tcp:\/\/[^\s/:]+(:\d{1,5})?)$/.test(clamd)) {
    read.fault('KEPT_CLAMD must say where clamd answers: unix:/run/clamav/clamd.ctl or tcp://host:3310')
  }
  return { maxBytes: read.whole('KEPT_FILE_MAX_MB', 256, 1, 4096) * 1024 * 1024, clamd }
}

function readMail(read: SettingReader, sends: boolean): Config['mail'] {
  const from = read.text('KEPT_MAIL_FROM')
  if (sends && from === null) read.fault('KEPT_MAIL_FROM must say who the mail is from, because KEPT_SMTP_URL is set')
  if (from !== null && !/^[^\r\n]*[^\s@<>]+@[^\s@<>]+>?$/.test(from)) {
    read.fault('KEPT_MAIL_FROM must be a mail address, alone or as Name <address>')
  }
  return { sends, from: from ?? 'Kept <kept@localhost>' }
}

/** Whether an address can be reached from this machine only. */
const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || host === '[::1]' || /^127(\.\d{1,3}){3}$/.test(host)

// The same folder whether this runs from src/config, from the one bundle in build/, or from a test.
function projectRoot(): string {
  let folder = realpathSync(import.meta.dirname)
  while (!existsSync(join(folder, 'package.json')) && dirname(folder) !== folder) folder = dirname(folder)
  return folder
}

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null) {
    for (const inner of Object.values(value)) deepFreeze(inner)
    Object.freeze(value)
  }
  return value
}
