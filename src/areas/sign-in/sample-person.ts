/** Somebody of the sample, for the page on which one signs in as them. */
export interface SamplePerson {
  readonly personId: string
  readonly name: string
  readonly group: SampleGroup
  readonly about: string
}

/** The groups of that page, in its order. */
export const SAMPLE_GROUPS = ['post', 'staff', 'governor', 'parent', 'pupil', 'visitor'] as const
export type SampleGroup = (typeof SAMPLE_GROUPS)[number]
