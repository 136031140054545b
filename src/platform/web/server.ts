import cookie from '@fastify/cookie'
import formbody from '@fastify/formbody'
import helmet from '@fastify/helmet'
import multipart from '@fastify/multipart'
import rateLimit from '@fastify/rate-limit'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import Fastify, { LogController } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod'
import type { VNode } from 'preact'
import type { Database } from '../database/database.ts'
import { compressed } from './compressed.ts'
import type { DeclaredRoute } from './declared-routes.ts'
import { declareRoutes } from './declared-routes.ts'
import { requestDecorations } from './decorations.ts'
import { openDrafts } from './drafts.ts'
import { endedProblem, isLook, sendToSignIn } from './ended-session.ts'
import { faultInLog } from './fault-in-log.ts'
import { openFormTokens } from './form-tokens.ts'
import { logRequests } from './logging.ts'
import type { Problem } from './problem.ts'
import { problemOf, SessionEnded } from './problem.ts'
import type { Session } from './types.ts'

/** What the program gives to the web part. It knows no page: drawing comes in as functions. */
export interface WebParts {
  readonly db: Database
  readonly keys: { derive(purpose: string): Buffer }
  /** The public address, or null to accept the address that the browser used (sample mode on loopback). */
  readonly baseUrl: string | null
  readonly secureCookies: boolean
  readonly logLevel: string
  /** Where log lines go; standard output unless told. */
  readonly logTo?: { write(line: string): void }
  sessionOf(cookieHeader: string | undefined): Promise<Session | null>
  /** Where to sign in, to go on to a path afterwards. */
  signIn(next: string): string
  /** Draws a page inside the shell. */
  draw(request: FastifyRequest, node: VNode, flash: string | null): Promise<string>
  /** Draws an error page; it must not fail, whatever is broken. */
  drawProblem(request: FastifyRequest, problem: Problem): Promise<string>
}

const KIB = 1024

/** Fastify with our types, our hooks and no page yet. It never listens by itself. */
export async function buildServer(parts: WebParts) {
  const app = Fastify({
    logger: { level: parts.logLevel, base: null, ...(parts.logTo === undefined ? {} : { stream: parts.logTo }) },
    logController: new LogController({ disableRequestLogging: true }),
    // The outside address is a setting, and nobody's network address is kept: what a proxy says is not needed.
    trustProxy: false,
    bodyLimit: 256 * KIB,
    // Ids in URLs are UUIDs, slugs, and the place of a step in charts within charts; anything longer is not ours.
    routerOptions: { maxParamLength: 1200, ignoreTrailingSlash: true },
    forceCloseConnections: 'idle',
    return503OnClosing: true,
    genReqId: () => crypto.randomUUID(),
  }).withTypeProvider<ZodTypeProvider>()
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  const routes = declareRoutes(app as unknown as FastifyInstance)
  logRequests(app as unknown as FastifyInstance)
  await app.register(helmet, headers(parts.secureCookies))
  await app.register(cookie)
  await app.register(formbody, { bodyLimit: 256 * KIB })
  await app.register(multipart, {
    limits: { fileSize: 64 * KIB * KIB, files: 1, fields: 50, fieldSize: 64 * KIB },
    throwFileSizeLimit: true,
  })
  await app.register(requestDecorations, {
    parts,
    tokens: openFormTokens(parts.keys, parts.db),
  })
  await app.register(rateLimit, {
    global: true,
    timeWindow: '1 minute',
    max: (request: FastifyRequest) => request.routeOptions.config.limit ?? 600,
    // A school is one address on signing day: the key is the session, and for people without one the route itself.
    // A route with a limit of its own counts by itself: looking at pages must not use up its few tries.
    keyGenerator: ({ session, routeOptions }: FastifyRequest) => {
      const own = session === null || routeOptions.config.limit !== undefined ? `:${routeOptions.url ?? 'none'}` : ''
      return `${session?.id ?? (routeOptions.config.access === 'public' ? 'public' : 'visitor')}${own}`
    },
    hook: 'preHandler',
    addHeaders: {
      'x-ratelimit-limit': false,
      'x-ratelimit-remaining': false,
      'x-ratelimit-reset': false,
      'retry-after': true,
    },
    addHeadersOnExceeding: { 'x-ratelimit-limit': false, 'x-ratelimit-remaining': false, 'x-ratelimit-reset': false },
  })
  app.addHook('onSend', compressed)
  answerProblems(app as unknown as FastifyInstance, parts)
  return { app, routes }
}

export type Web = Awaited<ReturnType<typeof buildServer>>['app']
export type { DeclaredRoute }

function answerProblems(app: FastifyInstance, parts: WebParts): void {
  const answer = async (request: FastifyRequest, reply: FastifyReply, problem: Problem) => {
    const page = await parts.drawProblem(request, problem)
    return reply.code(problem.status).type('text/html; charset=utf-8').header('cache-control', 'no-store').send(page)
  }
  const drafts = openDrafts(parts.keys.derive('drafts'), parts.db.clock)
  app.setErrorHandler(async (fault, request, reply) => {
    if (fault instanceof SessionEnded) {
      if (isLook(request)) return sendToSignIn(request, reply, parts.signIn)
      return answer(request, reply, await endedProblem(drafts, request, fault))
    }
    const problem = problemOf(fault)
    if (problem.status >= 500)
      request.log.error({ fault: faultInLog(fault), route: request.routeOptions.url }, 'a request failed')
    return answer(request, reply, problem)
  })
  app.setNotFoundHandler((request, reply) => answer(request, reply, { status: 404 }))
}

const headers = (https: boolean) => ({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      'default-src': ["'none'"],
      'script-src': ["'self'"],
      'style-src': ["'self'"],
      'img-src': ["'self'", 'data:'],
      'font-src': ["'self'"],
      'connect-src': ["'self'"],
      'form-action': ["'self'"],
      'frame-ancestors': ["'none'"],
      'base-uri': ["'none'"],
      'manifest-src': ["'self'"],
    },
  },
  // With `no-referrer`, forms without scripts send `Origin: null`, and the same-site check could not tell ours.
  referrerPolicy: { policy: 'same-origin' as const },
  strictTransportSecurity: https ? { maxAge: 31_536_000, includeSubDomains: false } : false,
  crossOriginEmbedderPolicy: false,
  xFrameOptions: { action: 'deny' as const },
})
