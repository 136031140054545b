import type { Pack } from '#pack/types/pack.ts'
import type { PasswordFault, PasswordRules } from '#platform/identity/passwords.ts'
import { faultsOf } from '#platform/identity/passwords.ts'

/**
 * What Kept itself asks of a password: length, and nothing else. The National Cyber Security Centre advises against
 * asking for kinds of characters: people answer with `Password1!`, and three words are stronger.
 */
const OWN: PasswordRules = { minimum: 12, mix: 0 }
// No pack can ask for what nobody could type: that would lock everybody out.
const MOST: PasswordRules = { minimum: 64, mix: 4 }

/** What is asked of a new password, and what the policy says, for the sentence at the field. */
export interface AskedOfPasswords extends PasswordRules {
  /** The shortest password of the policy, when it names one. */
  readonly policyMinimum: number | null
}

/**
 * What is asked under a policy: of its settings `password_length` and `password_kinds` and of Kept's own rule, the
 * stricter each. Without a policy, Kept's own.
 */
export function passwordRules(pack: Pick<Pack, 'settings'> | null): AskedOfPasswords {
  const policyMinimum = wholeSetting(pack, 'password_length')
  return {
    minimum: between(policyMinimum, OWN.minimum, MOST.minimum),
    mix: between(wholeSetting(pack, 'password_kinds'), OWN.mix, MOST.mix),
    policyMinimum,
  }
}

const between = (asked: number | null, least: number, most: number): number =>
  Math.min(Math.max(asked ?? least, least), most)

function wholeSetting(pack: Pick<Pack, 'settings'> | null, id: string): number | null {
  const given = pack?.settings[id]?.value
  const value = typeof given === 'object' && !Array.isArray(given) ? given.value : given
  return typeof value === 'number' && Number.isInteger(value) && value > 0 ? value : null
}

/** The sentences beside the field of a new password. */
export function sayPasswordRules({ minimum, mix, policyMinimum }: AskedOfPasswords): string {
  const length = `At least ${minimum} characters${policyMinimum === minimum ? ', as the policy asks' : ''}.`
  const stricter =
    policyMinimum !== null && policyMinimum < minimum
      ? ` The policy asks for ${policyMinimum}; Kept asks for more.`
      : ''
  return `${length}${stricter}${mix > 1 ? ` ${sayMix(mix)}.` : ''} Three words that nobody would guess are good.`
}

const sayMix = (mix: number): string => `Mix at least ${mix} of small letters, capital letters, figures and other signs`

function sayPasswordFaults(faults: readonly PasswordFault[], { minimum, mix }: PasswordRules): string {
  if (faults.includes('long')) return 'Use 200 characters or fewer'
  if (faults.includes('short'))
    return `Use at least ${minimum} characters. Three words that nobody would guess are good.`
  return sayMix(mix)
}

/** The sentence beside the field of a new password, or null when it will do. */
export function faultsOfNewPassword(password: string, rules: PasswordRules): string | null {
  if (password === '') return 'Type the new password'
  const faults = faultsOf(password, rules)
  return faults.length === 0 ? null : sayPasswordFaults(faults, rules)
}
