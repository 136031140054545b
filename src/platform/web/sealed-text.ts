import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

/** Text that travels through a browser and comes back unread and unchanged (AES-256-GCM under our key). */
export interface SealedText {
  seal(value: unknown): string
  /** What was sealed, or null when it is not ours, was changed, or was sealed for another purpose. */
  open(text: string): unknown
}

export function openSealedText(key: Buffer, purpose: string): SealedText {
  return {
    seal(value) {
      const iv = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(purpose))
      const body = Buffer.concat([cipher.update(JSON.stringify(value), 'utf8'), cipher.final()])
      return Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64url')
    },
    open(text) {
      const bytes = Buffer.from(text, 'base64url')
      if (bytes.length < 29) return null
      try {
        const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12))
          .setAAD(Buffer.from(purpose))
          .setAuthTag(bytes.subarray(12, 28))
        return JSON.parse(Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8'))
      } catch {
        return null
      }
    },
  }
}
