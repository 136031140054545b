import type { Typed } from '#core/form.ts'
import { Button } from '#ui/button/button.tsx'
import { Form } from '#ui/form/form.tsx'
import { Page } from '#ui/page/page.tsx'
import { Textarea } from '#ui/textarea/textarea.tsx'
import type { ConcernFile } from '../lines.ts'
import { paths } from '../paths.ts'

export interface CloseViewProps {
  readonly concern: ConcernFile
  readonly typed: Typed
  readonly errors: Readonly<Record<string, string>>
}

/** Closing a concern that is no case, or answering whoever told what became one. */
export function CloseView({ concern, typed, errors }: CloseViewProps) {
  const ofCase = concern.state === 'incident'
  return (
    <Page
      title={ofCase ? 'Write the closing answer' : 'Close this concern'}
      lede={
        ofCase
          ? 'The case is closed. Whoever told us reads how it ended, and can still write.'
          : 'When it needs no case, or has been settled otherwise.'
      }
      errors={errors}
      back={{ href: paths.show.to(concern.id), text: 'Back to the concern' }}
    >
      <Form>
        <section class="kept-inside" aria-labelledby="inside">
          <h2 class="govuk-heading-m" id="inside">
            For the file
          </h2>
          <Textarea
            name="reason"
            label={ofCase ? 'How it ended' : 'Why can it be closed?'}
            labelSize="s"
            hint="The reporter never sees this."
            rows={4}
            value={typed.reason}
            error={errors.reason}
          />
        </section>
        <section class="kept-aloud" aria-labelledby="aloud">
          <h2 class="govuk-heading-m" id="aloud">
            For the person who told us
          </h2>
          <Textarea
            name="answer"
            label={concern.wantsAnswer ? 'Your answer' : 'Your answer (they said that they need none)'}
            labelSize="s"
            hint="Say that it was read and what happens now. Say nothing about anybody else."
            rows={4}
            value={typed.answer}
            error={errors.answer}
          />
        </section>
        <Button preventDoubleClick>Send the answer and close</Button>
      </Form>
    </Page>
  )
}
