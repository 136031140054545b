import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import plugin from 'fastify-plugin'
import type { Actor, PersonActor } from '#core/actor.ts'
import { Forbidden } from '#core/errors.ts'
import type { FormTokens } from './form-tokens.ts'
import { drawnFor, holderOf, tokenState } from './form-tokens.ts'
import { Forged, SessionEnded } from './problem.ts'
import { isSameSite } from './same-site.ts'
import type { WebParts } from './server.ts'

const FLASH = 'kept_flash'

/** What every request carries: who acts, the transaction as them, the page. In one place, so that the order is no accident. */
export const requestDecorations = plugin(
  async (app: FastifyInstance, { parts, tokens }: { parts: WebParts; tokens: FormTokens }) => {
    app.decorateRequest('session', null)
    app.decorateRequest('csrf', '')
    app.decorateRequest('actor', { getter: () => nobody(), setter() {} })
    app.decorateRequest('inTx', function <T>(this: FastifyRequest, work: Parameters<FastifyRequest['inTx']>[0]) {
      return parts.db.inTx(this.actor, work) as Promise<T>
    })
    app.decorateRequest('person', function (this: FastifyRequest) {
      if (this.session === null) throw new SessionEnded()
      return this.session.actor
    })
    app.decorateRequest('uploadToken', function (this: FastifyRequest) {
      return tokens.uploads.tokenFor(holderOf(this))
    })
    app.decorateReply('flash', function (this: FastifyReply, message: string) {
      return this.setCookie(FLASH, Buffer.from(message).toString('base64url'), {
        httpOnly: true,
        sameSite: 'lax',
        path: '/',
        maxAge: 60,
        secure: parts.secureCookies,
      })
    })
    app.decorateReply('view', async function (this: FastifyReply, node) {
      const flash = this.request.cookies[FLASH]
      if (flash !== undefined) this.clearCookie(FLASH, { path: '/' })
      const page = await parts.draw(
        this.request,
        node,
        flash === undefined ? null : Buffer.from(flash, 'base64url').toString('utf8').slice(0, 300),
      )
      // A page may say that it can be kept, but never one that shows what somebody has just done.
      if (flash !== undefined || !this.hasHeader('cache-control')) this.header('cache-control', 'no-store')
      return this.type('text/html; charset=utf-8').send(page)
    })

    app.addHook('onRequest', async (request, reply) => {
      if (!isSameSite(request, parts.baseUrl)) throw new Forged()
      const access = request.routeOptions.config.access
      if (access === undefined || access === 'public') return
      request.session = await parts.sessionOf(request.headers.cookie)
      if (request.session?.setCookie !== undefined) reply.header('set-cookie', request.session.setCookie)
      setActor(request, request.session?.actor ?? null)
      request.csrf = tokens.csrf.tokenFor(holderOf(request))
    })
    // Before validation, which leaves out what a schema does not name, the token too.
    app.addHook('preValidation', async (request) => {
      const access = request.routeOptions.config.access
      // No route at all: the answer is that there is no such page.
      if (access === undefined) return
      if (access === 'public' || access === 'visitor') return checkToken(request, tokens)
      if (request.session === null) throw new SessionEnded(drawnFor(tokens, request))
      if (access !== 'signed_in' && !access.includes(request.session.actor.audience)) throw new Forbidden('audience')
      await checkToken(request, tokens)
    })
  },
)

/** Sets who acts on a request; public pages do so once they know the organisation. */
export function setActor(request: FastifyRequest, actor: Actor | null): void {
  Object.defineProperty(request, 'actor', { value: actor ?? nobody(), configurable: true })
}

async function checkToken(request: FastifyRequest, tokens: FormTokens): Promise<void> {
  const { access, shows } = request.routeOptions.config
  if (request.method !== 'POST' || access === 'public' || shows === true) return
  const state = await tokenState(tokens, request)
  // Signed in again in another tab: the form is their own, and what they typed must not be lost.
  if (state === 'earlier') throw new SessionEnded(drawnFor(tokens, request))
  if (state === 'wrong') throw new Forged()
}

// An id that no organisation has: a request without an actor sees no rows, not all rows.
const nobody = (): PersonActor => ({
  kind: 'person',
  organisationId: '00000000-0000-0000-0000-000000000000',
  personId: '00000000-0000-0000-0000-000000000000',
  audience: 'visitor',
})
