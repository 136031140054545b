import { Alert } from '#ui/alert/alert.tsx'
import { Button } from '#ui/button/button.tsx'
import { Form } from '#ui/form/form.tsx'
import { NextStep } from '#ui/next-step/next-step.tsx'
import { paths } from '../paths.ts'
import type { ShowViewProps } from './show-view.tsx'

type Props = Pick<ShowViewProps, 'concern' | 'mine'>

/** What is to be done with a concern now. */
export function Next(props: Props) {
  const { concern } = props
  if (concern.state === 'closed') return <Closed {...props} />
  if (concern.state === 'incident') return <OfCase {...props} />
  return <Open {...props} />
}

function Closed({ concern }: Props) {
  return (
    <Alert
      voice="calm"
      title="This concern is closed"
      action={
        <Form action={paths.again.to(concern.id)}>
          <Button variant="secondary" small preventDoubleClick>
            Take it up again
          </Button>
        </Form>
      }
    >
      {concern.closingReason}
    </Alert>
  )
}

function OfCase({ concern }: Props) {
  const owed = concern.caseOver && !concern.finished && concern.wantsAnswer
  return (
    <NextStep
      title={
        owed
          ? 'The case is closed. Now the answer to whoever told us'
          : concern.caseOver
            ? 'A case was opened from this, and is closed'
            : 'A case was opened from this'
      }
      actions={
        <>
          {owed && <Button href={paths.close.to(concern.id)}>Write the closing answer</Button>}
          {concern.recordId !== null && (
            <Button href={`/incidents/${concern.recordId}`} variant={owed ? 'secondary' : undefined}>
              Go to the case
            </Button>
          )}
        </>
      }
    >
      {owed
        ? 'They read that the school has finished the case, and wait to hear how it ended.'
        : concern.finished
          ? 'Whoever told us reads that the school has finished with it. They can still write.'
          : 'The conversation with the reporter goes on here.'}
    </NextStep>
  )
}

function Open({ concern, mine }: Props) {
  const decide = (
    <>
      <Button href={`/incidents/new?concern=${concern.id}`} variant={mine ? undefined : 'secondary'}>
        Open a case
      </Button>
      <Button href={paths.close.to(concern.id)} variant="secondary">
        Close it
      </Button>
    </>
  )
  if (mine)
    return (
      <NextStep title="You have taken it. What is it?" actions={decide}>
        Open a case when the policy’s charts apply. Close it with a reason when they do not.
      </NextStep>
    )
  return (
    <NextStep
      title={concern.takenBy === null ? 'Nobody has taken it yet' : `${concern.takenBy} has taken it`}
      actions={
        <>
          <Form action={paths.take.to(concern.id)}>
            <Button preventDoubleClick variant={concern.takenBy === null ? undefined : 'secondary'}>
              {concern.takenBy === null ? 'Take it' : 'Take it over'}
            </Button>
          </Form>
          {decide}
        </>
      }
    >
      Whoever takes it looks after it. The others see who that is.
    </NextStep>
  )
}
