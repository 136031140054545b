import { sayInstant } from '#core/calendar/say-date.ts'
import { Button } from '#ui/button/button.tsx'
import { Form } from '#ui/form/form.tsx'
import { Icon } from '#ui/icon/icon.tsx'
import { Textarea } from '#ui/textarea/textarea.tsx'
import { paths } from '../paths.ts'
import type { ShowViewProps } from './show-view.tsx'

/** The conversation with the person who told us, in the colour of what goes out. */
export function Conversation({ concern, typed, errors, now, zone }: ShowViewProps) {
  return (
    <section class="kept-aloud" id="conversation" aria-labelledby="conversation-title">
      <h2 class="govuk-heading-m" id="conversation-title">
        <Icon name="chat" /> With the person who told us
      </h2>
      <p class="kept-meta">
        They read this with their code or when they sign in. They do not see which of you wrote it.
      </p>
      <ol class="kept-talk">
        {concern.messages.map((message) => (
          <li class={message.from === 'reporter' ? 'kept-talk__theirs' : 'kept-talk__mine'}>
            <p class="kept-meta">
              {message.from === 'reporter'
                ? 'They wrote'
                : message.from === 'software'
                  ? 'Automatic answer'
                  : `${message.who ?? 'Somebody'} wrote`}
              , <time datetime={message.at.toString()}>{sayInstant(message.at, now, zone)}</time>
            </p>
            <p class="kept-pre">{message.body}</p>
          </li>
        ))}
      </ol>
      <Form action={paths.reply.to(concern.id)}>
        <Textarea
          name="reply"
          label="Write to the person who told us"
          labelSize="s"
          hint="Plain words. Nothing about anybody else."
          rows={3}
          value={typed.reply}
          error={errors.reply}
        />
        <Button preventDoubleClick>Send to the reporter</Button>
      </Form>
    </section>
  )
}

/** Notes between handlers, apart in place, colour and button: a note can never be sent. */
export function Notes({ concern, typed, errors, now, zone }: ShowViewProps) {
  return (
    <section class="kept-inside" id="notes" aria-labelledby="notes-title">
      <h2 class="govuk-heading-m" id="notes-title">
        <Icon name="lock" /> Between you who look after it
      </h2>
      <p class="kept-meta">The reporter never sees these, and nothing here can be sent.</p>
      {concern.notes.length > 0 && (
        <ol class="kept-talk">
          {concern.notes.map((note) => (
            <li>
              <p class="kept-meta">
                {note.who}, <time datetime={note.at.toString()}>{sayInstant(note.at, now, zone)}</time>
              </p>
              <p class="kept-pre">{note.body}</p>
            </li>
          ))}
        </ol>
      )}
      <Form action={paths.note.to(concern.id)}>
        <Textarea
          name="note"
          label="A note for the others"
          labelSize="s"
          rows={3}
          value={typed.note}
          error={errors.note}
        />
        <Button variant="secondary" preventDoubleClick>
          Keep this note
        </Button>
      </Form>
    </section>
  )
}
