import type { PasswordFault, PasswordRules } from '#platform/identity/passwords.ts'

/**
 * What is asked of a password until a policy says otherwise: length, and nothing else. The National Cyber Security
 * Centre advises against asking for kinds of characters: people answer with `Password1!`, and three words are stronger.
 */
export const PASSWORD_RULES: PasswordRules = { minimum: 12, mix: 0 }

/** What is wrong with a password, as the page says it. */
export function sayPasswordFaults(faults: readonly PasswordFault[]): string {
  if (faults.includes('long')) return 'Use 200 characters or fewer'
  if (faults.includes('short'))
    return `Use at least ${PASSWORD_RULES.minimum} characters. Three words that nobody would guess are good.`
  return `Mix at least ${PASSWORD_RULES.mix} of small letters, capital letters, figures and other signs`
}
