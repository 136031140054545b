import { createHmac, randomBytes, randomInt } from 'node:crypto'

const DIGITS = 16

/** A new receipt: sixteen digits that open one concern and say nothing about who told it. */
export const newReceipt = (): string => Array.from({ length: DIGITS }, () => randomInt(10)).join('')

/** A receipt as people write it, with or without spaces and hyphens; null when it is none. */
export function readReceipt(typed: string): string | null {
  const digits = typed.replaceAll(/[\s\-–.]/g, '')
  return /^\d{16}$/.test(digits) ? digits : null
}

/** A receipt as a person reads it: 1234 5678 9012 3456. */
export const sayReceipt = (receipt: string): string => (receipt.match(/.{4}/g) ?? []).join(' ')

/** What is stored of a receipt. The key is outside the database, so that nobody who reads the database can try them all. */
export const receiptHmac = (key: Buffer, receipt: string): Buffer => createHmac('sha256', key).update(receipt).digest()

/** The key of the receipts: derived from the key file, so that it is in no database and in no backup. */
export const receiptKey = (keys: { derive(purpose: string): Buffer }): Buffer => keys.derive('concern-receipts')

/** A number for one form: sent twice, the form still makes one concern. It is stored nowhere. */
export const newOnce = (): string => randomBytes(16).toString('hex')

/** The receipt of the form with this number. Without the key nobody can work it out. */
export function receiptOf(key: Buffer, once: string): string {
  const number = createHmac('sha256', key).update(`once:${once}`).digest().readBigUInt64BE()
  return String(number % 10n ** BigInt(DIGITS)).padStart(DIGITS, '0')
}
