import type { FastifyReply } from 'fastify'
import type { SignedIn } from '#platform/identity/opening.ts'
import type { Parts } from '#platform/parts.ts'
import type { Carry } from './carry.ts'
import { paths } from './paths.ts'

/** Hands the browser its session and goes on to where the person was heading. */
export function letIn(parts: Parts, reply: FastifyReply, session: SignedIn, carry: Carry): FastifyReply {
  reply.header('set-cookie', parts.identity.cookie.set(session.token))
  // 307 lets the browser send the same body on: what was typed is too much for an address or a cookie.
  if (carry.kept !== null) return reply.redirect(paths.kept.to(), 307)
  return reply.redirect(carry.next ?? paths.home.to(), 303)
}

/** The session that this browser had until now: a new one ends it. */
export function replaced(parts: Parts, cookieHeader: string | undefined): { replaces?: string } {
  const token = parts.identity.cookie.read(cookieHeader)
  return token === null ? {} : { replaces: token }
}
