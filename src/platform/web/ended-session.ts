import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Drafts } from './drafts.ts'
import { readDraft } from './drafts.ts'
import type { Problem, SessionEnded } from './problem.ts'

/** Whether somebody only looked: then they are sent to sign in, and come back. A program that reads data is told instead. */
export const isLook = (request: FastifyRequest): boolean =>
  (request.method === 'GET' || request.method === 'HEAD') && !/^application\/json\b/.test(request.headers.accept ?? '')

/** What the page says to somebody who sent a form without a session that stands, with what they typed. */
export async function endedProblem(drafts: Drafts, request: FastifyRequest, ended: SessionEnded): Promise<Problem> {
  const ending = { stale: request.session !== null, kept: null, file: false }
  // A form that was not drawn for anybody is nobody's to keep; and its body is not read to the end for a stranger.
  if (ended.mark === null || request.method !== 'POST') return { status: 401, ending }
  try {
    const draft = await readDraft(request)
    return { status: 401, ending: { ...ending, kept: drafts.seal(draft, ended.mark), file: draft.files !== null } }
  } catch {
    // Too much, or broken off: the page says that it is not kept.
    return { status: 401, ending }
  }
}

/** Sends somebody who only looked to the sign-in. */
export const sendToSignIn = (request: FastifyRequest, reply: FastifyReply, signIn: (next: string) => string) =>
  reply.header('cache-control', 'no-store').redirect(signIn(request.url), 303)
