import type { Example } from '../example.ts'
import { KnownNames, NameInput } from './name-input.tsx'

/** With the names that it offers, and with an error. */
export const examples: readonly Example[] = [
  {
    name: 'With names to choose from',
    node: (
      <>
        <NameInput name="who" label="Whom is it for?" hint="Choose from the names that appear as you type." />
        <KnownNames names={['Asha Rowe, Year 5', 'Tom Bell, staff']} />
      </>
    ),
  },
  {
    name: 'With an error',
    node: <NameInput name="witness" label="Who was there?" labelSize="s" error="Choose one of the names" value="As" />,
  },
]
