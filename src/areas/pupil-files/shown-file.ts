import type { PupilFile } from './queries/list-files.ts'

/** A file as its page shows it. */
export type ShownFile = PupilFile & {
  /** Nothing more has to be done. */
  readonly over: boolean
}
