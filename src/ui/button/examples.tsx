import type { Example } from '../example.ts'
import { Button, ButtonGroup } from './button.tsx'
import { PrintButton } from './print-button.tsx'

/** Every kind of button. */
export const examples: readonly Example[] = [
  {
    name: 'In a group',
    node: (
      <ButtonGroup>
        <Button>Answer and go on</Button>
        <Button variant="secondary">Save for later</Button>
        <a class="govuk-link" href="#button">
          Not now
        </a>
      </ButtonGroup>
    ),
  },
  { name: 'Something that cannot be undone', node: <Button variant="warning">Void this record</Button> },
  {
    name: 'The start of something',
    node: (
      <Button href="#button" start>
        Report a concern
      </Button>
    ),
  },
  {
    name: 'Small, on dense pages',
    node: (
      <Button variant="secondary" small>
        Get as CSV
      </Button>
    ),
  },
  { name: 'For a page that is printed', node: <PrintButton>Print this page</PrintButton> },
  { name: 'Not now', node: <Button disabled>Publish</Button> },
]
