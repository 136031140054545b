import type { FaceName } from '#pack/types/party.ts'

/** Somebody whom the reporter may choose to tell; the picture is for small children. */
export interface WhomToTell {
  readonly value: string
  readonly text: string
  readonly picture: FaceName
}

/** What a worry gives occasion to ask beyond what everybody is asked. */
export interface MoreToAsk {
  /** The question whether it was by accident, in the words of the pack; null when it is not asked. */
  readonly accident: string | null
  /** Whom the reporter may choose to tell; empty when the policy leaves no choice. */
  readonly whom: readonly WhomToTell[]
}

/** For a page that asks nothing more. */
export const NOTHING_MORE: MoreToAsk = { accident: null, whom: [] }
