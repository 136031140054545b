import { sql } from 'kysely'
import type { Tx } from '#platform/database/tx.ts'
import { receiptHmac } from '../receipt.ts'

/** The concern that a receipt opens in this organisation, or null. */
export async function findByReceipt(tx: Tx, key: Buffer, receipt: string): Promise<string | null> {
  const { rows } = await sql<{ id: string | null }>`
    select app.concern_by_receipt(${receiptHmac(key, receipt)}) as id`.execute(tx)
  return rows[0]?.id ?? null
}
