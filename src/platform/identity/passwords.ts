import { hash, verify } from '@node-rs/argon2'
import { inTurn } from '#core/in-turn.ts'

/** What a policy asks of a password: its length, and how many of the four kinds of character it mixes. */
export interface PasswordRules {
  readonly minimum: number
  /** How many kinds of a–z, A–Z, 0–9 and others; 0 or 1 asks for nothing. */
  readonly mix: number
}

/** Why a password is not accepted. `long` keeps a hash from being asked for a whole book. */
export type PasswordFault = 'short' | 'long' | 'mix'

/** Longer than any sentence that somebody types at a door. */
export const LONGEST_PASSWORD = 200

// argon2id with 19 MiB and two passes, OWASP's first recommendation; the names of the library's const enum cannot be used.
const COST = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 }

// Hashing runs on the threads that files and name look-ups need too: a rush at the door must leave some of the four.
const limited = inTurn(2)

/** How passwords become hashes. */
export interface PasswordHasher {
  hash(password: string): Promise<string>
  verify(data: { hash: string; password: string }): Promise<boolean>
}

/** Hashes a password with argon2id. */
export const hashPassword = (password: string): Promise<string> => limited(() => hash(normal(password), COST))

/** Whether a password belongs to a hash. */
export const verifyPassword = (data: { hash: string; password: string }): Promise<boolean> =>
  limited(() => verify(data.hash, normal(data.password)))

/** What better-auth hashes with. */
export const argon2id: PasswordHasher = { hash: hashPassword, verify: verifyPassword }

/** Every way in which a password misses the rules. */
export function faultsOf(password: string, rules: PasswordRules): PasswordFault[] {
  const length = [...normal(password)].length
  const faults: PasswordFault[] = []
  if (length < rules.minimum) faults.push('short')
  if (length > LONGEST_PASSWORD) faults.push('long')
  if (kindsIn(password) < rules.mix) faults.push('mix')
  return faults
}

const KINDS = [/\p{Ll}/u, /\p{Lu}/u, /\p{N}/u, /[^\p{Ll}\p{Lu}\p{N}]/u]
const kindsIn = (password: string): number => KINDS.filter((kind) => kind.test(password)).length

// A phone and a school computer may write the same accented letter in two ways.
const normal = (password: string): string => password.normalize('NFKC')
