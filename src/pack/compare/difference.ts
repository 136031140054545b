import type { Mark } from './mark-words.ts'

/** What kind of change it is; only wording, spelling, order, another id and a confirmed source can be a correction. */
export type Nature = 'wording' | 'name' | 'spelling' | 'order' | 'source' | 'rule'

/** One place of a construct that reads differently. */
export interface Difference {
  /** Where it stands within the construct, such as `items/#own_login/says`. */
  readonly path: string
  readonly says: string
  readonly nature: Nature
  /** For words: what went and what came. */
  readonly marks: readonly Mark[]
  readonly before?: string
  readonly after?: string
}
