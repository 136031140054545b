import { sayInstant } from '#core/calendar/say-date.ts'
import { Alert } from '#ui/alert/alert.tsx'
import { Button } from '#ui/button/button.tsx'
import { Card } from '#ui/card/card.tsx'
import { Form } from '#ui/form/form.tsx'
import { Section } from '#ui/layout/layout.tsx'
import { Page } from '#ui/page/page.tsx'
import type { HelpLine } from '../help-lines.ts'
import type { ConcernFile } from '../lines.ts'
import { paths } from '../paths.ts'
import { sayReporter } from '../say-concern.ts'
import { HelpLines } from './help-list.tsx'

export interface CalledLine {
  readonly who: string
  readonly post: string
  readonly at: Temporal.Instant
}

interface CallViewProps {
  readonly concern: ConcernFile
  readonly worry: string
  readonly lines: readonly HelpLine[]
  readonly calls: readonly CalledLine[]
  readonly mine: boolean
  readonly now: Temporal.Instant
  readonly zone: string
}

/** You are called: take it, or know who has. */
export function CallView(props: CallViewProps) {
  const { concern, lines, now, zone } = props
  return (
    <Page title="Somebody may be in danger now" back={paths.list.to()}>
      <Taking {...props} />
      <Card title={props.worry || 'What we were told'} size="m">
        <p class="kept-told kept-pre">{concern.body}</p>
        <p class="kept-meta kept-gap-top-s">
          {concern.reporter ?? sayReporter(concern.reporterKind, false)}, {sayInstant(concern.toldAt, now, zone)}
        </p>
      </Card>
      <Section id="ring" title="Ring first, if somebody is in danger" size="m">
        <HelpLines lines={lines} />
      </Section>
      <Calls {...props} />
    </Page>
  )
}

function Taking({ concern, mine }: CallViewProps) {
  if (mine)
    return (
      <Alert voice="calm" title="You have taken it">
        Nobody else is called any more. <a href={paths.show.to(concern.id)}>Go on with it</a>
      </Alert>
    )
  if (concern.state !== 'new')
    return (
      <Alert voice="calm" title={concern.takenBy === null ? 'It is dealt with' : `${concern.takenBy} has taken it`}>
        Nobody else is called any more. <a href={paths.show.to(concern.id)}>Read it</a>
      </Alert>
    )
  return (
    <Alert
      voice="danger"
      title="Nobody has taken it yet"
      action={
        <Form action={paths.take.to(concern.id)}>
          <Button preventDoubleClick>I take it</Button>
        </Form>
      }
    >
      Whoever takes it looks after the child now. Until somebody does, the next of you is called.
    </Alert>
  )
}

/** Who was called, in the order of the calls. */
export function Calls({ calls, now, zone }: Pick<CallViewProps, 'calls' | 'now' | 'zone'>) {
  if (calls.length === 0) return null
  return (
    <Section id="called" title="Who was called" size="m">
      <ol class="govuk-list govuk-list--number govuk-body-s">
        {calls.map((call) => (
          <li>
            {call.who} ({call.post}), <time datetime={call.at.toString()}>{sayInstant(call.at, now, zone)}</time>
          </li>
        ))}
      </ol>
    </Section>
  )
}
