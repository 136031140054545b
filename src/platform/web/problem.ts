import type { FastifyError } from 'fastify'
import { BadInput, Forbidden, type GoOn, NotFound, Refused } from '#core/errors.ts'
import { say } from '#core/messages/say.ts'

/** What went wrong, as a page may say it. */
export interface Problem {
  readonly status: 400 | 401 | 403 | 404 | 409 | 413 | 429 | 500 | 503
  /** A sentence of ours when the error carries one. */
  readonly says?: string
  /** Where it can be put right. */
  readonly goOn?: GoOn
  /** Only with 401. */
  readonly ending?: Ending
}

/** A form that was sent without a session that stands. */
export interface Ending {
  /** Somebody is signed in: the form was drawn in an earlier session of theirs. */
  readonly stale: boolean
  /** What was typed, sealed; null when it could not be kept. */
  readonly kept: string | null
  /** The form had a place for a file, which is not kept. */
  readonly file: boolean
}

/** A POST came without a session that still stands. The page keeps what was typed. */
export class SessionEnded extends Error {
  override readonly name = 'SessionEnded'
  /** For whom the form was drawn, if it was sent from one of ours. */
  readonly mark: string | null
  constructor(mark: string | null = null) {
    super('no session that stands')
    this.mark = mark
  }
}

/** The form did not come from our own page. */
export class Forged extends Error {
  override readonly name = 'Forged'
}

const DATABASE_AWAY: ReadonlySet<string> = new Set(['ECONNREFUSED', 'ECONNRESET', '57P01', '57P02', '57P03', '53300'])
const OUR_STATUSES = [400, 403, 404, 409, 413, 429, 503] as const

/** Maps an error to what a page shows. Everything that is not ours to explain is a fault: 500. */
export function problemOf(fault: unknown): Problem {
  if (fault instanceof NotFound) return { status: 404 }
  if (fault instanceof Forged) return { status: 403, says: say('en', 'problem.forged') }
  if (fault instanceof Forbidden) return { status: 403 }
  if (fault instanceof Refused)
    return {
      status: 409,
      ...(fault.says === undefined ? {} : { says: fault.says }),
      ...(fault.goOn === undefined ? {} : { goOn: fault.goOn }),
    }
  if (fault instanceof BadInput) return { status: 400 }
  if (fault instanceof SessionEnded) return { status: 401 }
  // No such address: what stands in it is no id, name or day of ours.
  if (isOfAddress(fault)) return { status: 404 }
  const code = codeOf(fault)
  if (code !== null && DATABASE_AWAY.has(code)) return { status: 503 }
  const status = statusOf(fault)
  return {
    status:
      OUR_STATUSES.find((known) => known === status) ?? (status !== null && status >= 400 && status < 500 ? 400 : 500),
  }
}

const isOfAddress = (fault: unknown): boolean => (fault as Partial<FastifyError> | null)?.validationContext === 'params'

const codeOf = (fault: unknown): string | null =>
  typeof fault === 'object' && fault !== null && 'code' in fault && typeof fault.code === 'string' ? fault.code : null

const statusOf = (fault: unknown): number | null => {
  const status = (fault as Partial<FastifyError> | null)?.statusCode
  return typeof status === 'number' ? status : null
}
