/** More bytes than allowed came in; the upload was stopped and nothing was kept. Becomes 413. */
export class TooLarge extends Error {
  override readonly name = 'TooLarge'
  readonly code = 'file.too.large'
  readonly statusCode = 413
  readonly maxBytes: number
  constructor(maxBytes: number) {
    super(`more than ${maxBytes} bytes`)
    this.maxBytes = maxBytes
  }
}

/** The stored bytes are not what was put in, or the key is not the one that locked them. Nothing of it is served. */
export class FileDamaged extends Error {
  override readonly name = 'FileDamaged'
  readonly code = 'file.damaged'
}
