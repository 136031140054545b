import type { Typed } from '#core/form.ts'
import { say } from '#core/messages/say.ts'
import { Alert } from '#ui/alert/alert.tsx'
import { Button } from '#ui/button/button.tsx'
import { Form } from '#ui/form/form.tsx'
import { Input } from '#ui/input/input.tsx'
import { Page } from '#ui/page/page.tsx'
import { Radios } from '#ui/radios/radios.tsx'
import { Select } from '#ui/select/select.tsx'
import { Textarea } from '#ui/textarea/textarea.tsx'
import { TOLD_BY, WAYS } from '../entry-form.ts'
import type { HelpLine } from '../help-lines.ts'
import { paths } from '../paths.ts'
import { HelpList } from './help-list.tsx'
import type { TellProps } from './tell-parts.tsx'
import { AboutPostsField, DangerField, SchoolField } from './tell-parts.tsx'

interface EntryViewProps extends Pick<TellProps, 'worries' | 'schools' | 'posts' | 'lines'> {
  readonly typed: Typed
  readonly errors: Readonly<Record<string, string>>
  readonly once: string
}

/** Writing down what somebody told, in their words. */
export function EntryView(props: EntryViewProps) {
  const { typed, errors } = props
  return (
    <Page
      title="Write down what somebody told you"
      lede="Use their words. You will not see it again unless you look after concerns; they can come back with a code."
      back={paths.tell.to()}
      errors={errors}
    >
      <Form action={paths.tellFor.to()}>
        <input type="hidden" name="once" value={props.once} />
        <Radios
          name="came"
          legend="How did they tell you?"
          legendSize="m"
          options={WAYS}
          value={typed.came}
          error={errors.came}
        />
        <Radios
          name="kind"
          legend="Who told you?"
          legendSize="m"
          options={TOLD_BY}
          value={typed.kind}
          error={errors.kind}
        />
        <Input
          name="told_by"
          label="Their name, and how to reach them (optional)"
          labelSize="m"
          hint="Only if they are happy to give it. It stands apart from what they said."
          autocomplete="off"
          value={typed.told_by}
          error={errors.told_by}
        />
        <Textarea
          name="what"
          label="What did they say?"
          labelSize="m"
          rows={6}
          value={typed.what}
          error={errors.what}
        />
        <Select
          name="about"
          label="What is it about?"
          labelSize="m"
          options={[{ value: '', text: 'Choose' }, ...props.worries.map(({ id, text }) => ({ value: id, text }))]}
          value={typed.about}
          error={errors.about}
        />
        <SchoolField {...props} />
        <DangerField {...props} teller="staff" />
        <AboutPostsField {...props} />
        <Radios
          name="answer"
          legend="Do they want an answer?"
          legendSize="m"
          options={[
            { value: 'yes', text: 'Yes', hint: 'You get a code to hand on to them.' },
            { value: 'no', text: 'No' },
          ]}
          value={typed.answer}
          error={errors.answer}
        />
        <Button preventDoubleClick>Send it</Button>
      </Form>
      <HelpList lines={props.lines} title="Who else can help them" />
    </Page>
  )
}

interface EnteredViewProps {
  readonly receipt: string
  readonly inDanger: boolean
  readonly backUrl: string
  readonly lines: readonly HelpLine[]
}

/** It has arrived: the code to hand on, and what must not wait. */
export function EnteredView({ receipt, inDanger, backUrl, lines }: EnteredViewProps) {
  return (
    <Page title="It has arrived" lede="Hand this code on to whoever told you. It is shown only here.">
      {inDanger && (
        <Alert voice="danger" title={say('en', 'concern.sent.danger.title')}>
          Those on call are being called now, one after the other. Stay with the child until somebody comes.
        </Alert>
      )}
      <section class="kept-receipt" aria-labelledby="code">
        <h2 class="govuk-heading-m" id="code">
          Their code
        </h2>
        <p class="kept-receipt__digits">{receipt}</p>
        <p>They read our answer and write more at {backUrl}</p>
      </section>
      <p>
        <Button href="/" variant="secondary">
          Back to my work
        </Button>
      </p>
      <HelpList lines={lines} title="Who else can help them" />
    </Page>
  )
}
