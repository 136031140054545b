/** Errors that a page can explain. Everything else is a fault of ours and becomes the 500 page. */

/** The thing does not exist, or this actor may not know that it does. Becomes 404. */
export class NotFound extends Error {
  override readonly name = 'NotFound'
  readonly code: string
  constructor(code: string) {
    super(code)
    this.code = code
  }
}

/** The actor is known and the answer is no. Becomes 403. */
export class Forbidden extends Error {
  override readonly name = 'Forbidden'
  readonly code: string
  constructor(code: string) {
    super(code)
    this.code = code
  }
}

/** Where somebody can go on after a refusal. */
export interface GoOn {
  readonly href: string
  readonly text: string
}

/** The state of things does not allow it (closed already, changed by somebody else). Becomes 409. */
export class Refused extends Error {
  override readonly name = 'Refused'
  readonly code: string
  /** A sentence for the page, in plain words. */
  readonly says: string | undefined
  /** The page where it can be put right, when there is one. */
  readonly goOn: GoOn | undefined
  constructor(code: string, says?: string, goOn?: GoOn) {
    super(says ?? code)
    this.code = code
    this.says = says
    this.goOn = goOn
  }
}

/** What was sent cannot be read at all: not a wrong answer in a form, which is a value. Becomes 400. */
export class BadInput extends Error {
  override readonly name = 'BadInput'
  readonly code: string
  constructor(code: string, says?: string) {
    super(says ?? code)
    this.code = code
  }
}

/** A fault with one clear line for the person at the terminal; the program prints it and exits with status 1. */
export class Halt extends Error {
  override readonly name = 'Halt'
}
