import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { Halt } from '#core/errors.ts'

/** The system account that PostgreSQL runs as when we are root, which it refuses. */
export interface Account {
  readonly name: string
  readonly uid: number
  readonly gid: number
}

/** Whether this process is root and PostgreSQL therefore needs another account. */
export const isRoot = (): boolean => process.getuid?.() === 0

/** An unprivileged account: `kept`, made when it can be, else `postgres`, else `nobody`. */
export function pickAccount(log: (line: string) => void): Account {
  const known = find('kept')
  if (known !== null) return known
  const made = create()
  if (made !== null) {
    log('PostgreSQL refuses to run as root, so the system user “kept” was made for it.')
    return made
  }
  const fallback = find('postgres') ?? find('nobody')
  if (fallback !== null) return fallback
  throw new Halt('PostgreSQL refuses to run as root and no other user exists: start Kept as an ordinary user.')
}

/** The account with this id, by name where the system knows one. */
export function accountOf(uid: number, gid: number): Account {
  return accounts().find((account) => account.uid === uid) ?? { name: String(uid), uid, gid }
}

/** Whether an account can enter a folder, asked of the system itself: modes alone miss access lists. */
export const canEnter = (account: Account, folder: string): boolean => ask(account, 'cd -- "$1"', folder)

/** Whether an account can run a program. */
export const canRun = (account: Account, program: string): boolean => ask(account, 'test -x "$1" -a -r "$1"', program)

function ask(account: Account, question: string, path: string): boolean {
  const { uid, gid } = account
  const answer = spawnSync('/bin/sh', ['-c', question, 'sh', path], { uid, gid, cwd: '/', stdio: 'ignore' })
  if (answer.error !== undefined) {
    throw new Halt(
      `PostgreSQL refuses to run as root and this system does not let root become “${account.name}”: start Kept as an ordinary user, or set KEPT_DATABASE_URL.`,
      { cause: answer.error },
    )
  }
  return answer.status === 0
}

function create(): Account | null {
  for (const useradd of ['/usr/sbin/useradd', '/sbin/useradd', '/usr/bin/useradd']) {
    const args = ['--system', '--user-group', '--no-create-home', '--home-dir', '/nonexistent', 'kept']
    const done = spawnSync(useradd, args, { stdio: 'ignore' })
    // Also when it failed: another start may have made the user a moment ago.
    if (done.error === undefined) return find('kept')
  }
  return null
}

const find = (name: string): Account | null =>
  accounts().find((account) => account.name === name && account.uid !== 0) ?? null

function accounts(): Account[] {
  return readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .flatMap(([name, , uid, gid]) => (name && uid && gid ? [{ name, uid: Number(uid), gid: Number(gid) }] : []))
}
