import type { FastifyRequest } from 'fastify'
import type { Database } from '../database/database.ts'
import type { Csrf, FormHolder, TokenState } from './csrf.ts'
import { markOf, openCsrf } from './csrf.ts'
import { spendOnce } from './spend-once.ts'
import type { UploadTokens } from './upload-token.ts'
import { openUploadTokens } from './upload-token.ts'

/** Both kinds of token that forms carry. */
export interface FormTokens {
  readonly csrf: Csrf
  readonly uploads: UploadTokens
}

/** Opens the tokens of forms under the keys of the installation. */
export const openFormTokens = (keys: { derive(purpose: string): Buffer }, db: Database): FormTokens => ({
  csrf: openCsrf(keys.derive('csrf')),
  uploads: openUploadTokens(keys.derive('csrf'), db.clock, (nonce, until) => spendOnce(db, nonce, until)),
})

/** Whose page a request asks for. */
export const holderOf = ({ session }: FastifyRequest): FormHolder =>
  session === null
    ? null
    : {
        sessionId: session.id,
        organisationId: session.actor.organisationId,
        personId: session.actor.personId,
      }

/** How the token of a sent form stands. That of an upload is spent by asking. */
export const tokenState = async (tokens: FormTokens, request: FastifyRequest): Promise<TokenState> =>
  isUpload(request)
    ? tokens.uploads.spend(holderOf(request), tokenOf(request))
    : tokens.csrf.stateOf(holderOf(request), tokenOf(request))

/** For whom the form of a request was drawn, or null when that cannot be said. */
export const drawnFor = (tokens: FormTokens, request: FastifyRequest): string | null =>
  isUpload(request) ? tokens.uploads.markOf(tokenOf(request)) : markOf(tokenOf(request))

const isUpload = (request: FastifyRequest): boolean => request.routeOptions.config.upload === true

// A multipart body is not read when the token is asked for: it travels in the action's address.
const tokenOf = (request: FastifyRequest): unknown =>
  isUpload(request) ? readKey(request.query, 'token') : readKey(request.body, '_csrf')

const readKey = (from: unknown, key: string): unknown =>
  typeof from === 'object' && from !== null ? Object.entries(from).find(([name]) => name === key)?.[1] : undefined
