import type { Example } from '../example.ts'
import { Tag } from './tag.tsx'

/** A word about a thing. */
export const examples: readonly Example[] = [
  { name: 'Plain', node: <Tag>Draft</Tag> },
  { name: 'In another colour', node: <Tag class="govuk-tag--grey">Superseded</Tag> },
]
