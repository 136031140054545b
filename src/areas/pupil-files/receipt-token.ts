import { createHash, createHmac } from 'node:crypto'

interface Keys {
  derive(purpose: string): Buffer
}

/** The secret of a file's receipt: made from its id with a key that the database does not have, so that it can be shown again. */
export const receiptToken = (keys: Keys, id: string): string =>
  createHmac('sha256', keys.derive('pupil-files')).update(id).digest('hex').slice(0, 40)

/** What the database knows of a receipt. */
export const tokenHash = (token: string): Buffer => createHash('sha256').update(token).digest()
