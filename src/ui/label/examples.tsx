import type { Example } from '../example.ts'
import { Label } from './label.tsx'

/** The sizes of a label. */
export const examples: readonly Example[] = [
  {
    name: 'From small to extra large',
    node: (
      <>
        {(['s', 'm', 'l', 'xl'] as const).map((size) => (
          <Label size={size} for="full-name">
            Size {size}
          </Label>
        ))}
      </>
    ),
  },
]
