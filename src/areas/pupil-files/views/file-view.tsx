import { sayFullDate, sayInstant } from '#core/calendar/say-date.ts'
import type { Typed } from '#core/form.ts'
import { Button } from '#ui/button/button.tsx'
import { Card } from '#ui/card/card.tsx'
import { Form } from '#ui/form/form.tsx'
import { Input } from '#ui/input/input.tsx'
import { Page } from '#ui/page/page.tsx'
import { Radios } from '#ui/radios/radios.tsx'
import { SummaryList } from '#ui/summary-list/summary-list.tsx'
import { Textarea } from '#ui/textarea/textarea.tsx'
import { paths } from '../paths.ts'
import type { ShownFile } from '../shown-file.ts'
import { Make } from './make-view.tsx'

/** A file of the evidence as its page offers it. */
export interface EvidenceLine {
  readonly id: string
  readonly what: string
  readonly taken: Temporal.Instant
  readonly content: object | null
  readonly stays: string | null
  readonly href: string
}

export interface FileProps {
  readonly file: ShownFile
  /** Where the other school confirms, once it was sent. */
  readonly receiptHref: string | null
  /** What there is in evidence with a file, and what stays behind. */
  readonly evidence: readonly EvidenceLine[]
  readonly typed: Typed
  readonly errors: Readonly<Record<string, string>>
  readonly now: Temporal.Instant
  readonly zone: string
}

const HOW: Readonly<Record<string, string>> = {
  secure_mail: 'by secure mail',
  by_hand: 'by hand',
  signed_post: 'by post that is signed for',
  link: 'by its link',
  paper: 'on paper',
  here: 'here',
}

/** The file of one pupil who moves: how far it is, and what comes next. */
export function FileView(props: FileProps) {
  const { file, receiptHref, now, zone } = props
  const when = (at: Temporal.Instant) => sayInstant(at, now, zone)
  return (
    <Page
      title={`File of ${file.pupil}`}
      errors={props.errors}
      back={{ href: paths.all.to(), text: 'Files of pupils who move' }}
    >
      <SummaryList
        rows={[
          { key: file.way === 'out' ? 'Moves to' : 'Comes from', value: file.schoolName },
          { key: file.way === 'out' ? 'Last day here' : 'First day here', value: sayFullDate(file.movedOn) },
          { key: file.way === 'out' ? 'Has to be there by' : 'Has to be here by', value: when(file.dueAt) },
          file.asked !== null && { key: 'Asked for', value: `${when(file.asked.at)} by ${file.asked.by}` },
          file.sent !== null && {
            key: 'Sent',
            value: `${when(file.sent.at)} by ${file.sent.by}, ${HOW[file.sent.how] ?? ''}, to ${file.receiver ?? ''}`,
          },
          file.received !== null && {
            key: 'Received',
            value: `${when(file.received.at)}, confirmed by ${file.received.by} ${HOW[file.received.how] ?? ''}`,
          },
          file.noneReason !== null && { key: 'There is none', value: file.noneReason },
          file.sha256 !== null && {
            key: 'Fingerprint of what was made',
            value: <code class="kept-break">{file.sha256}</code>,
          },
          receiptHref !== null && { key: 'Link for the receipt', value: <span class="kept-break">{receiptHref}</span> },
        ]}
      />
      {!file.over && <Next {...props} />}
    </Page>
  )
}

function Next(props: FileProps) {
  const { file } = props
  return (
    <>
      {file.way === 'out' && file.sent === null && <Make {...props} />}
      {file.way === 'out' && file.sent === null && <Send {...props} />}
      {file.way === 'in' && file.asked === null && (
        <Card title="Ask their last school" size="m">
          <Form>
            <input type="hidden" name="does" value="asked" />
            <Button preventDoubleClick>I have asked for it</Button>
          </Form>
        </Card>
      )}
      {(file.way === 'in' || file.sent !== null) && <Receipt {...props} />}
      {(file.way === 'in' || file.sent === null) && <None {...props} />}
    </>
  )
}

function Send({ file, typed, errors }: FileProps) {
  return (
    <Card title="Send it" size="m">
      <p class="govuk-body">
        Send it apart from the main file, with the link for the receipt that stands here afterwards. Tell the password
        by telephone.
      </p>
      <Form>
        <input type="hidden" name="does" value="sent" />
        <Input
          name="receiver"
          label="Who receives it?"
          labelSize="s"
          hint="Name and post, for instance the designated safeguarding lead"
          value={typed.receiver ?? file.receiver ?? ''}
          error={errors.receiver}
        />
        <Radios
          name="how"
          legend="How does it go?"
          legendSize="s"
          options={[
            { value: 'secure_mail', text: 'Secure mail' },
            { value: 'by_hand', text: 'By hand' },
            { value: 'signed_post', text: 'Post that is signed for' },
          ]}
          value={typed.how}
          error={errors.how}
        />
        <Button preventDoubleClick>It was sent</Button>
      </Form>
    </Card>
  )
}

function Receipt({ file, typed, errors }: FileProps) {
  const out = file.way === 'out'
  return (
    <Card title={out ? 'They signed on paper' : 'It is here'} size="m">
      <Form>
        <input type="hidden" name="does" value="received" />
        <Input
          name="by"
          label={out ? 'Who signed the receipt?' : 'Who received it?'}
          labelSize="s"
          value={typed.by}
          error={errors.by}
          autocomplete="off"
        />
        <Button variant="secondary" preventDoubleClick>
          Note the receipt
        </Button>
      </Form>
    </Card>
  )
}

function None({ typed, errors }: FileProps) {
  return (
    <Card title="There is none" size="m">
      <Form>
        <input type="hidden" name="does" value="none" />
        <Textarea
          name="reason"
          label="How do you know?"
          labelSize="s"
          value={typed.reason}
          error={errors.reason}
          rows={3}
        />
        <Button variant="secondary" preventDoubleClick>
          There is no file
        </Button>
      </Form>
    </Card>
  )
}
