import type { Example } from '../example.ts'
import { CharacterCount } from './character-count.tsx'

/** A limit in characters, and one in words with too much typed. */
export const examples: readonly Example[] = [
  {
    name: 'A limit in characters',
    node: <CharacterCount name="count-note" label="What was done?" maxlength={400} rows={3} />,
  },
  {
    name: 'Only near the limit, with an error',
    node: (
      <CharacterCount
        name="count-words"
        label="In your own words"
        maxlength={5}
        countType="words"
        rows={2}
        value="One two three four five six"
        error="Use 5 words or fewer"
      />
    ),
  },
]
