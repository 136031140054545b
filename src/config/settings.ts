/** The names of all settings and what each must look like; `.env.example` explains them to people. */
export const SETTINGS = [
  'KEPT_PORT',
  'KEPT_HOST',
  'KEPT_BASE_URL',
  'KEPT_DATA',
  'KEPT_KEY_FILE',
  'KEPT_DATABASE_URL',
  'KEPT_SMTP_URL',
  'KEPT_MAIL_FROM',
  'KEPT_FILE_MAX_MB',
  'KEPT_CLAMD',
  'KEPT_ROLE',
  'KEPT_LOG',
] as const

export type Setting = (typeof SETTINGS)[number]

/** The environment as the operating system gives it. */
export type Env = Readonly<Record<string, string | undefined>>

/** Reads settings one by one and keeps every fault, so that a person mends them all at once. */
export class SettingReader {
  readonly faults: string[] = []
  readonly #env: Env

  constructor(env: Env) {
    this.#env = env
    // A mistyped name would otherwise be obeyed by nobody and noticed by nobody. KEPT_TEST_… belongs to our own tests.
    for (const name of Object.keys(env).filter((key) => /^KEPT_(?!TEST_)/.test(key))) {
      if (!SETTINGS.some((known) => known === name)) this.fault(`${name} is not a setting of Kept (see .env.example)`)
    }
  }

  /** The text of a setting, or null when it is absent or empty. */
  text(name: Setting): string | null {
    const value = this.#env[name]?.trim()
    return value === undefined || value === '' ? null : value
  }

  /** A whole number between two limits. */
  whole(name: Setting, fallback: number, least: number, most: number): number {
    const text = this.text(name)
    if (text === null) return fallback
    const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN
    if (value >= least && value <= most) return value
    this.fault(`${name} must be a whole number from ${least} to ${most}, not “${text}”`)
    return fallback
  }

  /** One of a closed list. */
  choice<const T extends string>(name: Setting, allowed: readonly T[], fallback: T): T {
    const text = this.text(name)
    if (text === null) return fallback
    const found = allowed.find((value) => value === text)
    if (found === undefined) this.fault(`${name} must be one of ${allowed.join(', ')}, not “${text}”`)
    return found ?? fallback
  }

  /** An address with one of the given schemes; the fault never repeats it, because it may hold a password. */
  url(name: Setting, schemes: readonly string[]): URL | null {
    const text = this.text(name)
    if (text === null) return null
    const url = URL.canParse(text) ? new URL(text) : null
    if (url !== null && schemes.includes(url.protocol) && url.hostname !== '') return url
    this.fault(`${name} must be an address that starts with ${schemes.map((scheme) => `${scheme}//`).join(' or ')}`)
    return null
  }

  /** Keeps a fault for the list. */
  fault(says: string): void {
    this.faults.push(says)
  }
}
