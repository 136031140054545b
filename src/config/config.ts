import { inspect } from 'node:util'

/** What the program is run for: the invented sample school, or a real one. */
export type Mode = 'sample' | 'real'

export type LogLevel = 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent'

/** Every setting, read once and frozen. Safe to log: what must stay unseen is in `secrets`, which never prints. */
export interface Config {
  readonly mode: Mode
  /** The folder with package.json, migrations, packs and the built assets. */
  readonly root: string
  readonly web: {
    readonly host: string
    /** 0 means any free port; for tests. */
    readonly port: number
    /** Where people reach the program, without a slash at the end. */
    readonly baseUrl: string
    readonly secureCookies: boolean
  }
  readonly data: { readonly folder: string; readonly keyFile: string }
  /** Embedded unless `secrets.databaseUrl` names another server. */
  readonly database: { readonly embedded: boolean }
  /** Without `secrets.smtpUrl` mail stays in the outbox page. */
  readonly mail: { readonly sends: boolean; readonly from: string }
  readonly files: {
    /** The most bytes of one file of evidence. */
    readonly maxBytes: number
    /** Where ClamAV's daemon answers; null leaves files unscanned, and they say so. */
    readonly clamd: string | null
  }
  readonly run: { readonly web: boolean; readonly jobs: boolean }
  readonly log: { readonly level: LogLevel }
  readonly secrets: Secrets
}

/** Settings that hold passwords. Printing or logging this object shows nothing of them. */
export class Secrets {
  readonly databaseUrl: string | null
  readonly smtpUrl: string | null

  constructor(values: { databaseUrl: string | null; smtpUrl: string | null }) {
    this.databaseUrl = values.databaseUrl
    this.smtpUrl = values.smtpUrl
    Object.freeze(this)
  }

  /** What a logger gets. */
  toJSON(): string {
    return '[hidden]'
  }

  [inspect.custom](): string {
    return '[hidden]'
  }
}
