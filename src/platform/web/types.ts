import type { VNode } from 'preact'
import type { Actor, Audience, PersonActor } from '#core/actor.ts'
import type { Tx } from '../database/tx.ts'

/** Who may open a route. `public` routes read no session at all; `visitor` routes read one if it is there. */
export type Access = 'public' | 'visitor' | 'signed_in' | readonly Audience[]

/** A session that stands, with what every page needs of the person. */
export interface Session {
  readonly id: string
  readonly userId: string
  readonly actor: PersonActor
  /** How they signed in: `password`, `link`, `letter`, `card` … */
  readonly method?: string
  /** A Set-Cookie value when the session's token has just been rotated. */
  readonly setCookie?: string
}

declare module 'fastify' {
  interface FastifyContextConfig {
    /** What the route is called in logs and, for looks, in the ledger: `subject.verb`. */
    audit?: string
    access?: Access
    /** Requests a minute for one key; the key is a session, or the route itself for people without one. */
    limit?: number
    /** The form has a file: its token is `request.uploadToken()`, in the address as `token`. */
    upload?: boolean
    /** A POST that changes nothing: it only shows a page, and its form may be older than the session. */
    shows?: boolean
  }
  interface FastifyRequest {
    session: Session | null
    /** Who acts. On a `public` route it is set by the page, once it knows the organisation. */
    actor: Actor
    /** Runs work in one transaction as the request's actor. */
    inTx<T>(work: (tx: Tx) => Promise<T>): Promise<T>
    /** The person who acts; a route whose access is not `signed_in` has none. */
    person(): PersonActor
    csrf: string
    /** A fresh token for the address of an upload form: it works once, for an hour. */
    uploadToken(): string
  }
  interface FastifyReply {
    /** Draws a page inside the shell and sends it. */
    view(node: VNode): Promise<FastifyReply>
    /** A message for the next page. */
    flash(message: string): FastifyReply
  }
}
