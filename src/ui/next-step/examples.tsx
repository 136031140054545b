import { Button } from '../button/button.tsx'
import { ClauseChip } from '../clause-chip/clause-chip.tsx'
import type { Example } from '../example.ts'
import { NextStep } from './next-step.tsx'

/** The one thing to do next. */
export const examples: readonly Example[] = [
  {
    name: 'Your step',
    node: (
      <NextStep
        id="next-example"
        title="Your step: choose sanctions, support or both"
        actions={
          <>
            <Button href="#next-step">Go to this step</Button>
            <span>
              By <strong>16:00 today</strong>, 1 hour 28 minutes left
            </span>
            <ClauseChip clause="L-267" href="#next-step" />
          </>
        }
      >
        You propose, Moira Tolland decides.
      </NextStep>
    ),
  },
]
