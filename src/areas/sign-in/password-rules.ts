import type { PasswordFault, PasswordRules } from '#platform/identity/passwords.ts'
import { faultsOf } from '#platform/identity/passwords.ts'

/**
 * What is asked of a password until a policy says otherwise: length, and nothing else. The National Cyber Security
 * Centre advises against asking for kinds of characters: people answer with `Password1!`, and three words are stronger.
 */
export const PASSWORD_RULES: PasswordRules = { minimum: 12, mix: 0 }

function sayPasswordFaults(faults: readonly PasswordFault[]): string {
  if (faults.includes('long')) return 'Use 200 characters or fewer'
  if (faults.includes('short'))
    return `Use at least ${PASSWORD_RULES.minimum} characters. Three words that nobody would guess are good.`
  return `Mix at least ${PASSWORD_RULES.mix} of small letters, capital letters, figures and other signs`
}

/** The sentence beside the field of a new password, or null when it will do. */
export function faultsOfNewPassword(password: string): string | null {
  if (password === '') return 'Type the new password'
  const faults = faultsOf(password, PASSWORD_RULES)
  return faults.length === 0 ? null : sayPasswordFaults(faults)
}
