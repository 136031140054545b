import { Button } from '../button/button.tsx'
import type { Example } from '../example.ts'
import { Alert } from './alert.tsx'

/** The four voices of an alert. */
export const examples: readonly Example[] = [
  {
    name: 'Somebody is in danger now',
    node: (
      <Alert
        id="alert-danger"
        voice="danger"
        headingLevel={3}
        title="Somebody is in danger now"
        action={
          <Button href="#alert" variant="warning">
            Take it
          </Button>
        }
      >
        Call the police first. Then take this concern: three people have been alerted.
      </Alert>
    ),
  },
  {
    name: 'Something waits',
    node: (
      <Alert
        id="alert-notice"
        headingLevel={3}
        title="A concern is waiting"
        action={<Button href="#alert">Take it</Button>}
      >
        Told 24 minutes ago. Nobody has taken it yet.
      </Alert>
    ),
  },
  {
    name: 'Good news, calmly',
    node: (
      <Alert
        id="alert-calm"
        voice="calm"
        headingLevel={3}
        title="Import finished"
        action={
          <a class="kept-link" href="#alert">
            See the two rows
          </a>
        }
      >
        1,204 people, 12 joiners, 9 leavers. Two rows need you.
      </Alert>
    ),
  },
  {
    name: 'A wall that stays',
    node: (
      <Alert id="alert-wall" voice="wall" headingLevel={3} title="No files in this case">
        It may involve indecent images of a child. Nobody views, copies or uploads anything. Describe, seal the device,
        call the police.
      </Alert>
    ),
  },
]
