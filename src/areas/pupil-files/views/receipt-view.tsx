import { sayFullInstant } from '#core/calendar/say-date.ts'
import type { Typed } from '#core/form.ts'
import { Button } from '#ui/button/button.tsx'
import { Form } from '#ui/form/form.tsx'
import { Input } from '#ui/input/input.tsx'
import { Page } from '#ui/page/page.tsx'

interface ReceiptProps {
  readonly school: string
  readonly sentAt: Temporal.Instant
  readonly confirmed: boolean
  readonly typed: Typed
  readonly errors: Readonly<Record<string, string>>
  readonly zone: string
}

/** What the other school sees: that a file was sent, and a button to confirm that it is there. No name of a pupil. */
export function ReceiptView({ school, sentAt, confirmed, typed, errors, zone }: ReceiptProps) {
  const title = confirmed ? 'Thank you, the receipt is noted' : 'Have you received the file?'
  return (
    <Page
      title={title}
      errors={errors}
      lede={`${school} sent you the file of a pupil on ${sayFullInstant(sentAt, zone)}. Keep it apart from the main pupil file.`}
    >
      {!confirmed && (
        <Form>
          <Input
            name="by"
            label="Your name, post and school"
            hint="For instance: A. Brown, designated safeguarding lead, Hilltop School"
            value={typed.by}
            error={errors.by}
          />
          <Button preventDoubleClick>We have received it</Button>
        </Form>
      )}
    </Page>
  )
}
