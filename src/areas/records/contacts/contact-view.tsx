import type { Typed } from '#core/form.ts'
import { Button } from '#ui/button/button.tsx'
import { Card } from '#ui/card/card.tsx'
import { Form } from '#ui/form/form.tsx'
import { Page } from '#ui/page/page.tsx'
import { Radios } from '#ui/radios/radios.tsx'
import { Textarea } from '#ui/textarea/textarea.tsx'
import type { RecordHome } from '../home.ts'
import type { Case } from '../queries/read-case.ts'
import type { Contact } from './contact.ts'
import { asksOf, sayTelling } from './party-asks.ts'
import { SaidFields } from './said-fields.tsx'
import { sayContact } from './say-contact.ts'
import { HowFields } from './told-view.tsx'

export interface ContactViewProps {
  readonly home: RecordHome
  readonly one: Case
  readonly contact: Contact
  readonly names: ReadonlyMap<string, string>
  readonly zone: string
  readonly typed: Typed
  readonly errors: Readonly<Record<string, string>>
}

/** One contact with everything that followed, and a place for their answer. */
export function ContactView(props: ContactViewProps) {
  const { home, one, contact, names, zone, typed, errors } = props
  const says = sayTelling(one.policy, contact, names)
  const asks = asksOf(one.policy.pack, contact.party)
  return (
    <Page
      title={says}
      caption={one.reference}
      errors={errors}
      back={{ href: home.paths.show.to(one.id), text: `Back to the ${home.noun}` }}
    >
      <Card title="So far" size="m">
        {sayContact(contact, zone, names).map((line) => (
          <p class="govuk-body kept-pre">{line}</p>
        ))}
        <p class="govuk-body-s">
          <a class="govuk-link" href={home.paths.contactAnew.to(one.id, contact.id)}>
            Something in it is wrong
          </a>
        </p>
      </Card>
      <Form>
        <Radios
          name="does"
          legend="What do you write down?"
          legendSize="m"
          inline
          value={typed.does}
          error={errors.does}
          options={[
            { value: 'replied', text: 'Their answer' },
            { value: 'asked_again', text: 'I asked again' },
          ]}
        />
        <SaidFields
          name="told"
          asks={{ ...asks, reply: asks.reply ?? 'What did they answer?' }}
          typed={typed}
          errors={errors}
          when="When was that?"
        />
        <Button preventDoubleClick>Write it down</Button>
      </Form>
    </Page>
  )
}

/** Saying a contact anew, because something in it was wrong. */
export function AnewView(props: ContactViewProps) {
  const { home, one, contact, names, typed, errors } = props
  return (
    <Page
      title={`Correct this: ${sayTelling(one.policy, contact, names)}`}
      caption={one.reference}
      errors={errors}
      back={{ href: home.paths.contact.to(one.id, contact.id), text: 'Back' }}
      lede="What was said before stays, and both are shown."
    >
      <Form>
        <HowFields one={one} party={contact.party} typed={typed} errors={errors} />
        <Textarea
          name="reason"
          label="Why are you changing it?"
          labelSize="s"
          rows={3}
          value={typed.reason}
          error={errors.reason}
        />
        <Button preventDoubleClick>Write it down</Button>
      </Form>
    </Page>
  )
}
