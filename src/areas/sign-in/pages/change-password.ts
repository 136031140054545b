import type { FastifyRequest } from 'fastify'
import { policyInForceOrNone } from '#areas/policy/index.ts'
import { sayInstant } from '#core/calendar/say-date.ts'
import { BadInput, Forbidden } from '#core/errors.ts'
import { say } from '#core/messages/say.ts'
import type { Parts } from '#platform/parts.ts'
import { replaced } from '../let-in.ts'
import type { AskedOfPasswords } from '../password-rules.ts'
import { faultsOfNewPassword, passwordRules } from '../password-rules.ts'
import { loginOf } from '../queries/about-me.ts'

interface NewPassword {
  readonly currentPassword: string
  readonly newPassword: string
}

interface Faults {
  readonly status: 400 | 429
  readonly errors: Readonly<Record<string, string>>
}

// Whoever has just come in by a mailed link or a letter has shown who they are, and may have no password at all.
const FRESH = Temporal.Duration.from({ minutes: 15 })

/** Whether the password until now has to be typed first. */
export async function asksCurrent(parts: Parts, request: FastifyRequest): Promise<boolean> {
  const session = await parts.identity.sessionOf(request.headers.cookie)
  const fresh = session !== null && Temporal.Instant.compare(session.freshAt.add(FRESH), parts.clock.now()) > 0
  return !(fresh && (session.method === 'link' || session.method === 'letter'))
}

/** What the policy of the organisation in hand asks of a password; before there is one, Kept's own rules. */
export const rulesFor = (request: FastifyRequest): Promise<AskedOfPasswords> =>
  request.inTx(async (tx) => passwordRules((await policyInForceOrNone(tx))?.pack ?? null))

/** Every empty field is named at once. */
export function readNewPassword(typed: NewPassword, current: boolean, rules: AskedOfPasswords): NewPassword | Faults {
  const fault = faultsOfNewPassword(typed.newPassword, rules)
  const errors = {
    ...(current && typed.currentPassword === '' ? { currentPassword: 'Type your password until now' } : {}),
    ...(fault === null ? {} : { newPassword: fault }),
  }
  return Object.keys(errors).length === 0 ? typed : { status: 400, errors }
}

/** Changes the password. Proving the old one opens a new session here, and all others end. */
export async function changePassword(
  parts: Parts,
  request: FastifyRequest,
  typed: NewPassword,
  current: boolean,
  rules: AskedOfPasswords,
): Promise<Faults | { readonly setCookie: string | null }> {
  const { session } = request
  const login = session === null ? null : await loginOf(parts.db, session.userId)
  if (session === null || login === null) throw new Forbidden('password.no_address')
  if (!current) return setPassword(parts, session.userId, session.id, typed, rules, null)
  const answer = await parts.identity.signInWithPassword({
    login,
    password: typed.currentPassword,
    wished: { organisationId: session.actor.organisationId, personId: session.actor.personId },
    ...replaced(parts, request.headers.cookie),
  })
  if (answer.kind === 'too-many') {
    const when = sayInstant(answer.retryAt, parts.clock.now())
    return { status: 429, errors: { currentPassword: say('en', 'sign_in.too_many', { when }) } }
  }
  if (answer.kind === 'wrong')
    return { status: 400, errors: { currentPassword: 'This is not your password until now' } }
  return setPassword(parts, session.userId, answer.session.sessionId, typed, rules, answer.session.token)
}

async function setPassword(
  parts: Parts,
  userId: string,
  keep: string,
  typed: NewPassword,
  rules: AskedOfPasswords,
  token: string | null,
) {
  const result = await parts.identity.setPassword(userId, typed.newPassword, rules, { keep })
  // Looked at before the old password was tried: a refusal here would leave the browser without its new session.
  if (result.kind === 'refused') throw new BadInput('password.rules')
  return { setCookie: token === null ? null : parts.identity.cookie.set(token) }
}
