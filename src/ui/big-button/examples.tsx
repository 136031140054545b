import type { Example } from '../example.ts'
import { BigButton } from './big-button.tsx'

/** On, and the way to a grown-up. */
export const examples: readonly Example[] = [
  { name: 'On', node: <BigButton icon="arrow">Next</BigButton> },
  {
    name: 'The way to a grown-up',
    node: (
      <BigButton href="#big-button" help icon="hand">
        I need a grown-up now
      </BigButton>
    ),
  },
]
