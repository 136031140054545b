import { say } from '#core/messages/say.ts'
import { Alert } from '#ui/alert/alert.tsx'
import { Button } from '#ui/button/button.tsx'
import { Section } from '#ui/layout/layout.tsx'
import { Page } from '#ui/page/page.tsx'
import { type HelpLine, ringable } from '../help-lines.ts'
import type { Teller } from '../tellers.ts'
import { audienceOf } from '../tellers.ts'
import { saysOf } from './danger-now.tsx'
import { FileForm } from './file-form.tsx'
import { HelpLines, HelpList } from './help-list.tsx'
import { ReadToMe } from './read-to-me.tsx'

export interface SentViewProps {
  readonly teller: Teller
  /** The receipt in groups; it is shown here and never again. */
  readonly receipt: string
  readonly inDanger: boolean
  readonly wantsAnswer: boolean
  readonly named: boolean
  readonly backHref: string
  /** Where a file goes, for those who may send one; undefined for children, who are never asked for one. */
  readonly fileAction?: string | null
  readonly lines: readonly HelpLine[]
}

/** It has arrived: the code to come back with, whom to call, what happens next. */
export function SentView(props: SentViewProps) {
  const easy = props.teller === 'young' || props.teller === 'middle'
  const young = props.teller === 'young'
  const title = say('en', young ? 'concern.sent.young.title' : 'concern.sent.title')
  // Whoever is in danger rings first; the code stands in view below, and who else helps comes after it.
  const first = props.inDanger ? ringable(props.lines) : []
  return (
    <Page title={title} audience={audienceOf(props.teller)} exit={say('en', 'concern.exit')}>
      {easy && <ReadToMe young={young} />}
      {props.inDanger && (
        <>
          <Alert voice="danger" title={say('en', 'concern.sent.danger.title')}>
            {say('en', easy ? saysOf(props.teller) : 'concern.sent.danger.says')}
          </Alert>
          <HelpLines lines={first} />
        </>
      )}
      <section class="kept-receipt" aria-labelledby="code">
        <h2 class="govuk-heading-m" id="code">
          {say('en', 'concern.sent.code')}
        </h2>
        <p class="kept-receipt__digits">{props.receipt}</p>
        <p>{say('en', codeSays(props.named, easy))}</p>
      </section>
      <Section id="next" title={say('en', 'concern.sent.next')} size="m">
        <ol class="kept-says">
          {nextOf(props, easy).map((says) => (
            <li>{says}</li>
          ))}
        </ol>
      </Section>
      {props.fileAction !== undefined && (
        <FileForm action={props.fileAction} receipt={props.named ? null : props.receipt} />
      )}
      <p>
        <Button href={props.backHref} variant="secondary">
          {say('en', props.named ? 'concern.sent.back.named' : 'concern.sent.back')}
        </Button>
      </p>
      <HelpList lines={props.lines.filter((line) => !first.includes(line))} />
    </Page>
  )
}

const codeSays = (named: boolean, easy: boolean) =>
  named
    ? easy
      ? ('concern.sent.code.named.easy' as const)
      : ('concern.sent.code.named' as const)
    : easy
      ? ('concern.sent.code.easy' as const)
      : ('concern.sent.code.says' as const)

function nextOf({ named, wantsAnswer }: SentViewProps, easy: boolean): string[] {
  const last = !wantsAnswer
    ? say('en', 'concern.sent.next.3.no_answer')
    : say('en', named ? 'concern.sent.next.3.named' : 'concern.sent.next.3')
  if (easy) return [say('en', 'concern.sent.easy.1'), say('en', 'concern.sent.easy.2'), last]
  return [say('en', 'concern.sent.next.1'), say('en', 'concern.sent.next.2'), last]
}
