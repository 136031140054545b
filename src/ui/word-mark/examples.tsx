import type { Example } from '../example.ts'
import { WordMark } from './word-mark.tsx'

/** In ink; in the header it is white with a marigold tick. */
export const examples: readonly Example[] = [
  {
    name: 'On paper',
    node: (
      <span class="kept-mark kept-mark--paper">
        <WordMark />
      </span>
    ),
  },
]
