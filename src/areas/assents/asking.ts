import type { Sort } from '#core/sort.ts'

/** How staff look at what is asked. */
export const views = ['all', 'unsigned', 'late', 'talk', 'back', 'signed'] as const
export type View = (typeof views)[number]

export interface AskingFilter {
  readonly view: View
  readonly assent: string | null
  readonly classId: string | null
  readonly words: string
  /** By family name unless told. */
  readonly sort?: Sort<'name' | 'due' | 'asked'> | undefined
  readonly page: number
  readonly size: number
}

/** One asking as the list of staff shows it. */
export interface AskingRow {
  readonly id: string
  readonly assent: string
  readonly aboutId: string
  readonly name: string
  readonly sortName: string
  readonly kind: string | null
  readonly year: number | null
  readonly className: string | null
  readonly state: string
  readonly askedAt: Temporal.Instant
  readonly dueAt: Temporal.Instant | null
  readonly lapsed: boolean
  readonly reminded: number
  readonly remindedAt: Temporal.Instant | null
  /** Whether one of those who are asked wants to talk first. */
  readonly talk: boolean
}

/** A class with how many of its pupils have signed what is asked about them. */
export interface ClassCount {
  readonly id: string
  readonly name: string
  readonly pupils: number
  readonly asked: number
  readonly signed: number
}
