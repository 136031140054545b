import { Button } from '../button/button.tsx'
import type { Example } from '../example.ts'
import { EmptyState } from './empty-state.tsx'

/** Says what will appear, and how to begin. */
export const examples: readonly Example[] = [
  {
    name: 'With a way to begin',
    node: (
      <EmptyState
        headingLevel={3}
        title="No video conferences this term"
        action={<Button href="#empty-state">Ask to hold one</Button>}
      >
        When somebody asks to hold one, it appears here with its date, the people in it and whose consent is missing.
      </EmptyState>
    ),
  },
]
