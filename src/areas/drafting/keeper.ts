import type { FastifyRequest } from 'fastify'
import { Forbidden } from '#core/errors.ts'
import type { Tx } from '#platform/database/tx.ts'
import { mayKeepPolicy } from './may-keep.ts'

/** Refuses whoever does not keep the policy. */
export async function assertKeepsPolicy(tx: Tx): Promise<void> {
  if (!(await mayKeepPolicy(tx))) throw new Forbidden('policy.draft.not_keeper')
}

/** Does the work of a page for somebody who keeps the policy, in one transaction. */
export const asKeeper = <T>(request: FastifyRequest, work: (tx: Tx) => Promise<T>): Promise<T> =>
  request.inTx(async (tx) => {
    await assertKeepsPolicy(tx)
    return work(tx)
  })

/** How the pages of drafts are declared: for adults who may keep a policy; which of them do, the database says. */
export const keepers = (audit: string) => ({ audit, access: ['staff' as const, 'governor' as const] })
