import { sayInstant } from '#core/calendar/say-date.ts'
import type { Typed } from '#core/form.ts'
import { say } from '#core/messages/say.ts'
import { Alert } from '#ui/alert/alert.tsx'
import { Form } from '#ui/form/form.tsx'
import { Page } from '#ui/page/page.tsx'
import { Textarea } from '#ui/textarea/textarea.tsx'
import type { Conversation } from '../conversation.ts'
import { FileForm } from './file-form.tsx'
import { ReadToMe } from './read-to-me.tsx'

export interface TalkViewProps {
  readonly conversation: Conversation
  readonly action: string
  /** The receipt travels in the form: it is in no address, no cookie and no history. */
  readonly receipt: string | null
  readonly backHref: string | null
  readonly sent: boolean
  /** Where a file goes; null where none may come, undefined for children, who are never asked for one. */
  readonly fileAction: string | null | undefined
  readonly typed: Typed
  readonly errors: Readonly<Record<string, string>>
  readonly now: Temporal.Instant
  readonly zone: string
}

/** The conversation as the person who told us reads it. */
export function TalkView(props: TalkViewProps) {
  const { conversation } = props
  return (
    <Page
      title={say('en', 'concern.talk.title')}
      lede={say('en', statusOf(conversation))}
      audience="public"
      exit={say('en', 'concern.exit')}
      back={props.backHref ?? undefined}
      errors={props.errors}
    >
      {props.sent && <Alert voice="calm" title={say('en', 'concern.talk.sent')} />}
      <ReadToMe />
      <ol class="kept-talk">
        <Said who={say('en', 'concern.talk.you')} at={conversation.toldAt} body={conversation.body} mine {...props} />
        {conversation.messages.map((message) => (
          <Said
            who={say(
              'en',
              message.from === 'reporter'
                ? 'concern.talk.you'
                : message.from === 'software'
                  ? 'concern.talk.software'
                  : 'concern.talk.school',
            )}
            at={message.at}
            body={message.body}
            mine={message.from === 'reporter'}
            {...props}
          />
        ))}
      </ol>
      {!conversation.messages.some((message) => message.from === 'school') && (
        <p class="kept-meta">{say('en', 'concern.talk.none')}</p>
      )}
      <Form action={props.action}>
        {props.receipt !== null && <input type="hidden" name="receipt" value={props.receipt} />}
        <Textarea
          name="message"
          label={say('en', 'concern.talk.write')}
          labelSize="m"
          hint={say('en', 'concern.talk.write.hint')}
          rows={4}
          value={props.typed.message}
          error={props.errors.message}
        />
        <button class="kept-big" type="submit" data-prevent-double-click="true" data-module="govuk-button">
          {say('en', 'concern.talk.send')}
        </button>
      </Form>
      {props.fileAction !== undefined && (
        <FileForm action={props.fileAction} receipt={props.receipt} error={props.errors.file} />
      )}
    </Page>
  )
}

const statusOf = ({ state, read }: Conversation) =>
  state === 'new' && read ? ('concern.talk.status.read' as const) : (`concern.talk.status.${state}` as const)

interface SaidProps {
  readonly who: string
  readonly at: Temporal.Instant
  readonly body: string
  readonly mine: boolean
  readonly now: Temporal.Instant
  readonly zone: string
}

function Said({ who, at, body, mine, now, zone }: SaidProps) {
  return (
    <li class={mine ? 'kept-talk__mine' : 'kept-talk__theirs'}>
      <p class="kept-meta">
        {who}, <time datetime={at.toString()}>{sayInstant(at, now, zone)}</time>
      </p>
      <p class="kept-pre">{body}</p>
    </li>
  )
}
