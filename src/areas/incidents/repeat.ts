/** A pupil who is in several cases within the time, with the cases that whoever looks may read. */
export interface Repeat {
  readonly personId: string
  readonly name: string
  readonly cases: readonly { readonly id: string; readonly reference: string; readonly part: string }[]
}
