import { createHmac } from 'node:crypto'
import type { Actor } from '#core/actor.ts'
import type { Tx } from '#platform/database/tx.ts'
import { findByReceipt } from '../queries/find-by-receipt.ts'
import { receiptOf } from '../receipt.ts'
import { OTHER_WORRY } from '../worry-ids.ts'
import { tellConcern } from './tell-concern.ts'

/** An alert of software that monitors, as the area that reads such alerts hands it over. */
export interface MonitoringAlert {
  /** The alert's own name, such as its source and number: the same alert makes one concern. */
  readonly alertId: string
  readonly schoolId: string
  /** What was seen, where and when. A picture that was captured stays with the software. */
  readonly body: string
  /** A value of the pack's list of worries; `other` when none fits. */
  readonly worry?: string
  readonly inDanger: boolean
  /** Posts whose holders it is about: they are kept out before anybody can look. */
  readonly aboutPosts?: readonly string[]
}

/**
 * Tells the school what monitoring software found. From here it is a concern like any other: those whom the policy names are
 * told, in danger those on call are called. Nobody waits for an answer. Run as the system.
 */
export async function tellByMonitoring(
  tx: Tx,
  actor: Actor,
  key: Buffer,
  alert: MonitoringAlert,
): Promise<{ id: string; fresh: boolean }> {
  if (actor.kind !== 'system') throw new TypeError('an alert comes from the software, not from a person')
  const once = createHmac('sha256', key).update(`alert:${alert.alertId}`).digest('hex').slice(0, 32)
  const receipt = receiptOf(key, once)
  const known = await findByReceipt(tx, key, receipt)
  if (known !== null) return { id: known, fresh: false }
  const { id } = await tellConcern(tx, actor, key, {
    schoolId: alert.schoolId,
    reporterKind: 'software',
    body: alert.body.slice(0, 8000),
    aboutKind: alert.worry ?? OTHER_WORRY,
    inDanger: alert.inDanger,
    wantsAnswer: false,
    aboutPosts: alert.aboutPosts ?? [],
    receipt,
    entered: { cameBy: 'monitoring', toldBy: '' },
  })
  return { id, fresh: true }
}
